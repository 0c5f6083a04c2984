/** Where in the text a fault is. */

import {at, outline} from './jsontext.js';

/**
 * @typedef {import('./service.js').Fault} Fault
 * @typedef {{start: number, end: number}} Range
 */

/**
 * The place of a fault in a formula; null where it is elsewhere.
 *
 * @param {string} formula
 * @param {Fault} fault
 * @returns {Range | null}
 */
export function inFormula(formula, fault) {
  const told = /^Line (\d+), column (\d+):/.exec(fault.detail);
  return fault.pointer === '/formula' && told ? token(formula, place(formula, Number(told[1]), Number(told[2]))) : null;
}

/**
 * The place of a fault in a JSON text; null where it is nowhere in particular.
 *
 * @param {string} text
 * @param {Fault} fault
 * @returns {Range | null}
 */
export function inJson(text, fault) {
  const told = /^Not JSON at line (\d+), column (\d+)/.exec(fault.detail);
  if (told) {
    return token(text, place(text, Number(told[1]), Number(told[2])));
  }
  const root = outline(text);
  if (!root || fault.pointer === '') {
    return null;
  }
  const part = at(root, fault.pointer);
  return part === root ? null : {start: part.start, end: part.end};
}

/**
 * A fault's sentence without the lines that point at its place, which is underlined.
 *
 * @param {Fault} fault
 */
export function sentence(fault) {
  return fault.detail.split('\n')[0];
}

/**
 * The offset of a line and column, both from 1; columns count characters as people do, not halves of pairs.
 *
 * @param {string} text
 * @param {number} line
 * @param {number} column
 */
function place(text, line, column) {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
}

/**
 * The word or sign that begins there; at the end of a line what stands before it.
 *
 * @param {string} text
 * @param {number} start
 * @returns {Range}
 */
function token(text, start) {
  const length = /^(?:[\p{L}\p{N}_.]+|\S)/u.exec(text.slice(start))?.[0].length ?? 0;
  if (length > 0) {
    return {start, end: start + length};
  }
  const end = Math.min(start, text.length);
  const before = text.slice(0, end).trimEnd().length;
  return {start: Math.max(0, before - 1), end: Math.max(end, before)};
}
