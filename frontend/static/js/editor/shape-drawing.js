// What is being drawn and is no part of the shape yet: a new part, a hole, or a line to cut along.
import {FEWEST} from './shape-json.js';

/** Clicks nearer than this, in pixels, are one; and one this near to the first point closes an area. */
const SAME = 6;

/** @typedef {'part'|'hole'|'cut'} Purpose */
export class ShapeDrawing {
  #view;
  #purpose = null;
  #kind;
  #points = [];

  constructor(view) {
    this.#view = view;
  }

  get purpose() {
    return this.#purpose;
  }

  get kind() {
    return this.#kind;
  }

  get points() {
    return this.#points;
  }

  get missing() {
    return Math.max(0, FEWEST[this.#kind] - this.#points.length);
  }

  begin(purpose, kind) {
    this.#purpose = purpose;
    this.#kind = kind;
    this.#points = [];
  }

  /** @returns {'closed'|'same'|'added'} */
  add(point, exact = false) {
    const [first] = this.#points;
    const last = this.#points.at(-1);
    if (last && (last.join() === point.join() || (!exact && this.#view.pixelsBetween(last, point) < SAME))) {
      return 'same';
    }
    if (this.#kind === 'area' && this.missing === 0 && (first.join() === point.join() || (!exact && this.#view.pixelsBetween(first, point) < SAME))) {
      return 'closed';
    }
    this.#points = [...this.#points, point];
    return 'added';
  }

  /** Corrects the last point, if it is still there. */
  amend(from, to) {
    this.#points = this.#points.map((point) => (point === from ? to : point));
  }

  removeLast() {
    this.#points = this.#points.slice(0, -1);
  }

  end() {
    this.#purpose = null;
    this.#points = [];
  }
}
