/** The inputs of the model, a row each. */

import {InputRow} from './inputrow.js';
import {changed, leaves} from './leaves.js';

/**
 * @typedef {import('./state.js').Store} Store
 * @typedef {import('./service.js').Fault} Fault
 */

/** The most inputs that have a row. */
const MOST = 60;

export class Inputs {
  /**
   * @param {HTMLElement} place
   * @param {HTMLElement} more where it says that there are more
   * @param {Store} store
   */
  constructor(place, more, store) {
    this.place = place;
    this.more = more;
    this.store = store;
    /** @type {Map<string, InputRow>} */
    this.rows = new Map();
  }

  /** Shows what the state says; a text that is not JSON leaves the rows as they are. */
  update() {
    const state = this.store.state;
    const found = leaves(state);
    if (state.tab === 'json' && found.length === 0 && this.rows.size > 0 && !isJson(state.json)) {
      return;
    }
    const rows = new Map();
    for (const leaf of found.slice(0, MOST)) {
      const row = this.rows.get(leaf.pointer) ?? new InputRow(leaf, (...change) => this.change(...change));
      row.update(leaf);
      rows.set(leaf.pointer, row);
    }
    if ([...rows.keys()].join() !== [...this.rows.keys()].join()) {
      this.place.replaceChildren(...[...rows.values()].map(row => row.row));
    }
    this.rows = rows;
    const rest = found.length - rows.size;
    this.more.textContent = rest > 0 ? `And ${rest} more, which can be changed in the text.` : '';
  }

  /**
   * @param {import('./leaves.js').Leaf} leaf
   * @param {string} text
   * @param {string} hint
   */
  change(leaf, text, hint) {
    this.store.set(changed(this.store.state, leaf, text), hint);
  }

  /** @param {Fault[]} faults */
  blame(faults) {
    for (const [pointer, row] of this.rows) {
      const fault = faults.find(each => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`));
      row.blame(fault ? fault.detail : null);
    }
  }
}

/** @param {string} text */
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
