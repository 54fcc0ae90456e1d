import {element} from './dom.js';
import L from './leaflet.js';

/** The line in the corner of the map that says whose data it shows; Leaflet's own takes markup. */
export function addAttribution(map, text) {
  const control = L.control({position: 'bottomleft'});
  control.onAdd = () => element('div.leaflet-control-attribution', {}, text);
  control.addTo(map);
}
