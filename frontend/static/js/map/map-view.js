// The map itself: what it shows follows the page's state.
import L from '../common/leaflet.js';
import {LabelLayer} from '../paint/label-layer.js';
import {contextLabels, councilLabels} from '../paint/labels.js';
import {LAND_ZOOM} from '../paint/paint-land.js';
import {paintTile} from '../paint/paint-tile.js';
import {touches} from '../tiles/tile-changes.js';
import {TileLayer} from '../tiles/tile-layer.js';
import {TileQuery} from '../tiles/tile-query.js';
import {TileSource} from '../tiles/tile-source.js';
import {addAttribution} from './attribution.js';
import {createMap, MAX_ZOOM, MIN_ZOOM} from './create-map.js';

const LAYERS = ['context', 'parishes', 'land', 'boundaries'];
const CLOSEST_FRAME = 14;

export class MapView {
  #map;
  #state;
  #tiles;
  #labels;
  #sources;
  #base;
  #councils = [];
  #attribution;
  #frame = 0;

  /**
   * @param {{progress: Progress, fail: (error: Error) => void, settled: () => void}} reports
   *     `settled` is called when the view has come to rest and is painted
   * @param {Element} key which may lie over the map
   * @param {BaseMap} base a raster map under it
   * @param {{own: ?string, base: ?string}} attribution whose data it shows; without `own` what the
   *     tiles say of themselves
   */
  constructor(container, state, {progress, fail, settled}, key, base, attribution) {
    this.#attribution = attribution;
    this.#state = state;
    this.#base = base;
    this.#map = createMap(container);
    this.#sources = Object.fromEntries(LAYERS.map((layer) => [layer, new TileSource(layer)]));
    this.#tiles = new TileLayer(this.#sources, {
      wanted: (layer, zoom) => this.#shows(layer) && (layer !== 'land' || zoom >= LAND_ZOOM),
      at: () => state.at,
      paint: (ctx, features, tile) =>
        paintTile(ctx, features, {...tile, opacity: state.opacity / 100}, this.#selection()),
    }, {minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM});
    this.#labels = new LabelLayer(
      (layer) => this.#wantedLabels(layer),
      () => [key, ...container.querySelectorAll('.leaflet-control')]);
    key.addEventListener('toggle', () => this.#map.hasLayer(this.#labels) && this.#labels.redraw());
    this.#tiles.on('busy', () => progress.begin());
    this.#tiles.on('idle', () => {
      this.#labels.redraw();
      settled();
      progress.end();
    });
    this.#tiles.on('failure', ({error}) => fail(error));
    this.#map.on('moveend', () => !this.#tiles.isBusy() && settled());
    this.tileQuery = new TileQuery(this.#map, this.#tiles);
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
    this.#attribute(this.#attribution.own || attribution);
    if (place) {
      this.#map.setView([place.lat, place.lon], place.zoom);
    } else {
      this.#map.fitBounds(box(bounds), {animate: false, paddingBottomRight: [covered, 0]});
    }
    this.#base.addTo(this.#map);
    this.#labels.addTo(this.#map);
    this.#tiles.addTo(this.#map);
    this.#map.on('moveend', () => this.#state.set({place: this.place}));
    this.#map.on('zoomend', () => this.#tellZoom());
    this.#tellZoom();
    this.#state.on(['at', 'off', 'look'], () => this.#tiles.refresh());
    this.#state.on(['council', 'land', 'opacity'], () => this.#repaint());
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

  /** Where the map is, as the state has it. */
  get place() {
    const {lat, lng} = this.#map.getCenter();
    return {zoom: this.#map.getZoom(), lat: rounded(lat), lon: rounded(lng)};
  }

  /** Moves to [west, south, east, north] if the middle of it is not in view. */
  bringIntoView(bbox) {
    const bounds = box(bbox);
    if (!this.#map.getBounds().contains(bounds.getCenter())) {
      this.#map.fitBounds(bounds, {maxZoom: CLOSEST_FRAME, padding: [30, 30]});
    }
  }

  /** Our own ground gives way to the base map. */
  #shows(layer) {
    return this.#state.shows(layer) && !(layer === 'context' && this.#base.shown);
  }

  /** Once a frame, however fast a slider is moved. */
  #repaint() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#tiles.repaint());
  }

  #attribute(own) {
    const words = () => [own, this.#base.shown && this.#attribution.base].filter(Boolean).join(' ');
    const say = addAttribution(this.#map, words());
    this.#state.on(['off', 'look'], () => say(words()));
  }

  #selection() {
    const council = this.#councils.find(({slug}) => slug === this.#state.council);
    return {parishes: new Set(council?.parishes), land: this.#state.land};
  }

  #wantedLabels(layer) {
    const project = (lon, lat) => this.#map.latLngToContainerPoint([lat, lon]);
    const measure = layer.measure.bind(layer);
    const context = this.#shows('context')
      ? contextLabels(this.#tiles.contents(), (coords) => this.#tiles.placeOf(coords), measure, this.#tiles.zoom())
      : [];
    return [...councilLabels(this.#councils, project, this.#state.council), ...context];
  }

  /** For the key: whether land is shown at this zoom. */
  #tellZoom() {
    const near = Math.round(this.#map.getZoom()) >= LAND_ZOOM;
    this.#map.getContainer().closest('.gs-mapbox').dataset.land = near ? 'near' : 'far';
  }

  #goToPlace() {
    const {place} = this.#state;
    if (place && JSON.stringify(place) !== JSON.stringify(this.place)) {
      this.#map.setView([place.lat, place.lon], place.zoom);
    }
  }
}

const box = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

const rounded = (degrees) => Number(degrees.toFixed(5));
