// Fetches the tiles of one layer and caches them.
import {Failure, getJson, withParameters} from '../common/api.js';
import {TileChanges} from './tile-changes.js';

const KEPT = 300;

/**
 * A tile is fetched once however many ask, kept while there is room, and aborted when nobody waits
 * any more. The layer is described by its TileJSON.
 */
export class TileSource {
  #layer;
  #descriptions = new Map(); // by date: promise of TileJSON
  #kept = new Map(); // by address, least recently used first: features
  #requests = new Map(); // by address: {promise, controller, waiting}
  #changes = new TileChanges();
  #shown = null;

  constructor(layer) {
    this.#layer = layer;
  }

  /** The layer's TileJSON at a date; null means the working date. */
  describe(at) {
    const key = at ?? '';
    if (!this.#descriptions.has(key)) {
      const asked = getJson(withParameters(`/tiles/${this.#layer}.json`, {at}));
      asked.then(
        ({tiles}) => (this.#shown ??= revisionOf(tiles[0])),
        () => this.#descriptions.delete(key));
      this.#descriptions.set(key, asked);
    }
    return this.#descriptions.get(key);
  }

  /** Forgets what the layer said of itself, so that its revision is asked for again. */
  forget() {
    this.#descriptions.clear();
    this.#changes.clear();
  }

  /** Takes note of a change: the tiles that it touches are asked for at its revision from now on. */
  changed(change) {
    if (!this.#changes.add(change)) {
      this.forget();
    }
  }

  /** The oldest revision that may be on screen; null before anything is. */
  get shown() {
    return this.#shown;
  }

  /**
   * The GeoJSON features of a tile. Beyond the layer's deepest zoom they are those of the tile
   * above; outside its zooms and bounds there are none. A tile that no change touched keeps its
   * address, and so its place in the browser's cache.
   *
   * @param {{x: number, y: number, z: number}} coords y counts from the north
   * @param {AbortSignal} signal
   */
  async features(coords, at, signal) {
    const description = await this.describe(at);
    signal.throwIfAborted();
    const tile = ancestor(coords, description.maxzoom);
    if (tile.z < description.minzoom || !meets(tile, description.bounds)) {
      return [];
    }
    return this.#fetch(addressOf(tile, description.tiles[0], this.#changes.latest(tile)), signal);
  }

  #fetch(address, signal) {
    const kept = this.#kept.get(address);
    if (kept) {
      this.#keep(address, kept);
      return kept;
    }
    const request = this.#requests.get(address) ?? this.#start(address);
    request.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        request.waiting -= 1;
        if (request.waiting === 0) {
          request.controller.abort();
        }
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, {once: true});
      request.promise
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #start(address) {
    const controller = new AbortController();
    const promise = getJson(address, controller.signal)
      .then((collection) => {
        const features = collection?.features ?? [];
        this.#keep(address, features);
        return features;
      })
      .catch((error) => {
        if (error instanceof Failure) {
          this.forget();
        }
        throw error;
      })
      .finally(() => this.#requests.get(address) === request && this.#requests.delete(address));
    const request = {promise, controller, waiting: 0};
    controller.signal.addEventListener('abort', () => this.#requests.delete(address));
    this.#requests.set(address, request);
    return request;
  }

  #keep(address, features) {
    this.#kept.delete(address);
    this.#kept.set(address, features);
    if (this.#kept.size > KEPT) {
      this.#kept.delete(this.#kept.keys().next().value);
    }
  }
}

const REVISION = /\brevision=(\d+)/;

const revisionOf = (template) => Number(REVISION.exec(template)?.[1] ?? 0);

/** At the revision of the template, or at a later one. */
const addressOf = ({x, y, z}, template, revision) =>
  template.replace('{z}', z).replace('{x}', x).replace('{y}', y)
    .replace(REVISION, `revision=${Math.max(revision, revisionOf(template))}`);

function ancestor({x, y, z}, deepest) {
  const up = Math.max(0, z - deepest);
  return {x: x >> up, y: y >> up, z: z - up};
}

/** Whether a tile has a point within [west, south, east, north]. */
function meets({x, y, z}, bounds) {
  if (!bounds) {
    return true;
  }
  const [west, south, east, north] = bounds;
  const across = 2 ** z;
  const lon = (column) => (column / across) * 360 - 180;
  const lat = (row) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / across))) * 180) / Math.PI;
  return lon(x) <= east && lon(x + 1) >= west && lat(y) >= south && lat(y + 1) <= north;
}
