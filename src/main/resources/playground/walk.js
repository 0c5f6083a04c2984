/** Walking through the drawing by keyboard: it is one stop of the tab key, and the arrows go from node to node. */

/**
 * @typedef {import('./picture.js').Picture} Picture
 * @typedef {import('./service.js').Node} Node
 */

/**
 * @param {Picture} picture
 * @param {() => Record<string, Node>} answer the nodes by name
 */
export function walkable(picture, answer) {
  picture.frame.addEventListener('keydown', event => {
    const group = /** @type {Element} */ (event.target).closest('.node');
    if (!group) {
      return;
    }
    const from = picture.nodes().indexOf(group);
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      picture.chosen(picture.names[from]);
      return;
    }
    const to = neighbour(picture, answer(), from, event.key);
    if (to) {
      event.preventDefault();
      stop(picture, to);
      /** @type {any} */ (to).focus();
    }
  });
}

/**
 * Makes a node the one that the tab key stops at.
 *
 * @param {Picture} picture
 * @param {Element | undefined} node the last one, if none is given
 */
export function stop(picture, node = picture.nodes().at(-1)) {
  picture.nodes().forEach(each => each.setAttribute('tabindex', each === node ? '0' : '-1'));
}

/**
 * @param {Picture} picture
 * @param {Record<string, Node>} nodes
 * @param {number} from
 * @param {string} key
 */
function neighbour(picture, nodes, from, key) {
  const name = picture.names[from];
  const all = picture.nodes();
  switch (key) {
    case 'ArrowLeft':
      return picture.node(nodes[name]?.inputs?.find(input => Object.hasOwn(nodes, input)) ?? '');
    case 'ArrowRight':
      return picture.node(picture.names.find(each => nodes[each]?.inputs?.includes(name)) ?? '');
    case 'ArrowUp':
      return beside(all, all[from], -1);
    case 'ArrowDown':
      return beside(all, all[from], 1);
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

/**
 * The next node above or below, the nearest in the same column first.
 *
 * @param {Element[]} all
 * @param {Element} from
 * @param {1 | -1} way
 */
function beside(all, from, way) {
  const here = middle(from);
  const cost = (/** @type {Element} */ each) => {
    const there = middle(each);
    return Math.abs(there.y - here.y) + 3 * Math.abs(there.x - here.x);
  };
  return all
    .filter(each => way * (middle(each).y - here.y) > 1)
    .sort((a, b) => cost(a) - cost(b))[0];
}

/** @param {Element} node */
function middle(node) {
  const box = node.getBoundingClientRect();
  return {x: box.x + box.width / 2, y: box.y + box.height / 2};
}
