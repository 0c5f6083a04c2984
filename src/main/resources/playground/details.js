/** All that is known of the chosen node. */

import {byId, element, nameOf, visible} from './dom.js';
import {formula} from './math.js';
import {computation} from './tell.js';
import {tensorView} from './tensorview.js';

/**
 * @typedef {import('./page.js').Shown} Shown
 * @typedef {import('./state.js').State} State
 */

/**
 * @param {Shown} shown
 * @param {State} state
 */
export function showDetails(shown, state) {
  const name = state.chosen;
  const known = name !== null && Object.hasOwn(shown.nodes, name) && state.mode === 'explore';
  byId('details').hidden = !known;
  if (known) {
    byId('details-title').replaceChildren(nameOf(name));
    byId('details-body').replaceChildren(...body(name, shown, state));
  }
}

/**
 * @param {string} name
 * @param {Shown} shown
 * @param {State} state
 */
function body(name, {nodes, names}, state) {
  const node = nodes[name];
  const view = (/** @type {any} */ tensor, /** @type {'value' | 'gradient'} */ kind, /** @type {string} */ label) =>
    tensorView(tensor, kind, state.tensors, label);
  const facts = element('dl');
  const fact = (/** @type {string} */ term, /** @type {(Node | string)[]} */ ...told) =>
    facts.append(element('div', {}, element('dt', {}, term), element('dd', {}, .../** @type {any} */ (told))));
  fact(node.op ? 'Operation' : 'Kind', node.op ?? (node.gradient === undefined ? 'a constant' : 'an input'));
  if (node.op) {
    fact('Computed', computation(name, nodes));
  }
  fact('Value', view(node.value, 'value', 'Value'));
  if (node.gradient !== undefined) {
    fact('Gradient', ...(node.meaning ? [element('bdi', {class: 'meaning'}, visible(node.meaning, 200)), ' = '] : []), view(node.gradient, 'gradient', 'Gradient'));
  }
  const arriving = names.flatMap(from => (nodes[from].inputs ?? []).map((input, place) => ({from, input, place})));
  for (const {from, place} of arriving.filter(each => each.input === name)) {
    const flow = (nodes[from].flows ?? [])[place];
    if (flow !== null && flow !== undefined) {
      fact('Arrives', 'from ', nameOf(from), ': ', view(flow, 'gradient', `Arrives from ${visible(from)}`));
    }
  }
  (node.flows ?? []).forEach((flow, place) => {
    if (flow !== null && Object.hasOwn(nodes, (node.inputs ?? [])[place])) {
      fact('Sends', 'to ', nameOf((node.inputs ?? [])[place]), ': ', view(flow, 'gradient', `Sends to ${visible((node.inputs ?? [])[place])}`));
    }
  });
  const parts = [facts];
  if (node.reason) {
    parts.push(element('p', {}, node.reason));
  }
  for (const latex of [...(node.derivations ?? []), node.accumulation]) {
    if (latex) {
      parts.push(formula(latex));
    }
  }
  return parts;
}
