// Loads Leaflet and its styles when they are first needed.

let loading = null;

/** A page that shows the large map has both. */
export function withLeaflet() {
  loading ??= Promise.all([
    added('link', {rel: 'stylesheet', href: '/vendor/leaflet/leaflet.css'}),
    added('script', {src: '/vendor/leaflet/leaflet.js'}),
  ]);
  return loading;
}

function added(name, properties) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(name), properties);
    element.addEventListener('load', resolve, {once: true});
    element.addEventListener('error', () => reject(new Error(`${name} cannot be had`)), {once: true});
    document.head.append(element);
  });
}
