/** A tensor as a table, of numbers or of shades. */

import {element} from './dom.js';
import {flat, shapeOf, short} from './numbers.js';

/**
 * @typedef {import('./numbers.js').Num} Num
 * @typedef {import('./numbers.js').Tensor} Tensor
 */

/** The most rows and columns that are shown. */
const MOST = 16;
const SHADES = 4;

/**
 * @param {Tensor} tensor
 * @param {'value' | 'gradient'} kind
 * @param {'numbers' | 'maps'} as
 * @param {string} label what it is called aloud
 * @param {string} [caption] what stands above it, besides its shape
 * @returns {HTMLElement}
 */
export function tensorView(tensor, kind, as, label, caption = '') {
  if (!Array.isArray(tensor)) {
    return element('span', {class: `scalar ${kind}`, title: String(tensor)}, short(tensor));
  }
  const shape = shapeOf(tensor);
  const width = shape.at(-1) ?? 1;
  /** @type {Num[]} */
  const all = flat(tensor);
  const rows = width === 0 ? 0 : all.length / width;
  const scale = all.map(Number).reduce((most, each) => (Number.isFinite(each) ? Math.max(most, Math.abs(each)) : most), 0);
  const body = element('tbody');
  for (let row = 0; row < Math.min(rows, MOST); row++) {
    const line = element('tr');
    for (let column = 0; column < Math.min(width, MOST); column++) {
      const number = all[row * width + column];
      const text = short(number);
      line.append(element('td', {class: as === 'maps' ? shade(number, scale) : '', title: String(number)}, text));
    }
    body.append(line);
  }
  const cut = rows > MOST || width > MOST;
  const head = element('caption', {}, `${caption} ${shape.join('×')}`, cut ? `, the first ${MOST} of each side` : '');
  const table = element('table', {class: `tensor ${kind} ${as}`}, head, body);
  return element('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label}, table);
}

/**
 * As in the drawing: `p4` for the greatest, `m4` for the least.
 *
 * @param {Num} number
 * @param {number} scale
 */
function shade(number, scale) {
  const value = Number(number);
  if (Number.isNaN(value)) {
    return 'nan';
  }
  if (value === 0) {
    return 'zero';
  }
  const share = Math.min(1, Math.abs(value) / scale);
  return (value < 0 ? 'm' : 'p') + Math.max(1, Math.ceil((Number.isNaN(share) ? 1 : share) * SHADES));
}
