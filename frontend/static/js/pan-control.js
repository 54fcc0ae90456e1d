import {element} from './dom.js';
import L from './leaflet.js';

/** How much of the view one press moves. */
const PART = 0.25;

const WAYS = [
  ['up', 'Move the map up', [0, -1], '\u25b2'],
  ['left', 'Move the map left', [-1, 0], '\u25c0'],
  ['right', 'Move the map right', [1, 0], '\u25b6'],
  ['down', 'Move the map down', [0, 1], '\u25bc'],
];

/** Buttons that move the map, for those who cannot drag it. */
export function addPanControl(map) {
  const control = L.control({position: 'topleft'});
  control.onAdd = () => {
    const buttons = WAYS.map(([way, words, [x, y], sign]) =>
      element(`button.gs-pan__button.gs-pan__button--${way}`, {
        type: 'button', title: words, 'aria-label': words,
        on: {click: () => map.panBy(map.getSize().scaleBy(L.point(x * PART, y * PART)).round())},
      }, element('span', {'aria-hidden': 'true'}, sign)));
    const box = element('div.gs-pan.leaflet-bar', {role: 'group', 'aria-label': 'Move the map'}, ...buttons);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  control.addTo(map);
}
