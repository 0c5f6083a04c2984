/** Expression graphs written as formulas, where they can be. */

import {child, outline} from './jsontext.js';

const SIGNS = {add: '+', subtract: '-', multiply: '*', divide: '/', matmul: '@', power: '**'};
const NAME = /^[A-Za-z_]\w*$/;
const TAKEN = new Set(['pi', 'true', 'false', 'null']);

/** What a formula can say of a request. */
const SAID = {formula: ['formula', 'values'], nodes: ['nodes', 'output']};

/**
 * A request as a formula and its values; null where it says more than a formula can.
 *
 * @param {string} json
 * @returns {{formula: string, values: Record<string, string>} | null}
 */
export function formulaOf(json) {
  const root = outline(json);
  if (root?.kind !== 'object') {
    return null;
  }
  const told = JSON.parse(json);
  const only = (/** @type {string[]} */ keys) => root.parts.every(part => [...keys, 'include', 'wrt'].includes(String(part.key)));
  const text = (/** @type {import('./jsontext.js').Part} */ part) => json.slice(part.start, part.end);
  if (typeof told.formula === 'string' && only(SAID.formula)) {
    const values = child(root, 'values')?.parts ?? [];
    return {formula: told.formula.replaceAll(/; */g, '\n'), values: Object.fromEntries(values.map(part => [part.key, text(part)]))};
  }
  const parts = child(root, 'nodes')?.parts ?? [];
  const names = parts.map(part => String(part.key));
  if (parts.length === 0 || !only(SAID.nodes) || !names.every(name => NAME.test(name) && !TAKEN.has(name))) {
    return null;
  }
  const steps = inOrder(names.filter(name => told.nodes[name].op), told);
  const lines = steps?.map(name => line(name, told.nodes[name])) ?? [null];
  /** @type {[string, string][]} */
  const values = [];
  for (const part of parts.filter(each => !told.nodes[String(each.key)].op)) {
    const value = child(part, 'value');
    if (!value || part.parts.length > 1) {
      return null;
    }
    values.push([String(part.key), text(value)]);
  }
  return lines.includes(null) ? null : {formula: lines.join('\n'), values: Object.fromEntries(values)};
}

/**
 * Each step after those that it needs, and the output last; null where that cannot be.
 *
 * @param {string[]} steps
 * @param {any} told
 */
function inOrder(steps, told) {
  const done = new Set(Object.keys(told.nodes).filter(name => !steps.includes(name)));
  const order = [];
  const isReady = (/** @type {string} */ name) =>
    (told.nodes[name].inputs ?? []).every(input => typeof input === 'number' || done.has(input));
  for (let rest = steps; rest.length > 0; rest = rest.filter(name => !done.has(name))) {
    const ready = rest.find(name => isReady(name) && (name !== told.output || rest.length === 1));
    if (!ready) {
      return null;
    }
    done.add(ready);
    order.push(ready);
  }
  const used = new Set(order.flatMap(name => told.nodes[name].inputs));
  const ends = order.filter(name => !used.has(name));
  return order.length > 0 && (told.output === undefined ? ends.length === 1 : told.output === order.at(-1)) ? order : null;
}

/**
 * @param {string} name
 * @param {any} node
 */
function line(name, {op, inputs, attributes = {}}) {
  const operands = inputs.map(input => (input < 0 ? `(${input})` : String(input)));
  const settings = Object.entries(attributes);
  if (settings.some(([, value]) => typeof value === 'string' || value === null || typeof value === 'object' && !Array.isArray(value))) {
    return null;
  }
  if (SIGNS[op] && operands.length === 2 && settings.length === 0) {
    return `${name} = ${operands[0]} ${SIGNS[op]} ${operands[1]}`;
  }
  return `${name} = ${op}(${[...operands, ...settings.map(([key, value]) => `${key}=${JSON.stringify(value)}`)].join(', ')})`;
}
