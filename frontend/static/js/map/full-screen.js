// A button that shows the map with its key and dates on the whole screen, where that can be done.
import {element} from '../common/dom.js';
import L from '../common/leaflet.js';
import {text} from '../common/texts.js';

export function addFullScreen(map, box) {
  if (!document.fullscreenEnabled) {
    return;
  }
  const button = element('button.gs-full', {type: 'button', on: {click: toggle}}, element('span.gs-full__sign', {'aria-hidden': 'true'}));
  const show = () => {
    const words = text(document.fullscreenElement === box ? 'script.map.full.leave' : 'script.map.full');
    button.title = words;
    button.setAttribute('aria-label', words);
  };
  function toggle() {
    if (document.fullscreenElement === box) {
      document.exitFullscreen();
    } else {
      box.requestFullscreen().catch(() => {}); // The person, or their system, said no.
    }
  }
  document.addEventListener('fullscreenchange', show);
  show();
  const control = L.control({position: 'topright'});
  control.onAdd = () => {
    const bar = element('div.leaflet-bar', {}, button);
    L.DomEvent.disableClickPropagation(bar);
    return bar;
  };
  control.addTo(map);
}
