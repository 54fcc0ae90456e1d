// Finds what lies where in the tiles on screen.
import {landKey} from '../common/selection.js';
import {pick} from './pick.js';
import {TILE_SIZE} from './tile-features.js';

const LAND_TOLERANCE = 5;

export class TileQuery {
  #map;
  #tiles;

  constructor(map, tiles) {
    this.#map = map;
    this.#tiles = tiles;
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
    const pieces = this.#tiles.contents().flatMap(({features}) => features.land ?? []);
    return pieces.find(({properties}) => landKey(properties) === key)?.properties ?? null;
  }

  /**
   * What the view shows a part of.
   *
   * @returns {{councils: ?Set<string>, land: object[]}} slugs, null when not every tile could be
   *     had; properties of pieces of land, nearest to the middle first
   */
  inView() {
    const councils = new Set();
    const land = new Map(); // by key: {properties, away}
    const contents = this.#tiles.contents();
    let complete = contents.length > 0;
    for (const {coords, features} of contents) {
      const view = this.#viewFrom(coords);
      complete &&= features.parishes !== undefined;
      (features.parishes ?? []).filter(({bounds}) => overlap(bounds, view.box))
        .forEach(({properties}) => councils.add(properties.slug));
      for (const {properties, bounds} of (features.land ?? []).filter((it) => overlap(it.bounds, view.box))) {
        const key = landKey(properties);
        const away = distance(bounds, view.middle);
        if (properties.reference && away < (land.get(key)?.away ?? Infinity)) {
          land.set(key, {properties, away});
        }
      }
    }
    const nearest = [...land.values()].sort((a, b) => a.away - b.away);
    return {councils: complete ? councils : null, land: nearest.map(({properties}) => properties)};
  }

  /** The part of the viewport that lies in a tile, and the viewport's middle, in the tile's pixels. */
  #viewFrom(coords) {
    const {corner, scale} = this.#tiles.placeOf(coords);
    const size = this.#map.getSize();
    const from = (value, start) => (value - start) / scale;
    return {
      box: {
        minX: Math.max(0, from(0, corner.x)),
        minY: Math.max(0, from(0, corner.y)),
        maxX: Math.min(TILE_SIZE, from(size.x, corner.x)),
        maxY: Math.min(TILE_SIZE, from(size.y, corner.y)),
      },
      middle: {x: from(size.x / 2, corner.x), y: from(size.y / 2, corner.y)},
    };
  }
}

/** A box whose edges have passed each other holds nothing. */
const overlap = (a, b) =>
  Math.max(a.minX, b.minX) <= Math.min(a.maxX, b.maxX) && b.minX < b.maxX
  && Math.max(a.minY, b.minY) <= Math.min(a.maxY, b.maxY) && b.minY < b.maxY;

const distance = ({minX, minY, maxX, maxY}, {x, y}) =>
  Math.hypot(x - Math.max(minX, Math.min(maxX, x)), y - Math.max(minY, Math.min(maxY, y)));
