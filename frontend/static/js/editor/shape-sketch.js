// Draws a new part, a hole or a line to cut along, point by point; undoes and redoes.
import {text} from '../common/texts.js';
import {toJson} from './shape-json.js';
import {partAround} from './shape-near.js';
import {drawnWords, sizeWords} from './shape-size.js';

export class ShapeSketch {
  #controller;

  /** @param {ShapeController} controller */
  constructor(controller) {
    this.#controller = controller;
  }

  /** @param {Purpose} purpose */
  begin(purpose) {
    const {drawing, model, view, whole} = this.#controller;
    whole.leave();
    drawing.begin(purpose, purpose === 'cut' ? 'line' : model.kind);
    view.leaflet.doubleClickZoom.disable();
    this.#controller.refresh();
    this.#controller.say(text(`script.edit.begin.${purpose}`));
  }

  /** Adds a point to what is drawn, or after the chosen one, or begins to draw. */
  add(point, exact) {
    const {drawing, points} = this.#controller;
    if (!drawing.purpose && points.chosen && exact) {
      points.addAfterChosen(point);
      return;
    }
    if (!drawing.purpose) {
      this.begin('part');
    }
    const done = drawing.add(point, exact);
    if (done === 'closed' || (done === 'added' && drawing.kind === 'point')) {
      this.finish();
    } else if (done === 'added') {
      this.#added(point, exact);
    }
  }

  finish() {
    const {purpose, kind, points, missing} = this.#controller.drawing;
    if (purpose && missing > 0) {
      this.#controller.say(text('script.edit.missing', missing));
    } else if (purpose) {
      this.#end();
      this.#take(purpose, kind, points);
    }
  }

  leave() {
    this.#end();
    this.#controller.say(text('script.edit.left'));
  }

  undo() {
    const {drawing, model} = this.#controller;
    if (drawing.purpose) {
      drawing.removeLast();
      this.#controller.refresh();
      this.#controller.say(drawnWords(drawing));
    } else if (model.canUndo) {
      model.undo();
      this.#controller.say(text('script.edit.undone', sizeWords(model.kind, model.parts)));
    }
  }

  redo() {
    const {model} = this.#controller;
    if (model.canRedo) {
      model.redo();
      this.#controller.say(text('script.edit.redone', sizeWords(model.kind, model.parts)));
    }
  }

  #added(point, exact) {
    const {drawing, checks} = this.#controller;
    this.#controller.refresh();
    this.#controller.say(text('script.edit.point', drawing.points.length, drawnWords(drawing)));
    if (!exact && drawing.purpose !== 'cut') {
      checks.snap(point, (to) => {
        drawing.amend(point, to);
        this.#controller.refresh();
      });
    }
  }

  #take(purpose, kind, points) {
    const {model, checks} = this.#controller;
    if (purpose === 'cut') {
      checks.cut(toJson(kind, [[points]]));
      return;
    }
    if (purpose === 'hole') {
      model.addHole(partAround(model.parts, points[0]), points);
    } else {
      model.addPart(points);
    }
    this.#controller.say(sizeWords(model.kind, model.parts));
  }

  #end() {
    const {drawing, view} = this.#controller;
    drawing.end();
    view.leaflet.doubleClickZoom.enable();
    this.#controller.refresh();
  }
}
