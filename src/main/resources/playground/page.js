/** The page: what is written goes to the service, and its answer into the picture, the steps and the details. */

import {byId, element, nameOf} from './dom.js';
import {Check} from './check.js';
import {showDetails} from './details.js';
import {child, outline} from './jsontext.js';
import {Live} from './live.js';
import {diagramBody, gradientsBody, modelText} from './model.js';
import {call, Picture} from './picture.js';
import {post, Problem} from './service.js';
import {stepsOf} from './steps.js';
import {Stepper} from './stepper.js';
import {showTensors} from './tensors.js';
import {unveil} from './unveil.js';
import {stop, walkable} from './walk.js';
import {Writing} from './writing.js';

/**
 * What the service last answered.
 *
 * @typedef {object} Shown
 * @property {Record<string, import('./service.js').Node>} nodes
 * @property {string[]} names of the nodes, in topological order
 * @property {string} output
 * @property {import('./steps.js').Step[]} steps
 * @property {{node: string, reason: string}[]} warnings
 * @property {string | null} drawing null where it is too large to be drawn
 */

const DELAYS = {typing: 180, dragging: 0, loading: 0};

export class Page {
  /** @param {import('./state.js').Store} store */
  constructor(store) {
    this.store = store;
    /** @type {Shown} */
    this.shown = {nodes: {}, names: [], output: '', steps: [], warnings: [], drawing: null};
    this.writing = new Writing(store);
    this.picture = new Picture(byId('frame'), name => this.choose(name));
    this.stepper = new Stepper(store);
    this.check = new Check(store, this.picture);
    this.live = new Live(ask, shown => this.show(shown), problem => this.fail(problem));
    walkable(this.picture, () => this.shown.nodes);
    store.listen((changed, hint) => this.changed(changed, hint));
    byId('zoom-in').addEventListener('click', () => this.picture.enlarge(1.25));
    byId('zoom-out').addEventListener('click', () => this.picture.enlarge(0.8));
    byId('zoom-fit').addEventListener('click', () => this.picture.enlarge(0));
    for (const mode of /** @type {const} */ (['explore', 'check'])) {
      byId(`mode-${mode}`).addEventListener('change', () => store.set({mode, step: null}, 'loading'));
    }
    for (const tensors of /** @type {const} */ (['maps', 'numbers'])) {
      byId(`as-${tensors}`).addEventListener('change', () => store.set({tensors}));
    }
    byId('close-details').addEventListener('click', () => store.set({chosen: null}));
  }

  /** Asks for what the state says. */
  start() {
    this.writing.update();
    this.live.later(this.store.state, 0);
  }

  /**
   * @param {Set<string>} changed
   * @param {string} hint
   */
  changed(changed, hint) {
    this.writing.update();
    if (['tab', 'formula', 'values', 'json'].some(key => changed.has(key))) {
      this.check.forget();
      this.live.later(this.store.state, DELAYS[hint] ?? 0);
    } else if (changed.has('mode') || changed.has('claimsValues')) {
      this.live.later(this.store.state, 0);
    } else if (hint !== 'claiming') {
      this.tell();
    }
  }

  /** @param {string} name */
  choose(name) {
    if (this.store.state.mode === 'check') {
      this.check.aim(name);
    }
    this.store.set({chosen: name === this.store.state.chosen ? null : name});
  }

  /** @param {Shown} shown */
  show(shown) {
    this.shown = shown;
    if (shown.drawing !== null) {
      this.picture.show(shown.drawing, shown.names);
      stop(this.picture);
    }
    byId('too-large').hidden = shown.drawing !== null;
    byId('frame').hidden = shown.drawing === null;
    this.writing.blame([]);
    byId('stale').hidden = true;
    this.tell();
  }

  /** The last good picture stays. @param {unknown} problem */
  fail(problem) {
    const faults = problem instanceof Problem ? problem.faults : [{pointer: '', detail: `The page failed: ${problem}`}];
    this.writing.blame(faults);
    byId('stale').hidden = this.shown.names.length === 0;
  }

  /** Shows the last answer as far as the state has it. */
  tell() {
    const {shown, picture, store} = this;
    const state = store.state;
    const isCheck = state.mode === 'check';
    byId(`mode-${state.mode}`).checked = true;
    byId('stepper').hidden = isCheck;
    picture.frame.classList.toggle('hides-values', isCheck && state.claimsValues);
    this.stepper.update(shown);
    unveil(picture, shown.nodes, shown.steps, isCheck ? null : state.step);
    this.secret(isCheck || state.step !== null);
    picture.nodes().forEach((node, place) => node.classList.toggle('chosen', picture.names[place] === state.chosen));
    showDetails(shown, state);
    showTensors(shown, state);
    byId('warnings').replaceChildren(...shown.warnings.map(({node, reason}) => element('li', {}, nameOf(node), ': ', reason)));
    this.check.update(shown);
  }

  /** What a node is called aloud, and when pointed at, must not say what is still to be found out. */
  secret(isSecret) {
    for (const node of this.picture.nodes()) {
      node.dataset.told ??= node.querySelector('title')?.textContent ?? '';
      const told = isSecret ? node.dataset.told.replace(/(?<=[:;] )(?:constant )?value .*$/, '').replace(/[:;] $/, '') : node.dataset.told;
      call(node, told);
    }
  }
}

/**
 * @param {import('./state.js').State} state
 * @param {AbortSignal} signal
 * @returns {Promise<Shown>}
 */
async function ask(state, signal) {
  const model = modelText(state);
  const drawing = post('v1/diagrams', diagramBody(model, 'auto', state.mode !== 'check'), 'image/svg+xml', signal).catch(unlessLimit);
  const told = post('v1/gradients', gradientsBody(model), undefined, signal).catch(problem => {
    unlessLimit(problem);
    return post('v1/gradients', gradientsBody(model, true), undefined, signal);
  });
  const [svg, text] = await Promise.all([drawing, told]);
  const {nodes, output, warnings = []} = JSON.parse(text);
  // In the order of the text: an object of JavaScript would put a node named 2 before one named a.
  const names = child(outline(text), 'nodes')?.parts.map(part => String(part.key)) ?? [];
  return {nodes, names, output, steps: stepsOf(names, nodes, output), warnings, drawing: svg};
}

/** @param {unknown} problem */
function unlessLimit(problem) {
  if (problem instanceof Problem && problem.isLimit) {
    return null;
  }
  throw problem;
}
