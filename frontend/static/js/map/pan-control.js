// Buttons that move the map, for people who cannot drag it.
import {element} from '../common/dom.js';
import L from '../common/leaflet.js';
import {text} from '../common/texts.js';

/** How much of the view one press moves. */
const PART = 0.25;

const WAYS = [
  ['up', [0, -1], '\u25b2'],
  ['left', [-1, 0], '\u25c0'],
  ['right', [1, 0], '\u25b6'],
  ['down', [0, 1], '\u25bc'],
];

export function addPanControl(map) {
  const control = L.control({position: 'topleft'});
  control.onAdd = () => {
    const buttons = WAYS.map(([way, [x, y], sign]) => {
      const words = text(`script.map.move.${way}`);
      return element(`button.gs-pan__button.gs-pan__button--${way}`, {
        type: 'button', title: words, 'aria-label': words,
        on: {click: () => map.panBy(map.getSize().scaleBy(L.point(x * PART, y * PART)).round())},
      }, element('span', {'aria-hidden': 'true'}, sign));
    });
    const box = element('div.gs-pan.leaflet-bar', {role: 'group', 'aria-label': text('script.map.move')}, ...buttons);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  control.addTo(map);
}
