// Converts between eastings and northings (EPSG:27700, metres) and the degrees of the map.
// It interpolates between pairs of places that the server gives around a spot (/api/edit/frame):
// nothing here knows a projection.
import {getJson, withParameters} from '../common/api.js';

const NODES = [0, 1, 2, 3, 4];
const MIDDLE = 2;

/** How far from its middle a frame is used, in steps. */
const REACH = 1.7;

/** To the millimetre. */
const rounded = (metres) => Math.round(metres * 1000) / 1000;

export class ShapeFrame {
  #given;

  constructor(given) {
    this.#given = given;
  }

  /** The frame around a place: `{east, north}` or `{lon, lat}`. */
  static async around(place) {
    return new ShapeFrame(await getJson(withParameters('/api/edit/frame', place)));
  }

  /** [lat, lon] as Leaflet takes them. */
  toDegrees([east, north]) {
    const {east: left, north: low, step, lonlat} = this.#given;
    return between(lonlat, (east - left) / step, (north - low) / step).reverse();
  }

  /** [easting, northing], to the millimetre. */
  toMetres({lat, lng}) {
    const {lon: left, lat: low, lonStep, latStep, metres} = this.#given;
    return between(metres, (lng - left) / lonStep, (lat - low) / latStep).map(rounded);
  }

  /** Whether a place of the map is near enough to be reckoned with it. */
  covers({lat, lng}) {
    const {lon: left, lat: low, lonStep, latStep} = this.#given;
    return [(lng - left) / lonStep, (lat - low) / latStep].every((t) => Math.abs(t - MIDDLE) < REACH);
  }
}

/** Lagrange's polynomials through five by five pairs, row by row. */
function between(pairs, across, up) {
  const columns = weights(across);
  const rows = weights(up);
  return [0, 1].map((which) =>
    rows.reduce((sum, row, j) =>
      sum + row * columns.reduce((line, column, i) => line + column * pairs[2 * (5 * j + i) + which], 0), 0));
}

const weights = (t) =>
  NODES.map((k) => NODES.filter((m) => m !== k).reduce((product, m) => product * ((t - m) / (k - m)), 1));
