// Lengths and areas on the ellipsoid of WGS84, of points {lat, lon} in degrees.

const RADIUS = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const E = Math.sqrt(E2);

const radians = (degrees) => (degrees * Math.PI) / 180;

/** The length of a line along its points, in metres. */
export const lengthOf = (points) =>
  points.slice(1).reduce((sum, point, i) => sum + distance(points[i], point), 0);

/**
 * The distance of two points in metres, to some 10 m in 1,000 km.
 *
 * Lambert's formula for long lines: the great circle between the reduced latitudes, corrected for
 * the flattening (W. D. Lambert, "The distance between two widely separated points on the surface
 * of the earth", Journal of the Washington Academy of Sciences 32, 1942).
 */
export function distance(one, two) {
  const [b1, b2] = [one, two].map(({lat}) => Math.atan((1 - FLATTENING) * Math.tan(radians(lat))));
  const half = hav(b2 - b1) + Math.cos(b1) * Math.cos(b2) * hav(radians(two.lon - one.lon));
  if (half === 0) {
    return 0;
  }
  const arc = 2 * Math.asin(Math.min(1, Math.sqrt(half)));
  const [p, q] = [(b1 + b2) / 2, (b2 - b1) / 2];
  const x = ((arc - Math.sin(arc)) * (Math.sin(p) * Math.cos(q)) ** 2) / (1 - half);
  const y = ((arc + Math.sin(arc)) * (Math.cos(p) * Math.sin(q)) ** 2) / half;
  return RADIUS * (arc - (FLATTENING / 2) * (x + y));
}

const hav = (angle) => Math.sin(angle / 2) ** 2;

/**
 * The area within a ring in square metres; the ring need not be closed.
 *
 * Authalic latitudes map the ellipsoid to a sphere of the same area (J. P. Snyder, "Map
 * projections: a working manual", USGS Professional Paper 1395, 1987, formulas 3-11 to 3-13); there
 * each edge adds the excess of the triangle that it makes with the pole (I. Todhunter, "Spherical
 * trigonometry", 1886, section 103).
 */
export function areaOf(ring) {
  const whole = q(1);
  const tangents = ring.map(({lat}) => Math.tan(Math.asin(q(Math.sin(radians(lat))) / whole) / 2));
  const excess = ring.reduce((sum, {lon}, i) => {
    const next = (i + 1) % ring.length;
    const across = Math.tan(radians(ring[next].lon - lon) / 2);
    return sum + 2 * Math.atan2(across * (tangents[i] + tangents[next]), 1 + tangents[i] * tangents[next]);
  }, 0);
  return Math.abs(excess) * ((RADIUS ** 2 * whole) / 2);
}

/** Snyder's q of the sine of a latitude. */
const q = (sine) => (1 - E2) * (sine / (1 - E2 * sine ** 2) + Math.atanh(E * sine) / E);
