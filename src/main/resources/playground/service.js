/** The service, as the page asks it. Addresses are relative: the page may stand behind a prefix. */

import {askForToken, authorization} from './token.js';

/**
 * @typedef {import('./numbers.js').Tensor} Tensor
 * @typedef {{pointer: string, detail: string}} Fault
 * @typedef {object} Node
 * @property {string} [op]
 * @property {string[]} [inputs]
 * @property {number[]} shape
 * @property {Tensor} value
 * @property {Tensor} [gradient]
 * @property {(Tensor | null)[]} [flows]
 * @property {(Tensor | null)[]} [local]
 * @property {string} [meaning]
 * @property {string} [reason]
 * @property {(string | null)[]} [derivations]
 * @property {string} [accumulation]
 */

/** Why the service did not answer what it was asked. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} title
   * @param {Fault[]} faults
   * @param {number} [retryAfter] seconds
   */
  constructor(status, title, faults, retryAfter) {
    super(title);
    this.status = status;
    this.faults = faults;
    this.retryAfter = retryAfter;
  }

  /** Whether it is a limit that stands in the way, rather than a mistake. */
  get isLimit() {
    return this.faults.some(fault => fault.detail.startsWith('The limit '));
  }
}

/**
 * Posts a body and gives the answer's text.
 *
 * @param {string} path
 * @param {string} body
 * @param {string} accept
 * @param {AbortSignal} [signal]
 * @returns {Promise<string>}
 */
export function post(path, body, accept = 'application/json', signal) {
  return send(path, {method: 'POST', headers: {'Content-Type': 'application/json', Accept: accept}, body, signal});
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
export function get(path) {
  return send(path, {headers: {Accept: 'application/json'}});
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
async function send(path, request) {
  let answer;
  try {
    answer = await fetch(path, {...request, headers: {...request.headers, ...authorization()}});
  } catch (error) {
    if (request.signal?.aborted) {
      throw error;
    }
    throw new Problem(0, 'The service does not answer', [{pointer: '', detail: 'The service does not answer. Is it running?'}]);
  }
  const text = await answer.text();
  if (answer.ok) {
    return text;
  }
  if (answer.status === 401) {
    askForToken();
  }
  throw problem(answer, text);
}

/**
 * @param {Response} answer
 * @param {string} text
 */
function problem(answer, text) {
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  try {
    const told = JSON.parse(text);
    const faults = told.errors ?? [{pointer: '', detail: told.detail ?? told.title}];
    return new Problem(answer.status, told.title, faults, retryAfter);
  } catch {
    const detail = `The service answered ${answer.status}.`;
    return new Problem(answer.status, detail, [{pointer: '', detail}], retryAfter);
  }
}
