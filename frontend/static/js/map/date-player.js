// Plays the map from the first change to the working date; a slider goes to any of the dates.
import {longDate} from '../common/format.js';
import {dateStops, stopAt} from './date-stops.js';

/** How long each date stays, in ms, after it is painted. */
const STAYS = 1500;

export class DatePlayer {
  #state;
  #today;
  #stops;
  #button;
  #slider;
  #settled;
  #tell;
  #changed;
  #words;
  #run = null;
  #own = false;

  /**
   * @param {Element} root with a button and a slider
   * @param {{today: string, changes: string[], first: ?string}} dates as dateStops takes them
   * @param {() => Promise<void>} settled waits until the present date is painted
   * @param {(day: string) => void} tell says in words what a date shows
   * @param {(playing: boolean) => void} changed told when it begins and ends
   */
  constructor(root, state, {today, changes, first}, {settled, tell, changed}) {
    this.#state = state;
    this.#today = today;
    this.#stops = dateStops(changes, today, first);
    this.#settled = settled;
    this.#tell = tell;
    this.#changed = changed;
    this.#button = root.querySelector('button');
    this.#slider = root.querySelector('input');
    this.#words = {play: this.#button.textContent, pause: this.#button.dataset.pause};
    root.hidden = this.#stops.length < 2;
    root.dataset.ready = '';
    this.#connect();
    this.#show();
  }

  #connect() {
    this.#slider.max = this.#stops.length - 1;
    this.#slider.addEventListener('input', () => {
      const index = Number(this.#slider.value); // before stopping puts it back
      this.#stop();
      this.#go(index);
    });
    this.#button.addEventListener('click', () => (this.#run ? this.#stop() : this.#play()));
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.#run) {
        event.stopPropagation();
        this.#stop();
      }
    }, true);
    this.#state.on(['at'], () => {
      if (!this.#own) {
        this.#stop();
      }
      this.#show();
    });
  }

  get #at() {
    return this.#state.at ?? this.#today;
  }

  get #last() {
    return this.#stops.length - 1;
  }

  #go(index) {
    const day = this.#stops[index];
    this.#own = true;
    this.#state.set({at: day === this.#today ? null : day}, {quiet: true});
    this.#own = false;
  }

  async #play() {
    const run = (this.#run = new AbortController());
    this.#changed(true);
    this.#show();
    if (stopAt(this.#stops, this.#at) === this.#last) {
      this.#go(0);
    }
    while (await this.#stayed(run.signal)) {
      const next = stopAt(this.#stops, this.#at) + 1;
      if (next > this.#last) {
        this.#stop();
        return;
      }
      this.#go(next);
    }
  }

  /** Shows a date until it has been seen; false when the play was stopped. The last does not stay. */
  async #stayed(signal) {
    await this.#settled();
    if (signal.aborted) {
      return false;
    }
    this.#tell(this.#at);
    if (stopAt(this.#stops, this.#at) < this.#last) {
      await pause(STAYS, signal);
    }
    return !signal.aborted;
  }

  #stop() {
    if (this.#run) {
      this.#run.abort();
      this.#run = null;
      this.#changed(false);
    }
    this.#show();
  }

  #show() {
    const {play, pause: hold} = this.#words;
    this.#button.textContent = this.#run ? hold : play;
    this.#slider.value = stopAt(this.#stops, this.#at);
    this.#slider.setAttribute('aria-valuetext', longDate(this.#at));
  }
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, {once: true});
  });
}
