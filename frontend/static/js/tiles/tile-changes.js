// Decides which changes touch which tiles.

/** What a tile shows beyond its edge, in parts of its width; as the server has it. */
const BUFFER = 17 / 256;

const KEPT = 200;

/**
 * Whether a change can be seen in a tile.
 *
 * @param {{bbox: ?number[], minzoom: ?number, maxzoom: ?number}} change the box as west, south,
 *     east, north in degrees; none: everywhere
 * @param {{x: number, y: number, z: number}} tile y counts from the north
 */
export function touches({bbox, minzoom = 0, maxzoom = Infinity}, {x, y, z}) {
  if (z < minzoom || z > maxzoom) {
    return false;
  }
  if (!bbox) {
    return true;
  }
  const [west, south, east, north] = bbox;
  const across = 2 ** z;
  return column(east) * across >= x - BUFFER && column(west) * across <= x + 1 + BUFFER
    && row(south) * across >= y - BUFFER && row(north) * across <= y + 1 + BUFFER;
}

/** The changes of a layer that were heard of, to tell the latest that touched a tile. */
export class TileChanges {
  #changes = [];

  /** @returns {boolean} false when there is no room for more and all must be forgotten */
  add(change) {
    this.#changes.push(change);
    return this.#changes.length <= KEPT;
  }

  /** The revision of the latest change that touched a tile; 0 for none. */
  latest(tile) {
    return this.#changes.reduce(
      (latest, change) => (change.revision > latest && touches(change, tile) ? change.revision : latest),
      0);
  }

  clear() {
    this.#changes = [];
  }
}

/** Longitude as a part of the world's width, from the west. */
const column = (lon) => lon / 360 + 0.5;

/** Latitude as a part of the world's height, from the north. */
function row(lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
