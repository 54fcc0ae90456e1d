// The line in the corner of the map that says whose data it shows; Leaflet's own takes markup.
import {element} from '../common/dom.js';
import L from '../common/leaflet.js';

/** @returns {(text: string) => void} says another */
export function addAttribution(map, text) {
  const line = element('div.leaflet-control-attribution', {}, text);
  const control = L.control({position: 'bottomleft'});
  control.onAdd = () => line;
  control.addTo(map);
  return (words) => (line.textContent = words);
}
