/** Starts the page, and keeps its address in step with it. */

import {examples, load} from './examples.js';
import {fromFragment, LONGEST, toFragment} from './link.js';
import {Page} from './page.js';
import {share} from './share.js';
import {FIRST, Store} from './state.js';
import {themes} from './theme.js';
import {tokens} from './token.js';

const EXAMPLE = 'example=';

themes();
const store = new Store((await fromFragment(fragment())) ?? FIRST);
const page = new Page(store);
examples(store);
share(store);
tokens(() => {
  page.start();
  openExample();
});
page.start();

let timer = 0;
store.listen(() => {
  clearTimeout(timer);
  timer = setTimeout(remember, 300);
});
openExample();
addEventListener('hashchange', async () => {
  const state = await fromFragment(fragment());
  if (state) {
    store.set(state, 'loading');
  }
  openExample();
});

function fragment() {
  return location.hash.slice(1);
}

/** An address can name an example, too; one that there is not leaves everything as it is. */
function openExample() {
  if (fragment().startsWith(EXAMPLE)) {
    load(fragment().slice(EXAMPLE.length), store).catch(() => {});
  }
}

/** A model that is too long for an address is not in it. */
async function remember() {
  const fragment = await toFragment(store.state);
  const told = fragment && fragment.length <= LONGEST ? `#${fragment}` : '';
  history.replaceState(null, '', `${location.pathname}${location.search}${told}`);
}
