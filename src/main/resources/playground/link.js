/** The state as the part of an address after `#`: a version, a dot, and the JSON of it, deflated, in URL-safe base64. */

import {FIRST} from './state.js';

/** @typedef {import('./state.js').State} State */

const VERSION = '1.';

/** A longer address is refused by some of what it would be sent through. */
export const LONGEST = 16_000;

const CHECKS = {
  tab: value => value === 'formula' || value === 'json',
  formula: isText,
  values: value => isRecord(value) && Object.values(value).every(isText),
  json: isText,
  step: value => value === null || (Number.isInteger(value) && value >= 0),
  chosen: value => value === null || isText(value),
  mode: value => value === 'explore' || value === 'check',
  claims: value => isRecord(value) && Object.values(value).every(each => isRecord(each) && Object.values(each).every(isText)),
  claimsValues: value => typeof value === 'boolean',
  tensors: value => value === 'numbers' || value === 'maps'
};

/**
 * What differs from the first visit, as text.
 *
 * @param {State} state
 * @returns {Promise<string>}
 */
export async function toFragment(state) {
  const told = Object.entries(state).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(FIRST[key]));
  if (told.length === 0) {
    return '';
  }
  const bytes = new TextEncoder().encode(JSON.stringify(Object.fromEntries(told)));
  const packed = await through(new CompressionStream('deflate-raw'), bytes);
  const base64 = btoa(Array.from(packed, byte => String.fromCharCode(byte)).join(''));
  return VERSION + base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The state that a fragment tells; null where it tells none. Nothing in it is believed to be what it should be.
 *
 * @param {string} fragment without the `#`
 * @returns {Promise<State | null>}
 */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(VERSION)) {
    return null;
  }
  try {
    const base64 = fragment.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/');
    const packed = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
    const bytes = await through(new DecompressionStream('deflate-raw'), packed, 1 << 22);
    return checked(JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)));
  } catch {
    return null;
  }
}

/** @param {any} told */
function checked(told) {
  if (!isRecord(told)) {
    return null;
  }
  const state = {...FIRST};
  for (const [key, isRight] of Object.entries(CHECKS)) {
    if (Object.hasOwn(told, key)) {
      if (!isRight(told[key])) {
        return null;
      }
      state[key] = told[key];
    }
  }
  return state;
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === 'string';
}

/** @param {unknown} value */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Sends bytes through a stream; more than so many are refused.
 *
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} [most]
 */
async function through(stream, bytes, most = Infinity) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const pieces = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length;
    if (size > most) {
      throw new RangeError('too long');
    }
    pieces.push(piece.value);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
