// Chooses, adds, moves and removes single points, from the map and from the list of points.
import {text} from '../common/texts.js';
import {sizeWords} from './shape-size.js';

const following = (place) => ({...place, point: place.point + 1});
const metres = (point) => point.map((it) => it.toFixed(1));

export class ShapePoints {
  #controller;
  #chosen = null;

  /** @param {ShapeController} controller */
  constructor(controller) {
    this.#controller = controller;
  }

  /** The place of the chosen point; null for none, or when it is no more. */
  get chosen() {
    return this.#controller.model.at(this.#chosen) ? this.#chosen : null;
  }

  choose(place) {
    const {model, view} = this.#controller;
    this.#chosen = place;
    if (place) {
      const point = model.at(place);
      if (!view.isInView(point)) {
        view.goTo(point);
      }
      this.#controller.say(text('script.edit.chosen', place.point + 1, ...metres(point)));
    }
    this.#controller.refresh();
  }

  /** Marks the point that has the keyboard in the list. */
  look(place) {
    if (JSON.stringify(this.#chosen) !== JSON.stringify(place)) {
      this.#chosen = place;
      this.#controller.refresh();
    }
  }

  leave() {
    if (this.#chosen) {
      this.choose(null);
    }
  }

  /** Forgets what was chosen: another shape takes its place. */
  forget() {
    this.#chosen = null;
  }

  addAfter(place) {
    const {model} = this.#controller;
    const ring = model.ring(place);
    const last = place.point === ring.length - 1;
    const next = ring[last && model.kind === 'line' ? place.point - 1 : (place.point + 1) % ring.length];
    const from = ring[place.point];
    // After the end of a line: as far again; else halfway to the next.
    const by = last && model.kind === 'line' ? -1 : 0.5;
    const point = from.map((it, i) => Math.round((it + (next[i] - it) * by) * 1000) / 1000);
    this.#chosen = following(place);
    model.insert(place, point);
    this.#controller.say(text('script.edit.added', place.point + 2));
  }

  /** Puts a point after the chosen one, and goes on from it. */
  addAfterChosen(point) {
    const place = following(this.chosen);
    this.#controller.model.insert(this.chosen, point);
    this.choose(place);
  }

  remove(place) {
    const {model} = this.#controller;
    this.#chosen = null;
    model.remove(place);
    this.#controller.say(text('script.edit.removed', sizeWords(model.kind, model.parts)));
  }

  /** Moves a point to where it was typed. */
  type(place, point) {
    const {model} = this.#controller;
    this.#chosen = place;
    model.move(place, point);
    this.#controller.say(text('script.edit.at', place.point + 1, ...metres(point), sizeWords(model.kind, model.parts)));
  }

  /** Moves a point by hand. */
  move(place, point) {
    this.#controller.model.move(place, point);
    this.#placed(place, point);
  }

  /** Puts a point after another by hand. */
  insert(place, point) {
    this.#controller.model.insert(place, point);
    this.#placed(following(place), point);
  }

  /** What was placed by hand is snapped if that is wanted. */
  #placed(place, point) {
    const {model, checks} = this.#controller;
    this.#controller.say(text('script.edit.placed', place.point + 1, sizeWords(model.kind, model.parts)));
    checks.snap(point, (to) => model.amend(place, point, to));
  }
}
