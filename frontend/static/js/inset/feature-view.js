// Draws the features of a page on a small map, from the same GeoJSON that programs get.
import {getJson} from '../common/api.js';
import L from '../common/leaflet.js';
import {createTiles} from './inset-tiles.js';

const STYLE = {color: '#942514', weight: 2, fillColor: '#d4351c', fillOpacity: 0.5, interactive: false};
const POINT_RADIUS = 6;
const CLOSEST = 17;
const ROOM = [12, 12];

/** Shows the features at the address in `data-features`; `data-busy` says whether it is painted. */
export async function show(container) {
  const map = L.map(container, {
    attributionControl: false, zoomControl: false, dragging: false, keyboard: false, touchZoom: false,
    scrollWheelZoom: false, doubleClickZoom: false, boxZoom: false, fadeAnimation: false,
    zoomAnimation: false, zoomSnap: 0.5,
  });
  const [features, ground] = await Promise.all([
    getJson(inDegrees(container.dataset.features)), createTiles(map, {at: container.dataset.at ?? null}),
  ]);
  const drawn = L.geoJSON(features, {
    style: STYLE,
    pointToLayer: (feature, place) => L.circleMarker(place, {...STYLE, radius: POINT_RADIUS}),
  });
  ground.layer.on('busy', () => (container.dataset.busy = 'true'));
  ground.layer.on('idle', () => {
    ground.labels.redraw();
    container.dataset.busy = 'false';
  });
  if (!drawn.getBounds().isValid()) {
    container.hidden = true;
    return;
  }
  map.fitBounds(drawn.getBounds(), {maxZoom: CLOSEST, padding: ROOM, animate: false});
  ground.labels.addTo(map);
  ground.layer.addTo(map);
  drawn.addTo(map);
}

/** Leaflet takes degrees, longitude first, whatever the page was asked for in. */
function inDegrees(address) {
  const url = new URL(address, window.location);
  url.searchParams.delete('crs');
  return url;
}
