/** Starts the page, and keeps its address in step with it. */

import {byId} from './dom.js';
import {examples, load} from './examples.js';
import {fromFragment, LONGEST, toFragment} from './link.js';
import {Page} from './page.js';
import {share} from './share.js';
import {FIRST, Store} from './state.js';
import {themes} from './theme.js';

const EXAMPLE = 'example=';

themes();
const store = new Store((await stateOfAddress()) ?? FIRST);
const page = new Page(store);
examples(store);
share(store);
page.start();

let timer = 0;
store.listen(() => {
  clearTimeout(timer);
  timer = setTimeout(remember, 300);
});
addEventListener('hashchange', async () => {
  const state = await stateOfAddress();
  if (state) {
    store.set(state, 'loading');
  }
});
if (location.hash.slice(1).startsWith(EXAMPLE)) {
  load(decodeURIComponent(location.hash.slice(1 + EXAMPLE.length)), store).catch(() => byId('stale').focus());
}

/** @returns {Promise<import('./state.js').State | null>} */
function stateOfAddress() {
  return fromFragment(location.hash.slice(1));
}

/** A model that is too long for an address is not in it. */
async function remember() {
  const fragment = await toFragment(store.state);
  const told = fragment && fragment.length <= LONGEST ? `#${fragment}` : '';
  history.replaceState(null, '', `${location.pathname}${location.search}${told}`);
}
