import {text} from '../common/texts.js';

/** Moves the whole shape, puts another in its place, or begins again. */
export class ShapeWhole {
  #desk;
  #moving = false;

  /** @param {ShapeDesk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** Whether the shape is moved as a whole, and not by its points. */
  get moving() {
    return this.#moving;
  }

  toggleMoving() {
    this.#moving = !this.#moving;
    this.#desk.drawing.end();
    this.#desk.refresh();
    this.#desk.say(text(this.#moving ? 'script.edit.move' : 'script.edit.left'));
  }

  leave() {
    this.#moving = false;
  }

  moveBy(east, north) {
    this.#desk.model.moveAll(east, north);
    this.#desk.say(text('script.edit.moved', east.toFixed(1), north.toFixed(1)));
  }

  /** Takes what the server made of the shape, and says it. */
  replace(json, sentence) {
    this.#desk.points.forget();
    this.#desk.model.replace(json);
    this.#desk.say(sentence);
  }

  /** Begins again; undo brings it all back. */
  clear() {
    this.#desk.points.forget();
    this.#desk.model.clear();
    this.#desk.say(text('script.edit.nothing'));
  }
}
