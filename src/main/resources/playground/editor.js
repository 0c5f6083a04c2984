/** A text field in which faults are underlined at their place. */

import {element} from './dom.js';

/** @typedef {import('./faults.js').Range} Range */

export class Editor {
  /**
   * @param {HTMLTextAreaElement} field
   * @param {(text: string) => void} typed
   */
  constructor(field, typed) {
    this.field = field;
    /** Behind the field, in the same letters, which are not seen: only the marks are. */
    this.marks = element('div', {class: 'marks', 'aria-hidden': 'true'});
    field.before(this.marks);
    field.addEventListener('input', () => {
      this.underline([]);
      typed(field.value);
    });
    field.addEventListener('scroll', () => this.follow());
  }

  /** @param {string} text */
  write(text) {
    if (this.field.value !== text) {
      this.field.value = text;
      this.underline([]);
    }
  }

  /** @param {Range[]} ranges */
  underline(ranges) {
    const text = this.field.value;
    const pieces = [];
    let done = 0;
    for (const {start, end} of [...ranges].sort((a, b) => a.start - b.start)) {
      if (start >= done && start <= text.length) {
        pieces.push(text.slice(done, start), element('mark', {}, text.slice(start, end) || ' '));
        done = end;
      }
    }
    // A last empty line would not be as high as in the field.
    this.marks.replaceChildren(...pieces, `${text.slice(done)} `);
    this.follow();
  }

  /**
   * Puts the cursor where a fault is.
   *
   * @param {Range} range
   */
  select({start, end}) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
  }

  follow() {
    this.marks.scrollTop = this.field.scrollTop;
    this.marks.scrollLeft = this.field.scrollLeft;
  }
}
