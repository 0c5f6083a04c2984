/** Verdicts in the drawing: a sign at each node that something is said of. */

import {visible} from './dom.js';
import {call} from './picture.js';

const SVG = 'http://www.w3.org/2000/svg';
const SIGNS = {correct: '✓', carried_forward: '✓'};

/**
 * @param {import('./picture.js').Picture} picture
 * @param {import('./check.js').Item[]} items
 * @param {Record<string, string>} words
 */
export function badges(picture, items, words) {
  picture.svg?.querySelectorAll('.badge').forEach(each => each.remove());
  const worst = new Map();
  for (const item of items) {
    const before = worst.get(item.node);
    if (!before || before.verdict === 'correct') {
      worst.set(item.node, item);
    }
  }
  for (const [name, item] of worst) {
    const node = picture.node(name);
    const shape = node?.querySelector('circle, rect');
    if (shape) {
      const box = shape.getBBox();
      const badge = document.createElementNS(SVG, 'g');
      badge.setAttribute('class', `badge ${item.verdict}`);
      const circle = document.createElementNS(SVG, 'circle');
      circle.setAttribute('cx', String(box.x + box.width));
      circle.setAttribute('cy', String(box.y));
      circle.setAttribute('r', '8');
      const sign = document.createElementNS(SVG, 'text');
      sign.setAttribute('x', String(box.x + box.width));
      sign.setAttribute('y', String(box.y + 4));
      sign.textContent = SIGNS[item.verdict] ?? '✗';
      badge.append(circle, sign);
      node.append(badge);
      call(node, `${visible(name)}: ${words[item.verdict] ?? item.verdict}. ${item.feedback ?? ''}`);
    }
  }
}
