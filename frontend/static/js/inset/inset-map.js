// Loads the small maps beside text, each when it is about to be seen.
// They cost more than all the rest of their page. Their room is kept from the start.
import {withLeaflet} from './leaflet-loader.js';

const NEAR = '200px';
const MAPS = {
  '.gs-choice-map': () => import('./choice-view.js'),
  '.gs-feature-map': () => import('./feature-view.js'),
  '.gs-inset-map__map:not(.gs-choice-map)': () => import('./inset-view.js'),
};

const seen = new IntersectionObserver(
  (entries) => entries.filter(({isIntersecting}) => isIntersecting).forEach(({target}) => show(target)),
  {rootMargin: NEAR});
const waiting = new Map(); // what to import, by container

for (const [selector, load] of Object.entries(MAPS)) {
  document.querySelectorAll(selector).forEach((container) => {
    container.dataset.busy = 'true';
    waiting.set(container, load);
    seen.observe(container);
  });
}

async function show(container) {
  const load = waiting.get(container);
  if (load && waiting.delete(container)) {
    seen.unobserve(container);
    await withLeaflet();
    const view = await load();
    await view.show(container);
  }
}
