// The ground under the editor, and how shapes look on it.
import {getJson, withParameters} from '../common/api.js';
import L from '../common/leaflet.js';
import {createTiles} from '../inset/inset-tiles.js';
import {createMap} from '../map/create-map.js';
import {ShapeFrame} from './shape-frame.js';
import {fromJson, pointsOf} from './shape-json.js';

const CLOSEST = 22;
const DEEPEST_TILE = 19;
const FIRST_ZOOM = 19;
const NEIGHBOUR_ZOOM = 16;
const NEIGHBOUR = {color: '#0b0c0c', weight: 1.5, opacity: 0.75, fill: false, dashArray: '1 4', lineCap: 'round'};
const LOOKS = {
  part: [{color: '#ffffff', weight: 7, fill: false}, {color: '#d4351c', weight: 3, fillColor: '#d4351c', fillOpacity: 0.22}],
  other: [{color: '#ffffff', weight: 5, fill: false}, {color: '#003078', weight: 3, dashArray: '9 6', fill: false}],
  drawn: [{color: '#ffffff', weight: 6, fill: false}, {color: '#0b0c0c', weight: 3, dashArray: '4 5', fill: false}],
};

export class ShapeMap {
  #map;
  #frame = null;
  #neighbours = L.layerGroup();
  #still = L.layerGroup();
  #shape = L.layerGroup();
  #near = [];
  #renderer = L.svg({padding: 0.5});
  #changed = () => {};

  constructor(container) {
    this.#map = createMap(container);
    this.#map.setMaxZoom(CLOSEST);
    [this.#neighbours, this.#still, this.#shape].forEach((group) => group.addTo(this.#map));
  }

  get leaflet() {
    return this.#map;
  }

  get frame() {
    return this.#frame;
  }

  /** The parcels around, as the server gave them: `{reference, label, unit, name, shape}`. */
  get near() {
    return this.#near;
  }

  /**
   * Sets the first view and starts to paint: on shapes, else on a spot (`zoom/lat/lon`), else on all
   * parishes.
   *
   * @param {string} except the reference of the parcel that is edited, which is no neighbour
   * @param {(shown: string) => void} changed called when places are reckoned anew
   */
  async open({shapes, spot, except, changed}) {
    this.#changed = changed;
    const {layer, labels, bounds} = await createTiles(this.#map, {at: null});
    layer.options.maxZoom = CLOSEST;
    layer.options.maxNativeZoom = DEEPEST_TILE;
    layer.on('idle', () => labels.redraw());
    await this.#goFirst(shapes, spot, bounds);
    labels.addTo(this.#map);
    layer.addTo(this.#map);
    this.#map.on('moveend', () => this.#follow(except));
    new ResizeObserver(() => this.#map.invalidateSize({pan: false})).observe(this.#map.getContainer());
    await this.#follow(except);
    return new Promise((resolve) => (layer.isBusy() ? layer.once('idle', resolve) : resolve()));
  }

  async #goFirst(shapes, spot, [west, south, east, north]) {
    const points = shapes.filter(Boolean).flatMap((shape) => pointsOf(fromJson(shape).parts));
    if (points.length > 0) {
      this.#frame = await ShapeFrame.around({east: points[0][0], north: points[0][1]});
      this.fit(points);
    } else {
      const [zoom, lat, lon] = (spot ?? '').split('/').map(Number);
      if (lat && lon) {
        this.#map.setView([lat, lon], zoom);
      } else {
        this.#map.fitBounds([[south, west], [north, east]], {animate: false});
      }
      await this.#reckon();
    }
  }

  /** Shows points, as near as there is sense in. */
  fit(points) {
    const bounds = L.latLngBounds(points.map((point) => this.#frame.toDegrees(point)));
    this.#map.fitBounds(bounds, {maxZoom: FIRST_ZOOM, padding: [40, 40], animate: false});
  }

  goTo(point) {
    this.#map.setView(this.#frame.toDegrees(point), Math.max(this.#map.getZoom(), FIRST_ZOOM), {animate: false});
  }

  /** The middle of the map. */
  get middle() {
    return this.#frame.toMetres(this.#map.getCenter());
  }

  pixelsBetween(one, other) {
    const [a, b] = [one, other].map((point) => this.#map.latLngToContainerPoint(this.#frame.toDegrees(point)));
    return a.distanceTo(b);
  }

  isInView(point) {
    return this.#map.getBounds().contains(this.#frame.toDegrees(point));
  }

  /** Draws what is edited; `looks` as in LOOKS. */
  show(shapes) {
    this.#draw(this.#shape, shapes);
  }

  /** Draws what stays as it is. */
  showStill(shapes) {
    this.#draw(this.#still, shapes);
  }

  #draw(group, shapes) {
    group.clearLayers();
    for (const {kind, parts, look, label} of shapes) {
      const made = LOOKS[look].map((style) => this.#layers(kind, parts, style)).flat();
      made.forEach((layer) => group.addLayer(layer));
      if (label) {
        made.at(-1).bindTooltip(label, {permanent: true, direction: 'center', className: 'gs-shape-label'});
      }
    }
  }

  #layers(kind, parts, style) {
    const options = {...style, interactive: false, renderer: this.#renderer};
    const degrees = (point) => this.#frame.toDegrees(point);
    if (kind === 'point') {
      return pointsOf(parts).map((point) => L.circleMarker(degrees(point), {...options, radius: 8}));
    }
    const rings = parts.map((part) => part.map((ring) => ring.map(degrees)));
    return [kind === 'area' ? L.polygon(rings, options) : L.polyline(rings.flat(), options)];
  }

  async #follow(except) {
    if (!this.#frame.covers(this.#map.getCenter())) {
      await this.#reckon();
      this.#changed();
    }
    if (this.#map.getZoom() >= NEIGHBOUR_ZOOM) {
      const bounds = this.#map.getBounds();
      const [west, south] = this.#frame.toMetres(bounds.getSouthWest());
      const [east, north] = this.#frame.toMetres(bounds.getNorthEast());
      this.#near = await getJson(withParameters('/api/edit/neighbours', {box: [west, south, east, north].join(), except})).catch(() => []);
    } else {
      this.#near = [];
    }
    this.#neighbours.clearLayers();
    this.#near.map(({shape}) => fromJson(shape)).filter(({kind}) => kind !== 'point').forEach(({kind, parts}) =>
      this.#layers(kind, parts, NEIGHBOUR).forEach((layer) => this.#neighbours.addLayer(layer)));
  }

  async #reckon() {
    const {lat, lng: lon} = this.#map.getCenter();
    this.#frame = await ShapeFrame.around({lat, lon});
  }
}
