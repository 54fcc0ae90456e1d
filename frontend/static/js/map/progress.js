// Tracks whether the page is still fetching or painting, for `data-busy` of an element.

export class Progress {
  #element;
  #running = 0;
  #waiting = [];

  constructor(element) {
    this.#element = element;
  }

  /** Counts a piece of work from now until its promise settles, and hands the promise on. */
  track(promise) {
    this.begin();
    promise.then(() => this.end(), () => this.end());
    return promise;
  }

  begin() {
    this.#running += 1;
    this.#element.dataset.busy = 'true';
  }

  end() {
    this.#running -= 1;
    this.#element.dataset.busy = String(this.#running > 0);
    if (this.#running === 0) {
      this.#waiting.splice(0).forEach((resolve) => resolve());
    }
  }

  /** Resolves when nothing runs any more. */
  settled() {
    return this.#running === 0
      ? Promise.resolve()
      : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
