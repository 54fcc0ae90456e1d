// A small map to choose from: each item of the list beside it has its number on it.
import L from '../common/leaflet.js';
import {createTiles} from './inset-tiles.js';

const CLOSEST = 18;
const NUMBER_SIZE = 28;
const SPOT_SIZE = 18;

/** Shows the map around `data-spot` (lon,lat), `data-reach` metres wide, at the date `data-at`. */
export async function show(container) {
  const {spot, reach, at = null} = container.dataset;
  const map = L.map(container, {
    attributionControl: false, fadeAnimation: false, zoomAnimation: false, zoomSnap: 0.5, scrollWheelZoom: false,
  });
  const {layer, labels} = await createTiles(map, {at});
  layer.on('busy', () => (container.dataset.busy = 'true'));
  layer.on('idle', () => {
    labels.redraw();
    container.dataset.busy = 'false';
  });
  const [lon, lat] = spot.split(',').map(Number);
  map.fitBounds(L.latLng(lat, lon).toBounds(2 * Number(reach)), {maxZoom: CLOSEST, animate: false});
  labels.addTo(map);
  layer.addTo(map);
  const icon = L.divIcon({className: 'gs-inset-map__spot', iconSize: [SPOT_SIZE, SPOT_SIZE]});
  L.marker([lat, lon], {icon, interactive: false, keyboard: false}).addTo(map);
  document.querySelectorAll('.gs-choices__item').forEach((item, n) => number(item, n + 1).addTo(map));
  document.querySelectorAll('.gs-choice-map__how').forEach((how) => (how.hidden = false));
}

/** A number at an item's place, that leads where the item leads. */
function number(item, n) {
  const link = item.querySelector('a');
  const {lon, lat} = item.dataset;
  const icon = L.divIcon({className: 'gs-choice-map__number', html: String(n), iconSize: [NUMBER_SIZE, NUMBER_SIZE]});
  const marker = L.marker([Number(lat), Number(lon)], {icon, keyboard: true, zIndexOffset: -n});
  marker.on('add', () => marker.getElement().setAttribute('aria-label', `${n}: ${link.textContent}`));
  marker.on('click', () => link.click());
  marker.on('keypress', ({originalEvent}) => originalEvent.key === 'Enter' && link.click());
  return marker;
}
