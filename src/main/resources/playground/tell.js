/** What happens in a step, in a sentence and a formula. */

import {element, nameOf} from './dom.js';
import {formula} from './math.js';
import {inline} from './numbers.js';

/**
 * @typedef {import('./service.js').Node} Told
 * @typedef {import('./steps.js').Step} Step
 */

/** Signs that stand between two operands. */
const SIGNS = {add: '+', subtract: '−', multiply: '×', divide: '÷', matmul: '@', power: '^'};

/**
 * @param {Step | undefined} step
 * @param {Record<string, Told>} nodes
 * @returns {(Node | string)[]} what is to be shown
 */
export function tell(step, nodes) {
  if (!step) {
    return [element('p', {}, 'The inputs are given. Next comes the forward pass: each circle computes its value from what arrives.')];
  }
  const node = nodes[step.node];
  switch (step.kind) {
    case 'forward':
      return [paragraph('Forward: ', computation(step.node, nodes))];
    case 'seed':
      return [seed(step.node, node)];
    case 'sum':
      return [
        paragraph('Several edges come back to ', nameOf(step.node), '. What they bring adds up to its gradient, ', gradient(node), '.'),
        ...formulas(node.accumulation)
      ];
    default:
      return [
        paragraph(
          'Backward, from ',
          nameOf(step.node),
          ' to ',
          nameOf((node.inputs ?? [])[step.input]),
          ': ',
          element('span', {class: 'gradient'}, inline(/** @type {any} */ (node.flows ?? [])[step.input])),
          '. ',
          node.reason ?? ''
        ),
        ...formulas((node.derivations ?? [])[step.input])
      ];
  }
}

/**
 * @param {string} name
 * @param {Told} node
 */
function seed(name, node) {
  return paragraph(
    'The backward pass begins at the output, ',
    nameOf(name),
    '. ',
    node.gradient === 1 ? 'How the output changes with itself is ' : 'The upstream gradient that is given there is ',
    gradient(node),
    '.'
  );
}

/**
 * How a node's value comes about: `q = x + y = −2 + 5 = 3`.
 *
 * @param {string} name
 * @param {Record<string, Told>} nodes
 */
export function computation(name, nodes) {
  const node = nodes[name];
  const inputs = node.inputs ?? [];
  const sign = inputs.length === 2 ? SIGNS[node.op ?? ''] : undefined;
  const values = inputs.map(input => (Object.hasOwn(nodes, String(input)) ? nodes[input].value : input));
  const line = element('span', {class: 'computation'});
  const written = (/** @type {(Node | string)[]} */ parts) =>
    sign ? [parts[0], ` ${sign} `, parts[1]] : [`${node.op}(`, ...parts.flatMap((part, at) => (at > 0 ? [', ', part] : [part])), ')'];
  const names = inputs.map(input => nameOf(String(input)));
  line.append(...(isOwnText(name, node) ? [] : [nameOf(name), ' = ']), ...written(names));
  if (values.every(value => !Array.isArray(value))) {
    line.append(' = ', ...written(values.map((value, at) => operand(inline(/** @type {any} */ (value)), sign !== undefined && at > 0))));
  }
  line.append(' = ', element('span', {class: 'value'}, inline(node.value)));
  return line;
}

/**
 * Whether a node is called by what it computes, so that its name would say it twice.
 *
 * @param {string} name
 * @param {Told} node
 */
function isOwnText(name, node) {
  return /[ (]/.test(name) && Boolean(node.op);
}

/**
 * @param {string} text
 * @param {boolean} second
 */
function operand(text, second) {
  return element('span', {class: 'value'}, second && text.startsWith('−') ? `(${text})` : text);
}

/** @param {Told} node */
function gradient(node) {
  return element('span', {class: 'gradient'}, node.gradient === undefined ? 'none' : inline(node.gradient));
}

/** @param {...(Node | string)} parts */
function paragraph(...parts) {
  return element('p', {}, .../** @type {any} */ (parts));
}

/** @param {string | null | undefined} latex */
function formulas(latex) {
  return latex ? [formula(latex)] : [];
}
