import {element} from '../common/dom.js';

/**
 * The keyboard on the map beside Leaflet's own arrows and zoom keys: a cross marks the middle while
 * the map has the keyboard, and Enter selects what lies under it.
 */
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
