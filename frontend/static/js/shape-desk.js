import {connectMapKeyboard} from './map-keyboard.js';
import {ShapeChecks} from './shape-checks.js';
import {ShapeDraft} from './shape-draft.js';
import {ShapeDrawing} from './shape-drawing.js';
import {ShapeHandles} from './shape-handles.js';
import {fromJson, kindOf, pointsOf, toJson} from './shape-json.js';
import {ShapeList} from './shape-list.js';
import {ShapeMap} from './shape-map.js';
import {ShapeModel} from './shape-model.js';
import {nearestPlace, partAround} from './shape-near.js';
import {ShapeServer} from './shape-server.js';
import {sizeWords} from './shape-size.js';
import {followUnit} from './shape-units.js';
import {text} from './texts.js';
import {told} from './told.js';

const PICK = 24; // pixels around the cross

/**
 * One editor: the shape, what is being drawn, and everything that shows them. The tools and the
 * keyboard call it; what it does it says in the status line. Fires `change` when anything did.
 */
export class ShapeDesk extends EventTarget {
  #root;
  #input;
  #given;
  #unit;
  #model;
  #view;
  #drawing;
  #handles;
  #list;
  #checks;
  #draft;
  #chosen = null;
  #moving = false;

  constructor(root) {
    super();
    const {field, unit, header, token, owner} = root.dataset;
    const read = (name) => (root.dataset[name] ? JSON.parse(root.dataset[name]) : null);
    this.#root = root;
    this.#input = root.querySelector('.gs-shape__value');
    this.#given = {compare: read('compare'), target: read('target'), units: read('units')};
    this.#unit = unit;
    this.#draft = new ShapeDraft(owner, field);
    this.#model = new ShapeModel(kindOf(unit));
    this.#view = new ShapeMap(root.querySelector('.gs-map'));
    this.#drawing = new ShapeDrawing(this.#view);
    this.#handles = new ShapeHandles(this.#view, {
      dragged: (parts) => this.#show(parts),
      moved: (place, point) => this.#place(() => this.#model.move(place, point), place, point),
      added: (place, point) => this.#place(() => this.#model.insert(place, point), {...place, point: place.point + 1}, point),
      chosen: (place) => this.choose(place),
      movedAll: (east, north) => this.moveBy(east, north),
    });
    this.#list = new ShapeList(root.querySelector('.gs-shape__points'), this.#model, {
      move: (place, point) => this.#typed(place, point),
      add: (place) => this.addAfter(place),
      remove: (place) => this.remove(place),
      choose: (place) => this.choose(place),
      look: (place) => this.#look(place),
      say: (sentence) => this.say(sentence),
    });
    this.#checks = new ShapeChecks(root, this, new ShapeServer(header, token), this.#given.target);
  }

  get model() {
    return this.#model;
  }

  get drawing() {
    return this.#drawing;
  }

  get view() {
    return this.#view;
  }

  get checks() {
    return this.#checks;
  }

  get reference() {
    return this.#root.dataset.reference ?? '';
  }

  get unit() {
    return this.#unit;
  }

  get moving() {
    return this.#moving;
  }

  get chosen() {
    return this.#model.at(this.#chosen) ? this.#chosen : null;
  }

  async open() {
    const sent = this.#input.value ? JSON.parse(this.#input.value) : null;
    followUnit(document.getElementById(this.#root.dataset.unitSelect), this.#given.units, this.#model, (unit) => {
      this.#unit = unit;
      this.#drawing.end();
    });
    this.#model.open(sent);
    const {compare, target} = this.#given;
    await this.#view.open({
      shapes: [sent, target, compare], spot: this.#root.dataset.spot, except: this.reference, changed: () => this.#refresh(),
    });
    this.#view.leaflet.on('click', ({latlng}) => this.#clicked(this.#view.frame.toMetres(latlng)));
    this.#view.leaflet.on('moveend', () => this.#showHandles());
    connectMapKeyboard(this.#view.leaflet, {
      choose: () => this.#clicked(this.#view.middle), leave: () => this.cancel(), look: () => {},
    });
    this.#model.addEventListener('change', () => this.#changed());
    this.#refresh();
    this.#checks.start();
    this.#offerDraft(sent);
  }

  say(sentence) {
    this.#root.querySelector('.gs-shape__said').textContent = sentence;
  }

  fail(error) {
    this.say(told(error));
  }

  // Drawing

  draw(purpose) {
    this.#moving = false;
    this.#drawing.begin(purpose, purpose === 'cut' ? 'line' : this.#model.kind);
    this.#view.leaflet.doubleClickZoom.disable();
    this.#refresh();
    this.say(text(`script.edit.begin.${purpose}`));
  }

  /** Adds a point to what is drawn, or after the chosen one, or begins to draw. */
  add(point, exact) {
    if (!this.#drawing.purpose && this.chosen && exact) {
      this.#place(() => this.#model.insert(this.#chosen, point), {...this.#chosen, point: this.#chosen.point + 1}, null);
      this.choose({...this.#chosen, point: this.#chosen.point + 1});
      return;
    }
    if (!this.#drawing.purpose) {
      this.draw('part');
    }
    const done = this.#drawing.add(point, exact);
    if (done === 'closed' || (done === 'added' && this.#drawing.kind === 'point')) {
      this.finish();
    } else if (done === 'added') {
      this.#refresh();
      this.say(text('script.edit.point', this.#drawing.points.length, this.#drawnWords()));
      if (!exact && this.#drawing.purpose !== 'cut') {
        this.#checks.snap(point, (to) => {
          this.#drawing.amend(point, to);
          this.#refresh();
        });
      }
    }
  }

  finish() {
    const {purpose, kind, points, missing} = this.#drawing;
    if (!purpose) {
      return;
    }
    if (missing > 0) {
      this.say(text('script.edit.missing', missing));
      return;
    }
    this.#stop();
    if (purpose === 'cut') {
      this.#checks.cut(toJson(kind, [[points]]));
    } else if (purpose === 'hole') {
      this.#model.addHole(partAround(this.#model.parts, points[0]), points);
    } else {
      this.#model.addPart(points);
    }
    if (purpose !== 'cut') {
      this.say(sizeWords(this.#model.kind, this.#model.parts));
    }
  }

  cancel() {
    if (this.#drawing.purpose || this.#moving) {
      this.#moving = false;
      this.#stop();
      this.say(text('script.edit.left'));
    } else if (this.#chosen) {
      this.choose(null);
    }
  }

  #stop() {
    this.#drawing.end();
    this.#view.leaflet.doubleClickZoom.enable();
    this.#refresh();
  }

  undo() {
    if (this.#drawing.purpose) {
      this.#drawing.removeLast();
      this.#refresh();
      this.say(this.#drawnWords());
    } else if (this.#model.canUndo) {
      this.#model.undo();
      this.say(text('script.edit.undone', sizeWords(this.#model.kind, this.#model.parts)));
    }
  }

  redo() {
    if (this.#model.canRedo) {
      this.#model.redo();
      this.say(text('script.edit.redone', sizeWords(this.#model.kind, this.#model.parts)));
    }
  }

  // Points

  choose(place) {
    this.#chosen = place;
    if (place) {
      const point = this.#model.at(place);
      if (!this.#view.isInView(point)) {
        this.#view.goTo(point);
      }
      this.say(text('script.edit.chosen', place.point + 1, ...point.map((it) => it.toFixed(1))));
    }
    this.#refresh();
  }

  addAfter(place) {
    const ring = this.#model.ring(place);
    const last = place.point === ring.length - 1;
    const next = ring[last && this.#model.kind === 'line' ? place.point - 1 : (place.point + 1) % ring.length];
    const from = ring[place.point];
    // After the end of a line: as far again; else halfway to the next.
    const by = last && this.#model.kind === 'line' ? -1 : 0.5;
    const point = from.map((it, i) => Math.round((it + (next[i] - it) * by) * 1000) / 1000);
    this.#chosen = {...place, point: place.point + 1};
    this.#model.insert(place, point);
    this.say(text('script.edit.added', place.point + 2));
  }

  remove(place) {
    this.#chosen = null;
    this.#model.remove(place);
    this.say(text('script.edit.removed', sizeWords(this.#model.kind, this.#model.parts)));
  }

  toggleMoving() {
    this.#moving = !this.#moving;
    this.#drawing.end();
    this.#refresh();
    this.say(text(this.#moving ? 'script.edit.move' : 'script.edit.left'));
  }

  moveBy(east, north) {
    this.#model.moveAll(east, north);
    this.say(text('script.edit.moved', east.toFixed(1), north.toFixed(1)));
  }

  /** Brings the whole shape onto its neighbours, and takes what the server makes of it. */
  replace(json, sentence) {
    this.#chosen = null;
    this.#model.replace(json);
    this.say(sentence);
  }

  /** Begins again; undo brings it all back. */
  replaceByNothing() {
    this.#chosen = null;
    this.#model.clear();
    this.say(text('script.edit.nothing'));
  }

  #typed(place, point) {
    this.#chosen = place;
    this.#model.move(place, point);
    this.say(text('script.edit.at', place.point + 1, ...point.map((it) => it.toFixed(1)), sizeWords(this.#model.kind, this.#model.parts)));
  }

  /** A change by hand, whose point is then snapped if that is wanted. */
  #place(change, place, point) {
    change();
    this.say(text('script.edit.placed', place.point + 1, sizeWords(this.#model.kind, this.#model.parts)));
    if (point) {
      this.#checks.snap(point, (to) => this.#model.amend(place, point, to));
    }
  }

  #look(place) {
    if (JSON.stringify(this.#chosen) !== JSON.stringify(place)) {
      this.#chosen = place;
      this.#refresh();
    }
  }

  #clicked(point) {
    if (this.#drawing.purpose) {
      this.add(point);
    } else if (this.#model.isEmpty && !this.#moving) {
      this.add(point);
    } else if (!this.#moving) {
      this.choose(nearestPlace(this.#model.parts, (at) => this.#view.pixelsBetween(at, point), PICK));
    }
  }

  // What follows

  #changed() {
    const json = this.#model.json;
    this.#input.value = json ? JSON.stringify(json) : '';
    this.#draft.keep(json);
    this.#refresh();
    this.#checks.soon();
  }

  #refresh() {
    this.#show(this.#model.parts);
    this.#showHandles();
    this.#list.show(this.chosen);
    this.#root.querySelector('.gs-shape__size').textContent =
      this.#drawing.purpose ? this.#drawnWords() : sizeWords(this.#model.kind, this.#model.parts);
    this.dispatchEvent(new Event('change'));
  }

  #show(parts) {
    const {compare, target} = this.#given;
    this.#view.showStill([
      target && {...fromJson(target), look: 'part'},
      compare && {...fromJson(compare), look: 'other', label: this.#root.dataset.compareWords},
    ].filter(Boolean));
    const {kind, points} = this.#drawing;
    const drawn = points.length > 1 ? [{kind: 'line', parts: [[points]], look: 'drawn'}] : [];
    const dots = points.length > 0 && kind ? [{kind: 'point', parts: points.map((point) => [[point]]), look: 'drawn'}] : [];
    this.#view.show([{kind: this.#model.kind, parts, look: target ? 'drawn' : 'part'}, ...drawn, ...dots]);
  }

  #showHandles() {
    if (this.#drawing.purpose) {
      this.#handles.clear();
    } else if (this.#moving) {
      this.#handles.showWhole(this.#model);
    } else if (!this.#handles.show(this.#model, this.chosen)) {
      this.say(text('script.edit.many'));
    }
  }

  #drawnWords() {
    const {kind, points, missing} = this.#drawing;
    return missing > 0 ? text('script.edit.missing', missing) : sizeWords(kind, [[points]]);
  }

  #offerDraft(sent) {
    const draft = this.#draft.find();
    if (draft && JSON.stringify(draft.shape) !== JSON.stringify(sent) && fromJson(draft.shape)?.kind === this.#model.kind) {
      this.#checks.offer(draft, () => {
        this.#model.replace(draft.shape);
        this.#view.fit(pointsOf(this.#model.parts));
      }, () => this.#draft.drop());
    }
  }
}
