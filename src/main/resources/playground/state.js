/** All that a student has made: what the page shows follows from it, and a link holds it. */

/**
 * @typedef {object} State
 * @property {'formula' | 'json'} tab what is written, and so what is differentiated
 * @property {string} formula
 * @property {Record<string, string>} values what the formula's names stand for, as JSON
 * @property {string} json
 * @property {number | null} step how far one has stepped; null is the end
 * @property {string | null} chosen the node whose details are shown
 * @property {'explore' | 'check'} mode
 * @property {Record<string, Record<string, string>>} claims by node, and then value or gradient
 * @property {boolean} claimsValues whether values are claimed, too
 * @property {'numbers' | 'maps'} tensors
 */

/** @type {Readonly<State>} */
export const FIRST = Object.freeze({
  tab: 'formula',
  formula: 'q = x + y\nf = q * z',
  values: {x: '-2', y: '5', z: '-4'},
  json: '',
  step: null,
  chosen: null,
  mode: 'explore',
  claims: {},
  claimsValues: false,
  tensors: 'maps'
});

/** Holds the state, and tells whoever listens what changed. */
export class Store {
  /** @param {State} state */
  constructor(state) {
    this.state = state;
    /** @type {((changed: Set<string>, hint: string) => void)[]} */
    this.listeners = [];
  }

  /** @param {(changed: Set<string>, hint: string) => void} listener */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * @param {Partial<State>} changes
   * @param {string} [hint] what it was changed by
   */
  set(changes, hint = '') {
    const changed = Object.keys(changes).filter(key => this.state[key] !== changes[key]);
    if (changed.length > 0) {
      this.state = {...this.state, ...changes};
      this.listeners.forEach(listener => listener(new Set(changed), hint));
    }
  }
}

/** A model is another one: what was said about its steps and nodes is void. */
export const AFRESH = Object.freeze({step: null, chosen: null, claims: {}});
