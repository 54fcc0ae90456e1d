// The shape that is edited, with its history for undo.
import {FEWEST, fromJson, toJson} from './shape-json.js';

const rounded = (metres) => Math.round(metres * 1000) / 1000;

/** Each change is one step of undo. A place in the shape is `{part, ring, point}`. Fires `change`. */
export class ShapeModel extends EventTarget {
  #kind;
  #parts = [];
  #past = [];
  #future = [];

  constructor(kind) {
    super();
    this.#kind = kind;
  }

  get kind() {
    return this.#kind;
  }

  get parts() {
    return this.#parts;
  }

  get isEmpty() {
    return this.#parts.length === 0;
  }

  get json() {
    return toJson(this.#kind, this.#parts);
  }

  /** Shows a shape without a step of undo; null for none. */
  open(json) {
    const read = fromJson(json);
    this.#kind = read?.kind ?? this.#kind;
    this.#parts = read?.parts ?? [];
    this.#tell();
  }

  /** What is drawn from now on, where nothing is yet. */
  become(kind) {
    if (kind !== this.#kind) {
      this.#kind = kind;
      this.#parts = [];
      this.#past = [];
      this.#future = [];
      this.#tell();
    }
  }

  /** Takes another shape of the same kind as the next step. */
  replace(json) {
    const read = fromJson(json);
    if (read?.kind === this.#kind) {
      this.#step(read.parts);
    }
  }

  ring({part, ring}) {
    return this.#parts[part]?.[ring] ?? null;
  }

  at(place) {
    return (place && this.ring(place)?.[place.point]) ?? null;
  }

  addPart(points) {
    this.#step([...this.#parts, [points]]);
  }

  addHole(part, points) {
    this.#step(this.#parts.map((rings, i) => (i === part ? [...rings, points] : rings)));
  }

  /** Puts a point after a place. */
  insert(place, point) {
    this.#ring(place, (ring) => ring.toSpliced(place.point + 1, 0, point));
  }

  move(place, point) {
    this.#ring(place, (ring) => ring.with(place.point, point));
  }

  /** A ring that has the fewest points it can have goes whole, and an outline with its holes. */
  remove(place) {
    if (this.ring(place).length > FEWEST[this.#kind]) {
      this.#ring(place, (ring) => ring.toSpliced(place.point, 1));
    } else if (place.ring > 0) {
      this.#step(this.#parts.map((rings, i) => (i === place.part ? rings.toSpliced(place.ring, 1) : rings)));
    } else {
      this.#step(this.#parts.toSpliced(place.part, 1));
    }
  }

  moveAll(east, north) {
    const moved = ([e, n]) => [rounded(e + east), rounded(n + north)];
    this.#step(this.#parts.map((rings) => rings.map((ring) => ring.map(moved))));
  }

  clear() {
    this.#step([]);
  }

  /** Corrects what the last step did to a point, as a part of that step. */
  amend(place, from, to) {
    if (this.at(place)?.join() === from.join()) {
      this.#parts = withRing(this.#parts, place, (ring) => ring.with(place.point, to));
      this.#tell();
    }
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  undo() {
    this.#go(this.#past, this.#future);
  }

  redo() {
    this.#go(this.#future, this.#past);
  }

  #go(from, to) {
    if (from.length > 0) {
      to.push(this.#parts);
      this.#parts = from.pop();
      this.#tell();
    }
  }

  #ring(place, change) {
    this.#step(withRing(this.#parts, place, change));
  }

  #step(parts) {
    this.#past.push(this.#parts);
    this.#future = [];
    this.#parts = parts;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}

const withRing = (parts, place, change) =>
  parts.map((rings, i) =>
    i === place.part ? rings.map((ring, j) => (j === place.ring ? change(ring) : ring)) : rings);
