// The handles on the map that move a point or, between two points, add one.
import L from '../common/leaflet.js';
import {FEWEST} from './shape-json.js';

/** More than these are not shown at once: the map is to be moved closer, or the list used. */
const MOST = 250;

const SIZE = 24;
const icon = (className) => L.divIcon({className, iconSize: [SIZE, SIZE]});

/** For mouse and finger; people who use the keyboard have the list of points. */
export class ShapeHandles {
  #view;
  #group = L.layerGroup();
  #acts;

  /**
   * @param {object} acts `dragged(parts)` while one is moved, `moved(place, point)`,
   *     `added(place, point)` after the place, `chosen(place)`, `movedAll(east, north)`
   */
  constructor(view, acts) {
    this.#view = view;
    this.#acts = acts;
    this.#group.addTo(view.leaflet);
  }

  clear() {
    this.#group.clearLayers();
  }

  /** One handle for the whole shape, at its first point. */
  showWhole(model) {
    this.clear();
    const from = model.at({part: 0, ring: 0, point: 0});
    if (from) {
      const handle = this.#add(from, 'gs-handle gs-handle--whole');
      handle.on('dragend', () => {
        const [east, north] = this.#place(handle);
        this.#acts.movedAll(east - from[0], north - from[1]);
      });
    }
  }

  /** @returns {boolean} whether all points in view have one */
  show(model, selected) {
    this.clear();
    const places = this.#inView(model);
    places.slice(0, MOST).forEach((place) => this.#point(model, place, selected));
    if (places.length <= MOST && model.kind !== 'point') {
      places.forEach((place) => this.#between(model, place));
    }
    return places.length <= MOST;
  }

  #inView(model) {
    return model.parts.flatMap((rings, part) =>
      rings.flatMap((ring, r) =>
        ring.map((point, i) => ({part, ring: r, point: i})).filter((place) => this.#view.isInView(model.at(place)))));
  }

  #point(model, place, selected) {
    const chosen = JSON.stringify(place) === JSON.stringify(selected);
    const handle = this.#add(model.at(place), chosen ? 'gs-handle gs-handle--chosen' : 'gs-handle');
    handle.on('click', () => this.#acts.chosen(place));
    handle.on('drag', () => this.#acts.dragged(changed(model.parts, place, (ring) => ring.with(place.point, this.#place(handle)))));
    handle.on('dragend', () => this.#acts.moved(place, this.#place(handle)));
  }

  #between(model, place) {
    const ring = model.ring(place);
    const next = place.point + 1 < ring.length ? place.point + 1 : 0;
    if ((next === 0 && model.kind !== 'area') || ring.length < FEWEST.line) {
      return;
    }
    const middle = [0, 1].map((i) => (ring[place.point][i] + ring[next][i]) / 2);
    if (this.#view.pixelsBetween(ring[place.point], ring[next]) < 2.5 * SIZE) {
      return;
    }
    const handle = this.#add(middle, 'gs-handle gs-handle--between');
    handle.on('click', () => this.#acts.added(place, this.#place(handle)));
    handle.on('drag', () => this.#acts.dragged(changed(model.parts, place, (it) => it.toSpliced(place.point + 1, 0, this.#place(handle)))));
    handle.on('dragend', () => this.#acts.added(place, this.#place(handle)));
  }

  #add(point, className) {
    const handle = L.marker(this.#view.frame.toDegrees(point), {icon: icon(className), draggable: true, keyboard: false});
    this.#group.addLayer(handle);
    return handle;
  }

  #place(handle) {
    return this.#view.frame.toMetres(handle.getLatLng());
  }
}

const changed = (parts, {part, ring}, change) =>
  parts.map((rings, i) => (i === part ? rings.map((it, j) => (j === ring ? change(it) : it)) : rings));
