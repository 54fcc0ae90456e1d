/* Whether the page is still fetching or painting something, told in `data-busy` of an element. */

export class Progress {
  #element;
  #running = 0;

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
  }
}
