/** One input of the model: its value as text, each entry of a small tensor, and a slider. */

import {element, nameOf, visible} from './dom.js';
import {outline} from './jsontext.js';
import {setSlider, sliderText} from './slider.js';

/** @typedef {import('./leaves.js').Leaf} Leaf */

/** The most entries that have a field each. */
const MOST = 40;

export class InputRow {
  /**
   * @param {Leaf} leaf
   * @param {(leaf: Leaf, text: string, hint: string) => void} changed
   */
  constructor(leaf, changed) {
    this.leaf = leaf;
    this.changed = changed;
    this.entry = 0;
    /** @type {HTMLInputElement[]} */
    this.fields = [];
    const name = visible(leaf.name);
    this.whole = element('input', {
      class: 'number',
      'aria-label': `${name}, value`,
      spellcheck: 'false',
      autocomplete: 'off',
      input: () => this.changed(this.leaf, this.whole.value, 'typing')
    });
    this.slider = element('input', {type: 'range', input: () => this.slide()});
    this.grid = element('div', {class: 'entries', role: 'group', 'aria-label': `Entries of ${name}`});
    this.row = element('div', {class: 'input', role: 'group', 'aria-label': name});
    this.row.append(element('span', {class: 'label'}, nameOf(leaf.name)), this.whole, this.slider, this.grid);
    this.update(leaf);
  }

  /** @param {Leaf} leaf */
  update(leaf) {
    this.leaf = leaf;
    const places = entries(leaf.text);
    const isTensor = leaf.text.trim().startsWith('[');
    this.whole.hidden = isTensor && leaf.start !== undefined;
    fill(this.whole, leaf.text);
    if (this.fields.length !== (isTensor ? places.length : 0)) {
      this.lay(isTensor ? places : []);
    }
    this.fields.forEach((field, place) => fill(field, places[place].text));
    this.grid.hidden = this.fields.length === 0;
    this.entry = Math.min(this.entry, Math.max(0, places.length - 1));
    this.aim(places);
  }

  /** @param {Entry[]} places */
  lay(places) {
    this.fields = places.map((place, at) =>
      element('input', {
        class: 'number',
        'aria-label': `${visible(this.leaf.name)}${place.label}`,
        autocomplete: 'off',
        input: () => this.put(at, this.fields[at].value, 'typing'),
        focus: () => {
          this.entry = at;
          this.aim(entries(this.leaf.text));
        }
      })
    );
    const rows = new Map();
    places.forEach((place, at) => rows.set(place.row, [...(rows.get(place.row) ?? []), this.fields[at]]));
    this.grid.replaceChildren(...[...rows.values()].map(row => element('div', {class: 'entryrow'}, ...row)));
  }

  /**
   * Says which entry the slider moves.
   *
   * @param {Entry[]} places
   */
  aim(places) {
    const place = places[this.entry];
    this.slider.hidden = !place;
    if (place) {
      this.slider.setAttribute('aria-label', `Move ${visible(this.leaf.name)}${place.label}`);
      setSlider(this.slider, Number(place.text));
      this.fields.forEach((field, at) => field.classList.toggle('aimed', at === this.entry));
    }
  }

  slide() {
    this.put(this.entry, sliderText(this.slider), 'dragging');
  }

  /**
   * @param {number} at
   * @param {string} text
   * @param {string} hint
   */
  put(at, text, hint) {
    const place = entries(this.leaf.text)[at];
    if (place) {
      const number = hint === 'dragging' || isNumeral(text) ? text : JSON.stringify(text);
      this.changed(this.leaf, this.leaf.text.slice(0, place.start) + number + this.leaf.text.slice(place.end), hint);
    }
  }

  /** @param {string | null} fault */
  blame(fault) {
    for (const field of [this.whole, ...this.fields]) {
      field.toggleAttribute('aria-invalid', fault !== null);
      field.setAttribute('aria-invalid', String(fault !== null));
    }
    this.row.classList.toggle('faulty', fault !== null);
  }
}

/** @typedef {{start: number, end: number, text: string, label: string, row: string}} Entry */

/**
 * The numbers of a value, each with its place in the text; none where they are too many, or it is no tensor.
 *
 * @param {string} text
 * @returns {Entry[]}
 */
function entries(text) {
  const root = outline(text);
  if (!root || root.kind === 'object') {
    return [];
  }
  /** @type {Entry[]} */
  const found = [];
  /** @type {{part: import('./jsontext.js').Part, path: number[]}[]} */
  const open = [{part: root, path: []}];
  for (let next = open.pop(); next && found.length <= MOST; next = open.pop()) {
    const {part, path} = next;
    if (part.kind === 'scalar') {
      const written = text.slice(part.start, part.end);
      const shown = written.startsWith('"') ? JSON.parse(written) : written;
      const label = path.length > 0 ? `[${path.join(', ')}]` : '';
      found.push({start: part.start, end: part.end, text: shown, label, row: path.slice(0, -1).join()});
    }
    const parts = part.parts.map((each, at) => ({part: each, path: [...path, at]}));
    open.push(...parts.reverse());
  }
  return found.length > MOST ? [] : found;
}

/** @param {string} text */
function isNumeral(text) {
  try {
    return typeof JSON.parse(text) === 'number';
  } catch {
    return false;
  }
}

/**
 * @param {HTMLInputElement} field
 * @param {string} text
 */
function fill(field, text) {
  if (document.activeElement !== field && field.value !== text) {
    field.value = text;
  }
}
