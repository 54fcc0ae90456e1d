// Draws what is not public over the public tiles, for users who signed in.
// It is fetched anew each time and kept nowhere. The public's page neither requests it nor loads
// this module.
import {getJson} from '../common/api.js';
import L from '../common/leaflet.js';
import {INK} from '../paint/look.js';

const ADDRESS = '/api/restricted';
const PANE = 'restricted';
const WARNING = '#942514';
const HATCH = 'url(#gs-confidential)'; // in the page

export class RestrictedLayer {
  #map;
  #box;
  #fail;
  #shown = null;
  #asked = 0;

  /**
   * @param {L.Map} map
   * @param {Element} box the checkbox that switches it on and off
   * @param {(error: Error) => void} fail
   */
  constructor(map, box, fail) {
    this.#map = map;
    this.#box = box;
    this.#fail = fail;
    map.createPane(PANE).classList.add('gs-restricted');
    box.addEventListener('change', () => this.again());
  }

  /** Fetches what there is now, and shows it if it is wanted. */
  async again() {
    const asked = ++this.#asked;
    try {
      const found = this.#box.checked ? await getJson(ADDRESS) : null;
      if (asked === this.#asked) {
        this.#show(found);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #show(found) {
    this.#shown?.remove();
    this.#shown = found && L.geoJSON(found, {
      pane: PANE,
      renderer: (this.renderer ??= L.svg({pane: PANE})),
      style: ({properties}) => styleOf(properties),
      pointToLayer: ({properties}, place) => L.circleMarker(place, {radius: 9, ...styleOf(properties), pane: PANE}),
      onEachFeature: ({properties}, layer) => label(properties, layer),
    }).addTo(this.#map);
    this.#box.dataset.count = found ? found.features.length : 0;
  }
}

const styleOf = ({what}) => (what === 'status'
  ? {color: WARNING, weight: 3, dashArray: '8 5', fillColor: HATCH, fillOpacity: 1}
  : {color: INK, weight: 3, dashArray: '4 4', fillColor: HATCH, fillOpacity: 1});

/** What is coming is named on the map itself; the many parcels, under the pointer. */
function label({what, title}, layer) {
  const permanent = what === 'status';
  layer.bindTooltip(title, {permanent, sticky: !permanent, direction: permanent ? 'center' : 'auto', className: 'gs-restricted__label', pane: PANE});
}
