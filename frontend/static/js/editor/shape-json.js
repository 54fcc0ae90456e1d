// Reads and writes shapes as forms carry them, GeoJSON in EPSG:27700.
// The editor has them as parts, each a list of rings, each a list of [easting, northing]. A ring of
// an area is not closed; a line and a point are a part with one ring.

const KINDS = {
  Polygon: 'area', MultiPolygon: 'area', LineString: 'line', MultiLineString: 'line', Point: 'point', MultiPoint: 'point',
};
const TYPES = {area: ['Polygon', 'MultiPolygon'], line: ['LineString', 'MultiLineString'], point: ['Point', 'MultiPoint']};
const CRS = {type: 'name', properties: {name: 'urn:ogc:def:crs:EPSG::27700'}};

/** The fewest points that a ring of a kind has. */
export const FEWEST = {area: 3, line: 2, point: 1};

/** What is drawn for a unit. */
export const kindOf = (unit) => ({m2: 'area', m: 'line', item: 'point'})[unit];

/** @returns {{kind: string, parts: number[][][][]}} null for no shape */
export function fromJson(shape) {
  const kind = KINDS[shape?.type];
  if (!kind) {
    return null;
  }
  const several = TYPES[kind][1] === shape.type;
  const parts = several ? shape.coordinates : [shape.coordinates];
  return {kind, parts: parts.map(RINGS[kind])};
}

const RINGS = {
  area: (rings) => rings.map((ring) => ring.slice(0, -1).map(pair)),
  line: (points) => [points.map(pair)],
  point: (point) => [[pair(point)]],
};

const pair = ([east, north]) => [east, north];

/** GeoJSON; null for no parts. */
export function toJson(kind, parts) {
  if (parts.length === 0) {
    return null;
  }
  const written = parts.map(WRITTEN[kind]);
  const [one, many] = TYPES[kind];
  return parts.length === 1
    ? {type: one, crs: CRS, coordinates: written[0]}
    : {type: many, crs: CRS, coordinates: written};
}

const WRITTEN = {
  area: (rings) => rings.map((ring) => [...ring, ring[0]]),
  line: ([points]) => points,
  point: ([[point]]) => point,
};

/** The points of a shape, one after another. */
export const pointsOf = (parts) => parts.flat(2);
