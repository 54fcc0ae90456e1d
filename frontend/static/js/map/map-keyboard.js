// The map's keys beside Leaflet's own: Enter selects what lies under a cross in the middle.
import {element} from '../common/dom.js';

/** The cross is there while the map has the keyboard. */
export function connectMapKeyboard(map, {choose, leave, look}) {
  const container = map.getContainer();
  container.append(element('div.gs-crosshair', {'aria-hidden': 'true'}));
  container.addEventListener('keydown', (event) => {
    if (event.target !== container) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      choose(map.getCenter());
    } else if (event.key === 'Escape') {
      leave();
    }
  });
  map.on('moveend', () => {
    if (container.matches(':focus-visible')) {
      look(map.getCenter());
    }
  });
}
