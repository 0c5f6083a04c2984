/** Asks again whenever something changed: one question at a time, so that the newest answer is the last. */

const PATIENCE = 3;

/** @template Q, A */
export class Live {
  /**
   * @param {(question: Q, signal: AbortSignal) => Promise<A>} ask
   * @param {(answer: A, question: Q) => void} answered
   * @param {(problem: any, question: Q) => void} failed
   */
  constructor(ask, answered, failed) {
    this.ask = ask;
    this.answered = answered;
    this.failed = failed;
    /** @type {Q | undefined} */
    this.next = undefined;
    this.busy = false;
    this.timer = 0;
  }

  /**
   * Asks soon; a newer question takes the place of one that waits.
   *
   * @param {Q} question
   * @param {number} delay in milliseconds
   */
  later(question, delay) {
    clearTimeout(this.timer);
    this.next = question;
    this.timer = setTimeout(() => this.run(), delay);
  }

  async run() {
    if (this.busy || this.next === undefined) {
      return;
    }
    const question = this.next;
    this.next = undefined;
    this.busy = true;
    try {
      this.answered(await this.patiently(question), question);
    } catch (problem) {
      if (this.next === undefined) {
        this.failed(problem, question);
      }
    } finally {
      this.busy = false;
    }
    this.run();
  }

  /**
   * Waits as long as a busy service asks for, a few times.
   *
   * @param {Q} question
   */
  async patiently(question) {
    for (let tries = 1; ; tries++) {
      try {
        return await this.ask(question, AbortSignal.timeout(30_000));
      } catch (problem) {
        const wait = /** @type {any} */ (problem).retryAfter;
        if (!wait || tries === PATIENCE || this.next !== undefined) {
          throw problem;
        }
        await new Promise(resolve => setTimeout(resolve, 1000 * wait));
      }
    }
  }
}
