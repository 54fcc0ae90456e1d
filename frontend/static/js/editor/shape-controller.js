// The controller of one editor: the shape, what is being drawn, and what is done with them.
import {errorText} from '../common/error-text.js';
import {connectMapKeyboard} from '../map/map-keyboard.js';
import {ShapeChecks} from './shape-checks.js';
import {ShapeDraft} from './shape-draft.js';
import {ShapeDrawing} from './shape-drawing.js';
import {fromJson, kindOf, pointsOf} from './shape-json.js';
import {ShapeMap} from './shape-map.js';
import {ShapeModel} from './shape-model.js';
import {nearestPlace} from './shape-near.js';
import {ShapePicture} from './shape-picture.js';
import {ShapePoints} from './shape-points.js';
import {ShapeServer} from './shape-server.js';
import {ShapeSketch} from './shape-sketch.js';
import {followUnit} from './shape-units.js';
import {ShapeWhole} from './shape-whole.js';

const PICK = 24; // pixels around the cross

/**
 * - `model`, `view`, `drawing`: the shape, the map under it, and what is no part of it yet
 * - `sketch`, `points`, `whole`: what draws, and what changes a point or all of the shape
 * - `checks`: what the server is asked
 *
 * The tools and the keyboard call those; what they do they say in the status line. Fires `change`
 * when anything did.
 */
export class ShapeController extends EventTarget {
  #root;
  #input;
  #given;
  #unit;
  #draft;
  #picture;

  constructor(root) {
    super();
    const {field, unit, header, token, owner} = root.dataset;
    const read = (name) => (root.dataset[name] ? JSON.parse(root.dataset[name]) : null);
    this.#root = root;
    this.#input = root.querySelector('.gs-shape__value');
    this.#given = {compare: read('compare'), target: read('target'), units: read('units')};
    this.#unit = unit;
    this.#draft = new ShapeDraft(owner, field);
    this.model = new ShapeModel(kindOf(unit));
    this.view = new ShapeMap(root.querySelector('.gs-map'));
    this.drawing = new ShapeDrawing(this.view);
    this.sketch = new ShapeSketch(this);
    this.points = new ShapePoints(this);
    this.whole = new ShapeWhole(this);
    this.#picture = new ShapePicture(root, this, this.#given);
    this.checks = new ShapeChecks(root, this, new ShapeServer(header, token), this.#given.target);
  }

  get reference() {
    return this.#root.dataset.reference ?? '';
  }

  get unit() {
    return this.#unit;
  }

  async open() {
    const sent = this.#input.value ? JSON.parse(this.#input.value) : null;
    followUnit(document.getElementById(this.#root.dataset.unitSelect), this.#given.units, this.model, (unit) => {
      this.#unit = unit;
      this.drawing.end();
    });
    this.model.open(sent);
    const {compare, target} = this.#given;
    await this.view.open({
      shapes: [sent, target, compare], spot: this.#root.dataset.spot, except: this.reference, changed: () => this.refresh(),
    });
    this.#listen();
    this.refresh();
    this.checks.start();
    this.#offerDraft(sent);
  }

  say(sentence) {
    this.#root.querySelector('.gs-shape__said').textContent = sentence;
  }

  fail(error) {
    this.say(errorText(error));
  }

  /** Leaves what is being done; else what is chosen. */
  cancel() {
    if (this.drawing.purpose || this.whole.moving) {
      this.whole.leave();
      this.sketch.leave();
    } else {
      this.points.leave();
    }
  }

  /** Shows everything as it is now. */
  refresh() {
    this.#picture.show();
    this.dispatchEvent(new Event('change'));
  }

  #listen() {
    const map = this.view.leaflet;
    map.on('click', ({latlng}) => this.#clicked(this.view.frame.toMetres(latlng)));
    map.on('moveend', () => this.#picture.showHandles());
    connectMapKeyboard(map, {
      choose: () => this.#clicked(this.view.middle), leave: () => this.cancel(), look: () => {},
    });
    this.model.addEventListener('change', () => this.#changed());
  }

  #clicked(point) {
    if (this.drawing.purpose || (this.model.isEmpty && !this.whole.moving)) {
      this.sketch.add(point);
    } else if (!this.whole.moving) {
      this.points.choose(nearestPlace(this.model.parts, (at) => this.view.pixelsBetween(at, point), PICK));
    }
  }

  #changed() {
    const {json} = this.model;
    this.#input.value = json ? JSON.stringify(json) : '';
    this.#draft.keep(json);
    this.refresh();
    this.checks.soon();
  }

  #offerDraft(sent) {
    const draft = this.#draft.find();
    if (draft && JSON.stringify(draft.shape) !== JSON.stringify(sent) && fromJson(draft.shape)?.kind === this.model.kind) {
      this.checks.offer(draft, () => {
        this.model.replace(draft.shape);
        this.view.fit(pointsOf(this.model.parts));
      }, () => this.#draft.drop());
    }
  }
}
