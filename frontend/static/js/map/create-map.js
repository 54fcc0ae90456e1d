// Creates an empty Leaflet map with its controls.
import L from '../common/leaflet.js';
import {text} from '../common/texts.js';
import {lessMotion} from './motion.js';
import {addPanControl} from './pan-control.js';

export const MIN_ZOOM = 7;
export const MAX_ZOOM = 19;

/** It moves without animation for people who asked for that. */
export function createMap(container) {
  const still = lessMotion();
  const map = L.map(container, {
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    zoomSnap: 0.5,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: false,
    zoomAnimation: !still,
    inertia: !still,
  });
  if (still) {
    map.panBy = (offset, options) =>
      L.Map.prototype.panBy.call(map, offset, {...options, animate: false});
  }
  L.control.zoom({position: 'topleft', zoomInTitle: text('script.map.zoom.in'), zoomOutTitle: text('script.map.zoom.out')}).addTo(map);
  addPanControl(map);
  L.control.scale({position: 'bottomleft', imperial: false}).addTo(map);
  return map;
}
