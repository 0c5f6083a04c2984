/** All tensors of the model side by side, value and gradient, as numbers or as maps. */

import {byId, element, nameOf, visible} from './dom.js';
import {tensorView} from './tensorview.js';

/** The most nodes that are listed. */
const MOST = 40;

/**
 * @param {import('./page.js').Shown} shown
 * @param {import('./state.js').State} state
 */
export function showTensors({names, nodes}, state) {
  const tensors = names.filter(name => Array.isArray(nodes[name].value));
  byId('tensors').hidden = tensors.length === 0 || state.mode === 'check' || state.step !== null;
  byId(state.tensors === 'maps' ? 'as-maps' : 'as-numbers').checked = true;
  if (byId('tensors').hidden) {
    byId('tensors-body').replaceChildren();
    return;
  }
  const cards = tensors.slice(0, MOST).map(name => {
    const {value, gradient} = nodes[name];
    return element(
      'div',
      {class: 'tensorcard'},
      element('h3', {}, nameOf(name)),
      tensorView(value, 'value', state.tensors, `value of ${visible(name)}`, 'value'),
      gradient === undefined ? null : tensorView(gradient, 'gradient', state.tensors, `gradient of ${visible(name)}`, 'gradient')
    );
  });
  byId('tensors-body').replaceChildren(...cards);
  byId('tensors-more').textContent = tensors.length > MOST ? `And ${tensors.length - MOST} more.` : '';
}
