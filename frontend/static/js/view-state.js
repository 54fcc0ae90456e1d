import {isDate} from './format.js';

/** Layers that a person can switch off. */
export const SWITCHES = ['land', 'context'];

/**
 * What the page shows, kept in the address so that a link or a reload brings it back.
 *
 * - `at`: the date shown, null for the working date
 * - `council`: slug of the selected council, or null
 * - `land`: key of the selected piece of land, or null
 * - `off`: layers switched off
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

  /** Changes what is given. Moving the map rewrites the address, all else is a step to go back. */
  set(changes) {
    const changed = this.#differing(changes);
    if (changed.length === 0) {
      return;
    }
    Object.assign(this, changes);
    const step = changed.some((name) => name !== 'place');
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
  return {
    at: at && isDate(at) ? at : null,
    council: query.get('council'),
    land: query.get('land'),
    off: SWITCHES.filter((layer) => (query.get('off') ?? '').split(',').includes(layer)),
    place: readPlace(query.get('map')),
  };
}

function readPlace(text) {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  const real = Number.isInteger(2 * zoom) && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
  return text && real ? {zoom, lat, lon} : null;
}

/** Slashes and commas stay readable. */
function write({at, council, land, off, place}) {
  const query = new URLSearchParams();
  const parts = {
    at,
    council,
    land,
    off: off.join(','),
    map: place && `${place.zoom}/${place.lat.toFixed(5)}/${place.lon.toFixed(5)}`,
  };
  Object.entries(parts).forEach(([name, value]) => value && query.set(name, value));
  const text = query.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return window.location.pathname + (text && `?${text}`);
}
