// Shows the shape that is edited: on the map with its handles, as a list of points, and as a size.
import {text} from '../common/texts.js';
import {ShapeHandles} from './shape-handles.js';
import {fromJson} from './shape-json.js';
import {ShapeList} from './shape-list.js';
import {drawnWords, sizeWords} from './shape-size.js';

export class ShapePicture {
  #root;
  #controller;
  #given;
  #handles;
  #list;

  /** @param {{compare: ?object, target: ?object}} given shapes that stay as they are */
  constructor(root, controller, given) {
    const {points, whole} = controller;
    this.#root = root;
    this.#controller = controller;
    this.#given = given;
    this.#handles = new ShapeHandles(controller.view, {
      dragged: (parts) => this.#draw(parts),
      moved: (place, point) => points.move(place, point),
      added: (place, point) => points.insert(place, point),
      chosen: (place) => points.choose(place),
      movedAll: (east, north) => whole.moveBy(east, north),
    });
    this.#list = new ShapeList(root.querySelector('.gs-shape__points'), controller.model, {
      move: (place, point) => points.type(place, point),
      add: (place) => points.addAfter(place),
      remove: (place) => points.remove(place),
      choose: (place) => points.choose(place),
      look: (place) => points.look(place),
      say: (sentence) => controller.say(sentence),
    });
  }

  show() {
    const {model, drawing, points} = this.#controller;
    this.#draw(model.parts);
    this.showHandles();
    this.#list.show(points.chosen);
    this.#root.querySelector('.gs-shape__size').textContent =
      drawing.purpose ? drawnWords(drawing) : sizeWords(model.kind, model.parts);
  }

  showHandles() {
    const {model, drawing, points, whole} = this.#controller;
    if (drawing.purpose) {
      this.#handles.clear();
    } else if (whole.moving) {
      this.#handles.showWhole(model);
    } else if (!this.#handles.show(model, points.chosen)) {
      this.#controller.say(text('script.edit.many'));
    }
  }

  #draw(parts) {
    const {model, view} = this.#controller;
    const {compare, target} = this.#given;
    view.showStill([
      target && {...fromJson(target), look: 'part'},
      compare && {...fromJson(compare), look: 'other', label: this.#root.dataset.compareWords},
    ].filter(Boolean));
    view.show([{kind: model.kind, parts, look: target ? 'drawn' : 'part'}, ...this.#drawn()]);
  }

  /** What is no part of the shape yet: a line, and a dot at each point. */
  #drawn() {
    const {kind, points} = this.#controller.drawing;
    const line = points.length > 1 ? [{kind: 'line', parts: [[points]], look: 'drawn'}] : [];
    const dots = points.length > 0 && kind ? [{kind: 'point', parts: points.map((point) => [[point]]), look: 'drawn'}] : [];
    return [...line, ...dots];
  }
}
