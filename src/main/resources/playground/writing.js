/** The left of the page: what is differentiated, as a formula or as JSON, and what is wrong with it. */

import {byId, element} from './dom.js';
import {Editor} from './editor.js';
import {formulaOf} from './formulaof.js';
import {inFormula, inJson, sentence} from './faults.js';
import {Inputs} from './inputs.js';
import {modelText} from './model.js';
import {pretty} from './scripts.js';
import {AFRESH} from './state.js';

/** The most faults that are listed. */
const MOST = 12;

export class Writing {
  /** @param {import('./state.js').Store} store */
  constructor(store) {
    this.store = store;
    /** @type {import('./state.js').State | null} what was turned to last, when the JSON was left */
    this.left = null;
    this.formula = new Editor(byId('formula'), formula => store.set({formula, step: null}, 'typing'));
    this.json = new Editor(byId('json'), json => store.set({json, step: null}, 'typing'));
    this.inputs = new Inputs(byId('inputs-body'), byId('inputs-more'), store);
    this.tabs = {formula: byId('tab-formula'), json: byId('tab-json')};
    this.tabs.formula.addEventListener('click', () => this.turn('formula'));
    this.tabs.json.addEventListener('click', () => this.turn('json'));
    byId('tabs').addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
        const to = this.store.state.tab === 'json' ? 'formula' : 'json';
        this.turn(to);
        this.tabs[to].focus();
      }
    });
  }

  /**
   * Turns to the other way of writing, and takes along what is written; where JSON cannot be written as a formula, the
   * last formula comes back. Who looks at the formula and turns back finds the JSON as it was.
   *
   * @param {'formula' | 'json'} tab
   */
  turn(tab) {
    const state = this.store.state;
    if (tab === state.tab) {
      return;
    }
    if (tab === 'formula') {
      this.store.set({...AFRESH, tab, ...formulaOf(state.json)}, 'loading');
      this.left = this.store.state;
      return;
    }
    const isSame = this.left?.formula === state.formula && this.left?.values === state.values;
    this.store.set({tab, json: isSame ? state.json : pretty(modelText(state))}, 'loading');
  }

  update() {
    const {tab, formula, json} = this.store.state;
    this.formula.write(formula);
    this.json.write(json);
    for (const [name, button] of Object.entries(this.tabs)) {
      button.setAttribute('aria-selected', String(name === tab));
      button.tabIndex = name === tab ? 0 : -1;
      byId(`panel-${name}`).hidden = name !== tab;
    }
    this.inputs.update();
  }

  /** @param {import('./service.js').Fault[]} faults */
  blame(faults) {
    const isJson = this.store.state.tab === 'json';
    const editor = isJson ? this.json : this.formula;
    const placed = faults.slice(0, MOST).map(fault => ({
      fault,
      range: isJson ? inJson(editor.field.value, fault) : inFormula(editor.field.value, fault)
    }));
    editor.underline(placed.flatMap(({range}) => range ?? []));
    editor.field.setAttribute('aria-invalid', String(faults.length > 0));
    this.inputs.blame(faults);
    byId('faults').replaceChildren(...placed.map(({fault, range}) => this.item(fault, range, editor)));
    byId('faults-more').textContent = faults.length > MOST ? `And ${faults.length - MOST} more faults.` : '';
  }

  /**
   * @param {import('./service.js').Fault} fault
   * @param {import('./faults.js').Range | null} range
   * @param {Editor} editor
   */
  item(fault, range, editor) {
    const told = sentence(fault);
    const pointer = fault.pointer && !range ? element('code', {}, fault.pointer) : null;
    return element(
      'li',
      {},
      range ? element('button', {type: 'button', class: 'fault', click: () => editor.select(range)}, told) : element('span', {}, told, ' '),
      pointer
    );
  }
}
