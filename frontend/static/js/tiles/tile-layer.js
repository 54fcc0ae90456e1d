// A Leaflet grid of opaque canvases, each painted from the GeoJSON tiles of several sources.
import {isAbort} from '../common/api.js';
import L from '../common/leaflet.js';
import {decode, TILE_SIZE} from './tile-features.js';

/** Tiles reach this far under their neighbours, so that no gap opens where pixels are rounded. */
const OVERLAP = 1;

/**
 * Fires `busy` and `idle` around work, and `failure` with an `error` when a tile cannot be had.
 *
 * Fires `busy` and `idle` around work, and `failure` with an `error` when a tile cannot be had.
 */
export const TileLayer = L.GridLayer.extend({
  options: {
    tileSize: TILE_SIZE,
    minZoom: 0,
    maxZoom: 19,
    // Whole zooms only are shown, so tiles in between would be thrown away.
    updateWhenZooming: false,
  },

  /**
   * @param {object} sources TileSource by layer name
   * @param {object} show `wanted(layer, zoom)`: whether the layer is shown; `at()`: the date;
   *     `paint(ctx, features, tile)`: paints decoded features by layer name
   */
  initialize(sources, show, options) {
    L.setOptions(this, options);
    this._sources = sources;
    this._show = show;
    this._working = new Set();
    this.on('tileunload', ({tile}) => this._stop(tile.content));
  },

  createTile(coords, done) {
    const canvas = L.DomUtil.create('canvas', 'gs-tile');
    canvas.content = {canvas, coords, features: {}, controller: null, done};
    this._load(canvas.content);
    return canvas;
  },

  /**
   * Fetches anew what tiles show; what is on screen stays until its successor is there.
   *
   * @param {(coords: object) => boolean} [which] picks tiles; else all
   * @returns {boolean} whether there are any
   */
  refresh(which = () => true) {
    const picked = this.contents().filter(({coords}) => which(coords));
    picked.forEach((content) => this._load(content));
    return picked.length > 0;
  },

  /** Paints every tile again from what it has. */
  repaint() {
    this.contents().forEach((content) => this._paint(content));
  },

  /** What the tiles of the present zoom hold: {coords, features by layer}. */
  contents() {
    return Object.values(this._tiles ?? {})
      .filter((tile) => tile.coords.z === this._tileZoom && tile.el.content)
      .map((tile) => tile.el.content);
  },

  /** The content of the tile at a place and the pixel within it; null off the grid. */
  contentAt(latlng) {
    const point = this._map.project(latlng, this._tileZoom);
    const column = Math.floor(point.x / TILE_SIZE);
    const row = Math.floor(point.y / TILE_SIZE);
    const content = this.contents().find(({coords}) => coords.x === column && coords.y === row);
    return content
      ? {content, x: point.x - column * TILE_SIZE, y: point.y - row * TILE_SIZE}
      : null;
  },

  async _load(content) {
    content.controller?.abort();
    const controller = (content.controller = new AbortController());
    this._begin(controller);
    try {
      const features = await this._fetch(content.coords, controller.signal);
      if (!controller.signal.aborted) {
        content.features = features;
        this._paint(content);
        content.done?.(null, content.canvas);
        content.done = null;
      }
    } finally {
      this._end(controller);
    }
  },

  /** Those of the wanted layers that can be had, decoded. */
  async _fetch(coords, signal) {
    const wanted = Object.keys(this._sources).filter((name) => this._show.wanted(name, coords.z));
    const at = this._show.at();
    const answers = await Promise.allSettled(
      wanted.map((name) => this._sources[name].features(coords, at, signal)));
    const features = {};
    answers.forEach(({status, value, reason}, i) => {
      if (status === 'fulfilled') {
        features[wanted[i]] = decode(value, coords);
      } else if (!isAbort(reason)) {
        this.fire('failure', {error: reason});
      }
    });
    return features;
  },

  /** Whether anything is being fetched or painted. */
  isBusy() {
    return this._working.size > 0;
  },

  /** The zoom of the tiles, a whole number; the map's own may lie half a step beside it. */
  zoom() {
    return this._tileZoom;
  },

  /** How far from the view's corner the corner of a tile lies, and how large its pixels are shown. */
  placeOf({x, y}) {
    const corner = this._map.unproject([x * TILE_SIZE, y * TILE_SIZE], this._tileZoom);
    const scale = this._map.getZoomScale(this._map.getZoom(), this._tileZoom);
    return {corner: this._map.latLngToContainerPoint(corner), scale};
  },

  _paint({canvas, coords, features}) {
    const scale = window.devicePixelRatio || 1;
    const size = TILE_SIZE + OVERLAP;
    canvas.width = canvas.height = Math.round(size * scale);
    canvas.style.width = canvas.style.height = `${size}px`;
    const ctx = canvas.getContext('2d', {alpha: false});
    const exact = canvas.width / size;
    ctx.scale(exact, exact);
    const origin = {x: coords.x * TILE_SIZE, y: coords.y * TILE_SIZE};
    this._show.paint(ctx, features, {zoom: coords.z, origin, scale: exact});
  },

  /** Leaflet calls this when the zoom changes: tiles on their way for the old one are given up. */
  _abortLoading() {
    for (const [key, tile] of Object.entries(this._tiles)) {
      if (tile.coords.z !== this._tileZoom && !tile.loaded) {
        this._stop(tile.el.content);
        tile.el.remove();
        delete this._tiles[key];
      }
    }
  },

  _stop(content) {
    content.controller?.abort();
    content.done = null;
  },

  _begin(work) {
    if (this._working.size === 0) {
      this.fire('busy');
    }
    this._working.add(work);
  },

  _end(work) {
    this._working.delete(work);
    if (this._working.size === 0) {
      this.fire('idle');
    }
  },
});
