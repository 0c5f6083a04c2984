/** The diagram in the page: the service's own drawing, of which nothing but shapes and texts is let in. */

import {visible} from './dom.js';

const SVG = 'http://www.w3.org/2000/svg';
const ELEMENTS = new Set(['svg', 'title', 'desc', 'rect', 'path', 'circle', 'g', 'text']);
const ATTRIBUTES = new Set(
  'id class width height viewBox x y cx cy r rx d textLength lengthAdjust direction unicode-bidi xml:space'.split(' ')
);
const WIDEST = 2;
const NARROWEST = 0.62;
const TALLEST = 560;

export class Picture {
  /**
   * @param {HTMLElement} frame
   * @param {(name: string) => void} chosen
   */
  constructor(frame, chosen) {
    this.frame = frame;
    this.chosen = chosen;
    /** @type {SVGSVGElement | null} */
    this.svg = null;
    /** @type {string[]} */
    this.names = [];
    this.zoom = 1;
    frame.addEventListener('click', event => this.pick(/** @type {Element} */ (event.target)));
    new ResizeObserver(() => this.fit()).observe(frame);
  }

  /**
   * Shows a drawing.
   *
   * @param {string} text
   * @param {string[]} names of the nodes, in its order
   */
  show(text, names) {
    // Its own style sheet would be refused by the page's policy, and that be told on the console.
    const plain = text.replace(/<style>[^<]*<\/style>/, '');
    const drawn = new DOMParser().parseFromString(plain, 'image/svg+xml').documentElement;
    if (drawn.namespaceURI !== SVG || drawn.localName !== 'svg') {
      throw new TypeError('The drawing cannot be read.');
    }
    const focused = this.svg?.contains(document.activeElement) ? document.activeElement?.id : null;
    this.names = names;
    const svg = /** @type {any} */ (document.importNode(only(drawn), true));
    this.svg = svg;
    this.width = Number(svg.getAttribute('width'));
    this.height = Number(svg.getAttribute('height'));
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', svg.querySelector(':scope > title')?.textContent ?? 'The diagram');
    svg.querySelectorAll(':scope > title, :scope > desc').forEach(each => each.remove());
    this.nodes().forEach((node, place) => {
      node.setAttribute('role', 'button');
      node.setAttribute('tabindex', '-1');
      call(node, node.querySelector('title')?.textContent ?? visible(names[place] ?? ''));
    });
    this.frame.replaceChildren(svg);
    this.fit();
    if (focused) {
      this.part(focused)?.focus({preventScroll: true});
    }
  }

  /**
   * Every node's group, in order.
   *
   * @returns {any[]}
   */
  nodes() {
    return [...(this.svg?.querySelectorAll('.node') ?? [])];
  }

  /**
   * A part of the drawing by its id.
   *
   * @param {string} id
   * @returns {any}
   */
  part(id) {
    return this.svg?.querySelector(`#${CSS.escape(id)}`);
  }

  /** @param {string} name */
  node(name) {
    return this.part(`n${this.names.indexOf(name)}`);
  }

  /** @param {Element} target */
  pick(target) {
    const id = target.closest('.node, .value, .gradient')?.id;
    const place = /^[nvg](\d+)$/.exec(id ?? '')?.[1];
    if (place !== undefined && this.names[Number(place)] !== undefined) {
      this.chosen(this.names[Number(place)]);
    }
  }

  /** @param {number} factor how much larger; 0 makes it fit again */
  enlarge(factor) {
    this.zoom = factor === 0 ? 1 : Math.min(6, Math.max(0.2, this.zoom * factor));
    this.fit();
  }

  /** As wide as its frame, within reason: neither huge nor too small to be read. */
  fit() {
    if (this.svg && this.width && this.height) {
      const room = this.frame.clientWidth - 2;
      const scale = this.zoom * Math.min(WIDEST, Math.max(NARROWEST, Math.min(room / this.width, TALLEST / this.height)));
      this.svg.setAttribute('width', String(Math.floor(this.width * scale)));
      this.svg.setAttribute('height', String(Math.floor(this.height * scale)));
    }
  }
}

/**
 * Says what a node is called aloud, and when it is pointed at. Who says aloud what stands in it means it, too.
 *
 * @param {Element} node
 * @param {string} told
 */
export function call(node, told) {
  const drawn = [...node.querySelectorAll(':scope > text')].map(text => text.textContent);
  const isWord = drawn.length > 1 && /\p{L}/u.test(drawn[0] ?? '');
  const first = node.querySelector(':scope > text');
  if (first?.nextSibling?.nodeType === Node.ELEMENT_NODE) {
    first.after(' ');
  }
  node.setAttribute('aria-label', isWord ? `${told}, drawn as ${drawn.join(' ')}` : told);
  const title = node.querySelector('title');
  if (title) {
    title.textContent = told;
  }
}

/**
 * Takes away what a drawing need not have; its style is in the page's own sheet.
 *
 * @param {Element} drawn
 */
function only(drawn) {
  for (const part of [drawn, ...drawn.querySelectorAll('*')]) {
    if (part.namespaceURI !== SVG || !ELEMENTS.has(part.localName)) {
      part.remove();
    }
    for (const {name} of [...part.attributes]) {
      if (!ATTRIBUTES.has(name)) {
        part.removeAttribute(name);
      }
    }
  }
  return drawn;
}
