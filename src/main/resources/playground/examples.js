/** The worked examples of the service, one click away. */

import {byId, element} from './dom.js';
import {formulaOf} from './formulaof.js';
import {child, outline} from './jsontext.js';
import {get} from './service.js';
import {AFRESH} from './state.js';

/** Those that stand beside the text, with what they are about. */
const FIRST = [
  ['cs231n-x-plus-y-times-z', '(x + y) · z'],
  ['zero-to-hero-a-plus-a', 'a + a'],
  ['cs231n-sigmoid-neuron', 'a neuron'],
  ['two-layer-sigmoid-softmax-batch-of-4-as-layers', 'two layers']
];

/** @param {import('./state.js').Store} store */
export function examples(store) {
  const dialog = byId('examples');
  const open = (/** @type {string} */ name) => {
    dialog.close();
    load(name, store);
  };
  byId('first-examples').append(
    ...FIRST.map(([name, title]) => element('li', {}, element('button', {type: 'button', class: 'chip', click: () => open(name)}, title)))
  );
  byId('open-examples').addEventListener('click', async () => {
    dialog.showModal();
    try {
      const all = JSON.parse(await get('v1/examples')).examples;
      byId('examples-list').replaceChildren(
        ...all.map(({name, title, summary}) =>
          element(
            'li',
            {},
            element('button', {type: 'button', class: 'example', click: () => open(name)}, element('strong', {}, title), element('span', {}, summary))
          )
        )
      );
    } catch (problem) {
      byId('examples-list').replaceChildren(element('li', {}, /** @type {Error} */ (problem).message));
    }
  });
  byId('close-examples').addEventListener('click', () => dialog.close());
}

/**
 * Writes an example's request into the page; a formula as a formula, where it can be one.
 *
 * @param {string} name
 * @param {import('./state.js').Store} store
 */
export async function load(name, store) {
  const text = await get(`v1/examples/${encodeURIComponent(name)}`);
  const request = child(outline(text), 'request');
  if (!request) {
    return;
  }
  // The example's own layout, one level further out.
  const json = text.slice(request.start, request.end).replaceAll('\n  ', '\n');
  const formula = formulaOf(json);
  store.set(formula ? {...AFRESH, tab: 'formula', ...formula} : {...AFRESH, tab: 'json', json}, 'loading');
}
