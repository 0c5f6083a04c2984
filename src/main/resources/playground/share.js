/** Taking the model along: as a link, as a request, as a script, as a picture. */

import {byId} from './dom.js';
import {download, png} from './download.js';
import {toFragment, LONGEST} from './link.js';
import {diagramBody, modelText} from './model.js';
import {curl, pretty, python} from './scripts.js';
import {post} from './service.js';
import {theme} from './theme.js';
import {hasToken} from './token.js';

/** @typedef {import('./state.js').Store} Store */

/** @type {Record<string, (store: Store) => string | Promise<string>>} */
const FORMS = {
  link,
  json: store => pretty(modelText(store.state)),
  curl: store => curl(address('v1/gradients'), pretty(modelText(store.state)), hasToken()),
  python: store => python(address('v1/gradients'), pretty(modelText(store.state)), hasToken()),
  numpy: store => script(store, 'numpy'),
  pytorch: store => script(store, 'pytorch')
};

/** @param {Store} store */
export function share(store) {
  const dialog = byId('share');
  const show = async () => {
    const form = dialog.querySelector('input[name=form]:checked').value;
    byId('share-said').textContent = '';
    try {
      byId('share-text').value = await FORMS[form](store);
    } catch (problem) {
      byId('share-text').value = /** @type {any} */ (problem).faults?.map(fault => fault.detail).join('\n') ?? String(problem);
    }
  };
  byId('open-share').addEventListener('click', () => {
    dialog.showModal();
    show();
  });
  byId('close-share').addEventListener('click', () => dialog.close());
  dialog.addEventListener('change', show);
  byId('copy').addEventListener('click', copy);
  byId('save-svg').addEventListener('click', () => picture(store, svg => download('diagram.svg', new Blob([svg], {type: 'image/svg+xml'}))));
  byId('save-png').addEventListener('click', () => picture(store, async svg => download('diagram.png', await png(svg))));
}

async function copy() {
  const text = byId('share-text');
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
  } catch {
    // Browsers keep the clipboard from pages without https; what is selected can be copied by hand.
    if (!document.execCommand('copy')) {
      byId('share-said').textContent = 'It is selected: copy it with your keyboard.';
      return;
    }
  }
  byId('share-said').textContent = 'Copied.';
}

/** @param {Store} store */
async function link(store) {
  const fragment = await toFragment(store.state);
  return fragment.length > LONGEST ? 'This model is too long for a link. Take its JSON.' : `${address('')}${fragment && '#'}${fragment}`;
}

/**
 * @param {Store} store
 * @param {string} library
 */
function script(store, library) {
  return post(`v1/exports?framework=${library}`, modelText(store.state), 'text/x-python');
}

/**
 * @param {Store} store
 * @param {(svg: string) => void} taken
 */
async function picture(store, taken) {
  try {
    taken(await post('v1/diagrams', diagramBody(modelText(store.state), theme(), true), 'image/svg+xml'));
    byId('share-said').textContent = 'Saved.';
  } catch (problem) {
    byId('share-said').textContent = /** @type {Error} */ (problem).message;
  }
}

/** @param {string} path */
function address(path) {
  return new URL(path, location.href.replace(/[?#].*/, '')).href;
}
