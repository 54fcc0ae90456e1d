// What the page shows, kept in the address so that a link or a reload brings it back.
import {isDate} from '../common/format.js';

/** Layers that a person can switch off. */
export const SWITCHES = ['land', 'context', 'base'];

/** What changes often while somebody moves something: it rewrites the address and adds no step. */
const QUIET = ['place', 'opacity', 'measure'];

const MOST_POINTS = 200;

/**
 * - `at`: the date shown, null for the working date
 * - `council`: slug of the selected council, or null
 * - `land`: key of the selected piece of land, or null
 * - `off`: layers switched off
 * - `opacity`: of the colours of parishes and land, in per cent
 * - `look`: 'projector' or null
 * - `list`: 'all' when the list does not follow the view, or null
 * - `measure`: {kind: 'length' | 'area', points: {lat, lon}[]} or null
 * - `embed`: whether the page stands in a frame of another site; this never changes
 * - `place`: {zoom, lat, lon} of the map, or null before it is first set
 *
 * Fires `change` with the names of what changed.
 */
export class ViewState extends EventTarget {
  constructor() {
    super();
    Object.assign(this, read(window.location.search));
    window.addEventListener('popstate', () => this.#apply(read(window.location.search)));
  }

  /**
   * Changes what is given.
   *
   * @param {object} changes
   * @param {{quiet: boolean}} [options] quiet: the address is rewritten, else it may be a step to
   *     go back
   */
  set(changes, {quiet = false} = {}) {
    const changed = this.#differing(changes);
    if (changed.length === 0) {
      return;
    }
    Object.assign(this, changes);
    const step = !quiet && changed.some((name) => !QUIET.includes(name));
    window.history[step ? 'pushState' : 'replaceState'](null, '', write(this));
    this.#tell(changed);
  }

  /** Calls back after a change of any of the names. */
  on(names, listener) {
    this.addEventListener('change', ({detail}) => {
      if (detail.some((name) => names.includes(name))) {
        listener(detail);
      }
    });
  }

  shows(layer) {
    return !this.off.includes(layer);
  }

  /** The address of the page as it is, but for what is given. */
  link(changes) {
    return new URL(write({...this, ...changes}), window.location).href;
  }

  #apply(state) {
    const changed = this.#differing(state);
    Object.assign(this, state);
    this.#tell(changed);
  }

  #differing(changes) {
    return Object.keys(changes).filter(
      (name) => JSON.stringify(this[name]) !== JSON.stringify(changes[name]));
  }

  #tell(changed) {
    if (changed.length > 0) {
      this.dispatchEvent(new CustomEvent('change', {detail: changed}));
    }
  }
}

function read(search) {
  const query = new URLSearchParams(search);
  const at = query.get('at');
  const opacity = query.get('opacity') ?? '';
  return {
    at: at && isDate(at) ? at : null,
    council: query.get('council'),
    land: query.get('land'),
    off: SWITCHES.filter((layer) => (query.get('off') ?? '').split(',').includes(layer)),
    opacity: /^\d{1,2}$/.test(opacity) ? Number(opacity) : 100,
    look: query.get('look') === 'projector' ? 'projector' : null,
    list: query.get('list') === 'all' ? 'all' : null,
    measure: readMeasure(query.get('measure')),
    embed: query.get('embed') === '1',
    place: readPlace(query.get('map')),
  };
}

function readPlace(text) {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  return text && Number.isInteger(2 * zoom) && isOnMap(lat, lon) ? {zoom, lat, lon} : null;
}

function readMeasure(text) {
  const [kind, ...places] = (text ?? '').split(',');
  const points = places.map((place) => place.split('/').map(Number)).map(([lat, lon]) => ({lat, lon}));
  const good = ['length', 'area'].includes(kind) && points.length <= MOST_POINTS
    && points.every(({lat, lon}) => isOnMap(lat, lon));
  return good ? {kind, points} : null;
}

const isOnMap = (lat, lon) => Math.abs(lat) <= 85 && Math.abs(lon) <= 180;

/** Slashes and commas stay readable. */
function write({at, council, land, off, opacity, look, list, measure, embed, place}) {
  const query = new URLSearchParams();
  const parts = {
    embed: embed && '1',
    at,
    council,
    land,
    off: off.join(','),
    opacity: opacity === 100 ? null : String(opacity),
    look,
    list,
    measure: measure && [measure.kind, ...measure.points.map(spot)].join(','),
    map: place && `${place.zoom}/${place.lat.toFixed(5)}/${place.lon.toFixed(5)}`,
  };
  Object.entries(parts).forEach(([name, value]) => value && query.set(name, value));
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return window.location.pathname + (text && `?${text}`);
}

/** To a tenth of a metre. */
const spot = ({lat, lon}) => `${lat.toFixed(6)}/${lon.toFixed(6)}`;
