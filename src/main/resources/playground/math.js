/** Formulas, set by KaTeX, which is loaded once there is one to set. */

import {element} from './dom.js';

const FOLDER = new URL('./katex/', import.meta.url);

/** @type {Promise<any> | undefined} */
let library;

function katex() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(
      element('link', {rel: 'stylesheet', href: `${FOLDER}katex.min.css`}),
      element('script', {src: `${FOLDER}katex.min.js`, load: () => resolve(/** @type {any} */ (window).katex), error: reject})
    );
  });
  return library;
}

/**
 * A formula, which breaks at its equals signs where it is too long for a line.
 *
 * @param {string} latex
 * @returns {HTMLElement}
 */
export function formula(latex) {
  const place = element('div', {class: 'formula', tabindex: '0', role: 'group', 'aria-label': 'Formula'});
  const source = element('code', {}, latex);
  place.append(source);
  katex().then(
    library => {
      // In a holder of its own, since KaTeX empties what it renders into.
      library.render(`\\displaystyle ${latex}`, place, {
        throwOnError: false,
        trust: false,
        strict: 'ignore',
        maxSize: 20,
        maxExpand: 1000
      });
    },
    () => place.classList.add('plain')
  );
  return place;
}
