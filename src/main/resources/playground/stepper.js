/** Stepping through the passes: buttons, a slider, and what happens in the step. */

import {byId} from './dom.js';
import {tell} from './tell.js';

const PACE = 1600;

/** @typedef {import('./page.js').Shown} Shown */

export class Stepper {
  /** @param {import('./state.js').Store} store */
  constructor(store) {
    this.store = store;
    this.steps = [];
    this.timer = 0;
    this.slider = byId('step-slider');
    this.slider.addEventListener('input', () => this.go(Number(this.slider.value)));
    byId('step-first').addEventListener('click', () => this.go(0));
    byId('step-back').addEventListener('click', () => this.go(this.at() - 1));
    byId('step-next').addEventListener('click', () => this.go(this.isEnd() ? 0 : this.at() + 1));
    byId('step-last').addEventListener('click', () => this.go(this.steps.length + 1));
    byId('step-play').addEventListener('click', () => (this.timer ? this.pause() : this.play()));
  }

  isEnd() {
    return this.store.state.step === null;
  }

  /** How many steps are done; one more than there are is the end, where all is shown and nothing marked. */
  at() {
    return Math.min(this.store.state.step ?? Infinity, this.steps.length + 1);
  }

  /** @param {number} step */
  go(step, byHand = true) {
    if (byHand) {
      this.pause();
    }
    this.store.set({step: step > this.steps.length ? null : Math.max(0, step)});
  }

  play() {
    this.go(this.isEnd() ? 0 : this.at() + 1, false);
    this.timer = setInterval(() => {
      this.go(this.at() + 1, false);
      if (this.isEnd()) {
        this.pause();
      }
    }, PACE);
    byId('step-play').textContent = 'Pause';
  }

  pause() {
    clearInterval(this.timer);
    this.timer = 0;
    byId('step-play').textContent = 'Play';
  }

  /** @param {Shown} shown */
  update({steps, nodes}) {
    this.steps = steps;
    const at = this.at();
    const last = steps.length + 1;
    const step = steps[at - 1];
    this.slider.max = String(last);
    this.slider.value = String(at);
    this.slider.setAttribute('aria-valuetext', `${at} of ${last}`);
    byId('step-first').disabled = at === 0;
    byId('step-back').disabled = at === 0;
    byId('step-last').disabled = this.isEnd();
    byId('step-next').textContent = this.isEnd() ? 'Step through' : 'Next';
    byId('step-count').textContent = this.isEnd() ? 'Both passes are done' : `Step ${at} of ${steps.length}`;
    byId('step-pass').textContent = this.isEnd() || at === 0 ? '' : step?.kind === 'forward' ? 'forward pass' : 'backward pass';
    byId('step-pass').className = step?.kind === 'forward' ? 'value' : 'gradient';
    byId('step-text').replaceChildren(...(this.isEnd() ? [] : tell(step, nodes)));
    byId('lead').hidden = !this.isEnd() || this.store.state.mode === 'check';
  }
}
