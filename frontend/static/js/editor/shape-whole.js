// Moves the whole shape, puts another in its place, or begins again.
import {text} from '../common/texts.js';

export class ShapeWhole {
  #controller;
  #moving = false;

  /** @param {ShapeController} controller */
  constructor(controller) {
    this.#controller = controller;
  }

  /** Whether the shape is moved as a whole, and not by its points. */
  get moving() {
    return this.#moving;
  }

  toggleMoving() {
    this.#moving = !this.#moving;
    this.#controller.drawing.end();
    this.#controller.refresh();
    this.#controller.say(text(this.#moving ? 'script.edit.move' : 'script.edit.left'));
  }

  leave() {
    this.#moving = false;
  }

  moveBy(east, north) {
    this.#controller.model.moveAll(east, north);
    this.#controller.say(text('script.edit.moved', east.toFixed(1), north.toFixed(1)));
  }

  /** Takes what the server made of the shape, and says it. */
  replace(json, sentence) {
    this.#controller.points.forget();
    this.#controller.model.replace(json);
    this.#controller.say(sentence);
  }

  /** Begins again; undo brings it all back. */
  clear() {
    this.#controller.points.forget();
    this.#controller.model.clear();
    this.#controller.say(text('script.edit.nothing'));
  }
}
