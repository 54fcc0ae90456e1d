import {addAttribution} from './attribution.js';
import {createMap, MAX_ZOOM, MIN_ZOOM} from './create-map.js';
import {LabelLayer} from './label-layer.js';
import {contextLabels, councilLabels} from './labels.js';
import L from './leaflet.js';
import {LAND_ZOOM} from './paint-land.js';
import {paintTile} from './paint-tile.js';
import {pick} from './pick.js';
import {landKey} from './selection.js';
import {touches} from './tile-changes.js';
import {TileLayer} from './tile-layer.js';
import {TileSource} from './tile-source.js';

const LAYERS = ['context', 'parishes', 'land', 'boundaries'];
const LAND_TOLERANCE = 5;
const CLOSEST_FRAME = 14;

/** The map itself: what it shows follows the page's state, and it says what lies where. */
export class MapView {
  #map;
  #state;
  #tiles;
  #labels;
  #sources;
  #councils = [];
  #attribution;

  /**
   * @param {{progress: Progress, fail: (error: Error) => void}} reports
   * @param {Element} key which may lie over the map
   * @param {?string} attribution whose data it shows; else what the tiles say of themselves
   */
  constructor(container, state, {progress, fail}, key, attribution) {
    this.#attribution = attribution;
    this.#state = state;
    this.#map = createMap(container);
    this.#sources = Object.fromEntries(LAYERS.map((layer) => [layer, new TileSource(layer)]));
    this.#tiles = new TileLayer(this.#sources, {
      wanted: (layer, zoom) => state.shows(layer) && (layer !== 'land' || zoom >= LAND_ZOOM),
      at: () => state.at,
      paint: (ctx, features, tile) => paintTile(ctx, features, tile, this.#selection()),
    }, {minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM});
    this.#labels = new LabelLayer(
      (layer) => this.#wantedLabels(layer),
      () => [key, ...container.querySelectorAll('.leaflet-control')]);
    key.addEventListener('toggle', () => this.#map.hasLayer(this.#labels) && this.#labels.redraw());
    this.#tiles.on('busy', () => progress.begin());
    this.#tiles.on('idle', () => {
      this.#labels.redraw();
      progress.end();
    });
    this.#tiles.on('failure', ({error}) => fail(error));
  }

  get map() {
    return this.#map;
  }

  /**
   * Sets the first view, from the state or else of all parishes, and starts to paint.
   *
   * @param {number} covered how many pixels at the right something else covers
   */
  async open(covered) {
    const {place} = this.#state;
    const {bounds, attribution} = await this.#sources.parishes.describe(this.#state.at);
    addAttribution(this.#map, this.#attribution || attribution);
    if (place) {
      this.#map.setView([place.lat, place.lon], place.zoom);
    } else {
      this.#map.fitBounds(box(bounds), {animate: false, paddingBottomRight: [covered, 0]});
    }
    this.#labels.addTo(this.#map);
    this.#tiles.addTo(this.#map);
    this.#map.on('moveend', () => this.#keepPlace());
    this.#map.on('zoomend', () => this.#tellZoom());
    this.#tellZoom();
    this.#state.on(['at', 'off'], () => this.#tiles.refresh());
    this.#state.on(['council', 'land'], () => this.#tiles.repaint());
    this.#state.on(['place'], () => this.#goToPlace());
    new ResizeObserver(() => this.#map.invalidateSize({pan: false})).observe(this.#map.getContainer());
  }

  /** Takes the councils of the date, to name each at its settlement and to find the selected. */
  know(councils) {
    this.#councils = councils;
    if (this.#map.hasLayer(this.#labels)) {
      this.#labels.redraw();
      this.#tiles.repaint();
    }
  }

  /** Fetches again what could not be had. */
  retry() {
    Object.values(this.#sources).forEach((source) => source.forget());
    this.#tiles.refresh();
  }

  /** The revisions that are on screen, as an event's id has them. */
  get shown() {
    return LAYERS.filter((layer) => this.#sources[layer].shown !== null)
      .map((layer) => `${layer}:${this.#sources[layer].shown}`)
      .join();
  }

  /** Redraws the tiles that changes touch, and no others; resolves when it is done. */
  async follow(changes) {
    changes.forEach((change) => this.#sources[change.layer]?.changed(change));
    if (this.#tiles.refresh((coords) => changes.some((change) => touches(change, coords)))) {
      await new Promise((resolve) => this.#tiles.once('idle', resolve));
    }
  }

  /** What lies at a place: {land, parish}, the properties of each or null. */
  at(latlng) {
    const found = this.#tiles.contentAt(latlng);
    if (!found) {
      return {land: null, parish: null};
    }
    const {content: {features}, x, y} = found;
    return {
      land: pick(features.land ?? [], x, y, LAND_TOLERANCE)?.properties ?? null,
      parish: pick(features.parishes ?? [], x, y)?.properties ?? null,
    };
  }

  /** The properties of a piece of land that is on screen, or null. */
  land(key) {
    const inTiles = this.#tiles.contents().flatMap(({features}) => features.land ?? []);
    return inTiles.find(({properties}) => landKey(properties) === key)?.properties ?? null;
  }

  /** Moves to [west, south, east, north] if the middle of it is not in view. */
  bringIntoView(bbox) {
    const bounds = box(bbox);
    if (!this.#map.getBounds().contains(bounds.getCenter())) {
      this.#map.fitBounds(bounds, {maxZoom: CLOSEST_FRAME, padding: [30, 30]});
    }
  }

  #selection() {
    const council = this.#councils.find(({slug}) => slug === this.#state.council);
    return {parishes: new Set(council?.parishes), land: this.#state.land};
  }

  #wantedLabels(layer) {
    const project = (lon, lat) => this.#map.latLngToContainerPoint([lat, lon]);
    const measure = layer.measure.bind(layer);
    const context = this.#state.shows('context')
      ? contextLabels(this.#tiles.contents(), (coords) => this.#tiles.placeOf(coords), measure, this.#tiles.zoom())
      : [];
    return [...councilLabels(this.#councils, project, this.#state.council), ...context];
  }

  /** For the key: whether land is shown at this zoom. */
  #tellZoom() {
    const near = Math.round(this.#map.getZoom()) >= LAND_ZOOM;
    this.#map.getContainer().parentElement.dataset.land = near ? 'near' : 'far';
  }

  #keepPlace() {
    const {lat, lng} = this.#map.getCenter();
    this.#state.set({place: {zoom: this.#map.getZoom(), lat: rounded(lat), lon: rounded(lng)}});
  }

  #goToPlace() {
    const {place} = this.#state;
    const {lat, lng} = this.#map.getCenter();
    const there = place && place.zoom === this.#map.getZoom()
      && place.lat === rounded(lat) && place.lon === rounded(lng);
    if (place && !there) {
      this.#map.setView([place.lat, place.lon], place.zoom);
    }
  }
}

const box = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

const rounded = (degrees) => Number(degrees.toFixed(5));
