/** Checking a student's gradients: claims for each node, and what the grader says of them. */

import {byId, element, nameOf, visible} from './dom.js';
import {badges} from './badges.js';
import {gradesBody, modelText} from './model.js';
import {post} from './service.js';

/**
 * @typedef {import('./page.js').Shown} Shown
 * @typedef {{node: string, quantity: string, verdict: string, feedback?: string}} Item
 */

const WORDS = {
  correct: 'right',
  carried_forward: 'right, given an earlier one',
  incorrect: 'wrong',
  wrong_shape: 'wrong shape',
  not_finite: 'not finite',
  not_a_number: 'no number',
  missing: 'missing',
  not_graded: 'not graded'
};

export class Check {
  /**
   * @param {import('./state.js').Store} store
   * @param {import('./picture.js').Picture} picture
   */
  constructor(store, picture) {
    this.store = store;
    this.picture = picture;
    /** @type {Item[]} */
    this.items = [];
    this.laid = '';
    byId('claims').addEventListener('submit', (/** @type {Event} */ event) => {
      event.preventDefault();
      this.grade();
    });
    byId('claims-values').addEventListener('change', () => this.store.set({claimsValues: byId('claims-values').checked}));
  }

  /** @param {Shown} shown */
  update({names, nodes}) {
    const state = this.store.state;
    byId('check').hidden = state.mode !== 'check';
    byId('claims-values').checked = state.claimsValues;
    const asked = names.flatMap(name => [
      ...(state.claimsValues && nodes[name].op ? [[name, 'value']] : []),
      ...(nodes[name].gradient !== undefined ? [[name, 'gradient']] : [])
    ]);
    const laid = JSON.stringify(asked);
    if (this.laid !== laid) {
      this.laid = laid;
      this.items = [];
      byId('claims-body').replaceChildren(...asked.map(([name, quantity]) => this.row(name, quantity, nodes[name].shape)));
    }
    for (const field of byId('claims-body').querySelectorAll('input')) {
      const text = state.claims[field.dataset.node]?.[field.dataset.quantity] ?? '';
      if (field.value !== text) {
        field.value = text;
      }
    }
    this.tellAll();
  }

  /**
   * @param {string} name
   * @param {string} quantity
   * @param {number[]} shape
   */
  row(name, quantity, shape) {
    const id = `claim-${quantity}-${name}`;
    const field = element('input', {
      id,
      class: 'number',
      autocomplete: 'off',
      spellcheck: 'false',
      'data-node': name,
      'data-quantity': quantity,
      'aria-label': `Your ${quantity} of ${visible(name)}`,
      placeholder: shape.length > 0 ? `${shape.join('×')}, [[…]]` : '',
      input: () => this.claim(name, quantity, field.value)
    });
    return element(
      'div',
      {class: 'claim'},
      element('label', {for: id}, element('span', {class: quantity}, quantity), ' of ', nameOf(name)),
      field,
      element('output', {class: 'verdict', for: id})
    );
  }

  /**
   * @param {string} name
   * @param {string} quantity
   * @param {string} text
   */
  claim(name, quantity, text) {
    const claims = this.store.state.claims;
    this.items = this.items.filter(item => item.node !== name || item.quantity !== quantity);
    this.store.set({claims: {...claims, [name]: {...claims[name], [quantity]: text}}}, 'claiming');
  }

  /** What was said of claims about another model says nothing about this one. */
  forget() {
    this.items = [];
    byId('grade').textContent = '';
  }

  /** Goes to a node's field. @param {string} name */
  aim(name) {
    byId('claims-body').querySelector(`input[data-node="${CSS.escape(name)}"]`)?.focus();
  }

  async grade() {
    const state = this.store.state;
    try {
      const grade = JSON.parse(await post('v1/grades', gradesBody(modelText(state), state.claims)));
      this.items = grade.items ?? [];
      const right = this.items.filter(item => item.verdict === 'correct').length;
      byId('grade').textContent =
        this.items.length === 0
          ? 'Nothing is claimed yet: type a gradient beside a node.'
          : `${right} of ${this.items.length} right, ${grade.score} of ${grade.maxScore} points.`;
    } catch (problem) {
      this.items = [];
      byId('grade').textContent = /** @type {any} */ (problem).faults?.[0]?.detail ?? String(problem);
    }
    this.tellAll();
  }

  tellAll() {
    const isOn = this.store.state.mode === 'check';
    for (const field of byId('claims-body').querySelectorAll('input')) {
      const item = this.items.find(each => each.node === field.dataset.node && each.quantity === field.dataset.quantity);
      const place = field.parentElement.querySelector('.verdict');
      place.replaceChildren(...(item ? [element('strong', {class: item.verdict}, WORDS[item.verdict] ?? item.verdict), ` ${item.feedback ?? ''}`] : []));
    }
    badges(this.picture, isOn ? this.items : [], WORDS);
  }
}
