// A raster map of another server under our own.
import L from '../common/leaflet.js';

/**
 * Our own map is multiplied over it: where we paint white it shows as it is. It gives way to the
 * black ground of a projector.
 *
 * @param {?string} template address with {z}, {x} and {y}; none: there is no such map
 * @param {(error: Error) => void} fail told once when a tile of it cannot be had
 */
export class BaseMap {
  #state;
  #layer;
  #map = null;

  constructor(template, state, fail) {
    this.#state = state;
    this.#layer = template ? L.tileLayer(template, {zIndex: 0, maxZoom: 19, className: 'gs-base'}) : null;
    let told = false;
    this.#layer?.on('tileerror', () => {
      if (!told) {
        told = true;
        fail();
      }
    });
  }

  /** Whether it is shown now. */
  get shown() {
    return this.#layer !== null && this.#state.shows('base') && this.#state.look !== 'projector';
  }

  addTo(map) {
    this.#map = map;
    this.#follow();
    this.#state.on(['off', 'look'], () => this.#follow());
  }

  #follow() {
    this.#map.getContainer().classList.toggle('gs-map--over-base', this.shown);
    if (this.shown) {
      this.#layer.addTo(this.#map);
    } else {
      this.#layer?.remove();
    }
  }
}
