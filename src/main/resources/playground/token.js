/** The token of a service that wants one: kept while the tab is open, and in no link. */

import {byId} from './dom.js';

const KEY = 'letsbackprop.token';

export function hasToken() {
  return Boolean(sessionStorage.getItem(KEY));
}

/** What a request says of it. */
export function authorization() {
  return hasToken() ? {Authorization: `Bearer ${sessionStorage.getItem(KEY)}`} : {};
}

/** Shows the field, since the service did not take the request. */
export function askForToken() {
  byId('token-said').textContent = hasToken() ? 'The service does not know this token.' : 'This service answers only with a token.';
  byId('token-form').hidden = false;
}

/**
 * Keeps what is typed into the field.
 *
 * @param {() => void} again asks the service anew
 */
export function tokens(again) {
  byId('token-form').addEventListener('submit', (/** @type {Event} */ event) => {
    event.preventDefault();
    sessionStorage.setItem(KEY, byId('token').value.trim());
    byId('token').value = '';
    byId('token-form').hidden = true;
    again();
  });
}
