/** The bodies that are sent, made of what is written. Numbers go out digit by digit as they were typed. */

import {edited} from './jsontext.js';
import {freeNames} from './formulatext.js';

/** @typedef {import('./state.js').State} State */

/** What a request may say besides its model, and the page says by itself. */
const ASIDE = new Set(['include', 'wrt', 'encoding', 'theme', 'gradients', 'step', 'vector', 'covector', 'library']);

const TOLD = '"include": ["values", "gradients", "flows", "local", "derivations"]';
const TOLD_BRIEFLY = '"include": ["values", "gradients", "flows"]';

/** What a name stands for until somebody says it. */
export const UNSAID = '1';

/**
 * The model as JSON.
 *
 * @param {State} state
 * @returns {string}
 */
export function modelText(state) {
  if (state.tab === 'json') {
    return edited(state.json, key => ASIDE.has(key));
  }
  const values = freeNames(state.formula).map(name => `${JSON.stringify(name)}: ${asJson(valueText(state, name))}`);
  return `{"formula": ${JSON.stringify(state.formula)}, "values": {${values.join(', ')}}}`;
}

/**
 * @param {State} state
 * @param {string} name
 */
export function valueText(state, name) {
  return Object.hasOwn(state.values, name) ? state.values[name] : UNSAID;
}

/**
 * What was typed, as JSON: what is none is sent as a string, and the service says what is wrong with it.
 *
 * @param {string} text
 */
export function asJson(text) {
  const plain = text.trim().replaceAll('−', '-').replace(/^\+(?=[\d.])/, '').replace(/^(-?)\./, '$10.');
  try {
    JSON.parse(plain);
    return plain;
  } catch {
    return JSON.stringify(text);
  }
}

/**
 * @param {string} model
 * @param {boolean} [brief] without what may be more than an answer may hold
 */
export function gradientsBody(model, brief = false) {
  return edited(model, () => false, brief ? TOLD_BRIEFLY : TOLD);
}

/**
 * @param {string} model
 * @param {string} theme
 * @param {boolean} gradients
 */
export function diagramBody(model, theme, gradients) {
  return edited(model, () => false, `"theme": "${theme}", "gradients": ${gradients}`);
}

/**
 * @param {string} model
 * @param {Record<string, Record<string, string>>} claims
 */
export function gradesBody(model, claims) {
  const told = Object.entries(claims).map(([node, quantities]) => {
    const each = Object.entries(quantities).filter(([, text]) => text.trim() !== '');
    return `${JSON.stringify(node)}: {${each.map(([name, text]) => `"${name}": ${asJson(text)}`).join(', ')}}`;
  });
  return `{"model": ${model}, "claims": {${told.join(', ')}}, "reveal": "feedback"}`;
}
