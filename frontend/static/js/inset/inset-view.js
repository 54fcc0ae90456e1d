// Small still maps beside text: pictures, not controls. What they show is in the text too.
import L from '../common/leaflet.js';
import {createTiles} from './inset-tiles.js';

const CLOSEST = 17;
const SPOT_SIZE = 18;

/**
 * Shows the map that an element asks for: `data-bbox` (west,south,east,north) or `data-spot`
 * (lon,lat) with `data-reach` in metres, else all parishes; `data-at` the date; `data-council` and
 * `data-land` what is selected. `data-busy` says whether it is still being painted.
 */
export async function show(container) {
  const {bbox, spot, reach = '30', at = null, council, land} = container.dataset;
  const map = L.map(container, {
    zoomControl: false, attributionControl: false, dragging: false, keyboard: false, touchZoom: false,
    scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, fadeAnimation: false,
    zoomAnimation: false, zoomSnap: 0.5,
  });
  const {layer, labels, bounds} = await createTiles(map, {at, council, land});
  layer.on('busy', () => (container.dataset.busy = 'true'));
  layer.on('idle', () => {
    labels.redraw();
    container.dataset.busy = 'false';
  });
  map.fitBounds(spot ? around(spot, Number(reach)) : box(bbox ? numbers(bbox) : bounds), {maxZoom: CLOSEST, animate: false});
  labels.addTo(map);
  layer.addTo(map);
  if (spot) {
    const [lon, lat] = numbers(spot);
    const icon = L.divIcon({className: 'gs-inset-map__spot', iconSize: [SPOT_SIZE, SPOT_SIZE]});
    L.marker([lat, lon], {icon, interactive: false, keyboard: false}).addTo(map);
  }
}

const numbers = (text) => text.split(',').map(Number);

const box = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);

function around(spot, metres) {
  const [lon, lat] = numbers(spot);
  return L.latLng(lat, lon).toBounds(4 * metres);
}
