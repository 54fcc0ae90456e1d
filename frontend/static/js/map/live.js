// Receives changes from the server while the page is visible.
import {withParameters} from '../common/api.js';

/** Messages that come within this time, in ms, are handed on together. */
const TOGETHER = 20;

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60000;

/**
 * A connection is one of the six that a browser has for a server, so a page that is hidden closes it,
 * and asks for what it missed when it is seen again.
 */
export class Live {
  #since;
  #changed;
  #heard = null;
  #source = null;
  #pause = FIRST_PAUSE;
  #retry = null;
  #waiting = [];
  #inSight = true;

  /**
   * @param {() => string} since the revisions that the page shows, before it has heard of any
   * @param {(changes: object[]) => void} changed takes {layer, revision, bbox, minzoom, maxzoom}
   */
  constructor(since, changed) {
    this.#since = since;
    this.#changed = changed;
  }

  /** @param {?Element} [frame] what must be in sight too, in a frame of another page */
  start(frame = null) {
    document.addEventListener('visibilitychange', () => this.#follow());
    if (frame) {
      new IntersectionObserver(([{isIntersecting}]) => {
        this.#inSight = isIntersecting;
        this.#follow();
      }).observe(frame);
    }
    this.#follow();
  }

  #follow() {
    if (document.hidden || !this.#inSight) {
      this.#close();
    } else {
      this.#connect();
    }
  }

  #connect() {
    if (this.#source) {
      return;
    }
    clearTimeout(this.#retry);
    this.#source = new EventSource(withParameters('/events', {since: this.#heard ?? this.#since()}));
    this.#source.onopen = () => (this.#pause = FIRST_PAUSE);
    this.#source.onmessage = (message) => this.#gather(message);
    this.#source.onerror = () => this.#later();
  }

  #close() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  /** Pauses grow, and differ, so that a server that comes back is not met by all maps at once. */
  #later() {
    this.#close();
    this.#retry = setTimeout(() => this.#follow(), this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
  }

  #gather({data, lastEventId}) {
    this.#heard = lastEventId || this.#heard;
    if (this.#waiting.length === 0) {
      setTimeout(() => this.#changed(this.#waiting.splice(0)), TOGETHER);
    }
    this.#waiting.push(JSON.parse(data));
  }
}
