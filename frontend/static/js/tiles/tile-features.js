// Turns GeoJSON into shapes in the pixels of a tile, for painting, picking and labelling.

export const TILE_SIZE = 256;

const SHAPES = {
  Point: 'point',
  MultiPoint: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'polygon',
  MultiPolygon: 'polygon',
};

/**
 * A feature as it lies in a tile.
 *
 * `parts` are rings, lines or single points, each a flat array x, y, x, y ... in CSS pixels from
 * the tile's north-west corner; they may reach beyond the tile.
 */
export class TileFeature {
  #path = null;

  constructor(properties, shape, parts) {
    this.properties = properties;
    this.shape = shape;
    this.parts = parts;
    this.bounds = boundsOf(parts);
  }

  /** The feature as a path; rings are closed. Fill it with the even-odd rule. */
  get path() {
    this.#path ??= this.#trace();
    return this.#path;
  }

  #trace() {
    const path = new Path2D();
    for (const part of this.parts) {
      path.moveTo(part[0], part[1]);
      for (let i = 2; i < part.length; i += 2) {
        path.lineTo(part[i], part[i + 1]);
      }
      if (this.shape === 'polygon') {
        path.closePath();
      }
    }
    return path;
  }
}

/**
 * Decodes the features of a GeoJSON tile for the tile they are shown in.
 *
 * @param {object[]} features GeoJSON features in WGS84
 * @param {{x: number, y: number, z: number}} coords
 */
export function decode(features, coords) {
  const project = projection(coords);
  const decoded = [];
  for (const {geometry, properties} of features) {
    for (const simple of simpleGeometries(geometry)) {
      const shape = SHAPES[simple.type];
      decoded.push(new TileFeature(properties, shape, partsOf(simple).map(project)));
    }
  }
  return decoded;
}

function simpleGeometries(geometry) {
  if (!geometry) {
    return [];
  }
  return geometry.type === 'GeometryCollection'
    ? geometry.geometries.flatMap(simpleGeometries)
    : [geometry];
}

function partsOf({type, coordinates}) {
  switch (type) {
    case 'Point':
      return [[coordinates]];
    case 'MultiPoint':
      return coordinates.map((point) => [point]);
    case 'LineString':
      return [coordinates];
    case 'MultiPolygon':
      return coordinates.flat();
    default:
      return coordinates;
  }
}

/** Spherical Mercator, as every tile of the web. */
function projection({x, y, z}) {
  const world = TILE_SIZE * 2 ** z;
  const left = x * TILE_SIZE;
  const top = y * TILE_SIZE;
  return (positions) => {
    const flat = new Float64Array(positions.length * 2);
    positions.forEach(([lon, lat], i) => {
      const sine = Math.sin((lat * Math.PI) / 180);
      flat[2 * i] = (lon / 360 + 0.5) * world - left;
      flat[2 * i + 1] =
        (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - top;
    });
    return flat;
  };
}

function boundsOf(parts) {
  const bounds = {minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity};
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      bounds.minX = Math.min(bounds.minX, part[i]);
      bounds.maxX = Math.max(bounds.maxX, part[i]);
      bounds.minY = Math.min(bounds.minY, part[i + 1]);
      bounds.maxY = Math.max(bounds.maxY, part[i + 1]);
    }
  }
  return bounds;
}
