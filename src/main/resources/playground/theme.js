/** Light, dark, or as the system has it; remembered in this browser. */

import {byId} from './dom.js';

const KEY = 'letsbackprop.theme';
const THEMES = ['auto', 'light', 'dark'];

/** Makes the switch work. */
export function themes() {
  const choice = byId('theme');
  choice.value = remembered();
  apply(choice.value);
  choice.addEventListener('change', () => {
    apply(choice.value);
    try {
      localStorage.setItem(KEY, choice.value);
    } catch {
      // A browser that may not remember anything still shows it.
    }
  });
}

/** What is shown now. */
export function theme() {
  const chosen = byId('theme').value;
  return chosen === 'auto' ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light') : chosen;
}

/** @param {string} theme */
function apply(theme) {
  document.documentElement.dataset.theme = theme;
}

function remembered() {
  try {
    const kept = localStorage.getItem(KEY) ?? 'auto';
    return THEMES.includes(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}
