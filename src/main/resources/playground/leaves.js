/** The inputs that can be moved, and where their values are written. */

import {child, outline} from './jsontext.js';
import {assignedNumbers, freeNames} from './formulatext.js';
import {valueText} from './model.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./jsontext.js').Part} Part
 * @typedef {object} Leaf
 * @property {string} name the node's
 * @property {string} text its value as JSON
 * @property {string} pointer where it stands in the model
 * @property {number} [start] where it stands in the text, if it does
 * @property {number} [end]
 */

/**
 * All inputs of what is written; none where that is not JSON.
 *
 * @param {State} state
 * @returns {Leaf[]}
 */
export function leaves(state) {
  if (state.tab === 'formula') {
    const given = freeNames(state.formula).map(name => ({
      name,
      text: valueText(state, name),
      pointer: `/values/${escaped(name)}`
    }));
    const written = assignedNumbers(state.formula).map(({name, start, end}) => ({
      name,
      text: state.formula.slice(start, end),
      pointer: `/assigned/${escaped(name)}`,
      start,
      end
    }));
    return [...given, ...written];
  }
  const root = outline(state.json);
  if (!root) {
    return [];
  }
  /** @type {Leaf[]} */
  const found = [];
  const add = (/** @type {string} */ name, /** @type {Part | undefined} */ part, /** @type {string} */ pointer) => {
    if (part && part.kind !== 'object') {
      found.push({name, text: state.json.slice(part.start, part.end), pointer, start: part.start, end: part.end});
    }
  };
  for (const part of child(root, 'values')?.parts ?? []) {
    add(String(part.key), part, `/values/${escaped(String(part.key))}`);
  }
  for (const part of child(root, 'nodes')?.parts ?? []) {
    add(String(part.key), child(part, 'value'), `/nodes/${escaped(String(part.key))}/value`);
  }
  add('input', child(root, 'input'), '/input');
  layers(state.json, child(root, 'layers')?.parts ?? [], add);
  return found;
}

/**
 * The arrays of each layer are its parameters; a layer without a name is called by its type and its place among it.
 *
 * @param {string} text
 * @param {Part[]} parts
 * @param {(name: string, part: Part, pointer: string) => void} add
 */
function layers(text, parts, add) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const layer of parts) {
    const word = (/** @type {string} */ key) => {
      const part = child(layer, key);
      return part ? String(JSON.parse(text.slice(part.start, part.end))) : '';
    };
    const count = (counts.get(word('type')) ?? 0) + 1;
    counts.set(word('type'), count);
    const name = word('name') || word('type') + count;
    for (const part of layer.parts) {
      if (part.kind === 'array' && part.key !== 'target') {
        add(`${name}.${part.key}`, part, `/layers/${layer.key}/${escaped(String(part.key))}`);
      }
    }
  }
}

/**
 * What has to change so that a leaf has another value.
 *
 * @param {State} state
 * @param {Leaf} leaf
 * @param {string} text
 * @returns {Partial<State>}
 */
export function changed(state, leaf, text) {
  if (leaf.start === undefined) {
    return {values: {...state.values, [leaf.name]: text}};
  }
  const key = state.tab;
  return {[key]: state[key].slice(0, leaf.start) + text + state[key].slice(leaf.end)};
}

/** @param {string} name */
function escaped(name) {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
