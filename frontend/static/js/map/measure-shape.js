// Draws the line or area that is measured over the map, so that it shows on any ground.
import L from '../common/leaflet.js';

export class MeasureShape {
  #group = L.layerGroup();
  #renderer = L.svg({padding: 0.5});

  addTo(map) {
    this.#group.addTo(map);
  }

  show({kind, points}) {
    const places = points.map(({lat, lon}) => [lat, lon]);
    const make = kind === 'area' && points.length > 2 ? L.polygon : L.polyline;
    const fixed = {interactive: false, renderer: this.#renderer};
    this.#group.clearLayers();
    this.#group.addLayer(make(places, {...fixed, color: '#ffffff', weight: 7, fill: false, className: 'gs-measured'}));
    this.#group.addLayer(make(places, {
      ...fixed, color: '#0b0c0c', weight: 3, dashArray: '8 4', fillColor: '#0b0c0c', fillOpacity: 0.15,
    }));
    places.forEach((place) => this.#group.addLayer(L.circleMarker(place, {
      ...fixed, radius: 5, color: '#0b0c0c', weight: 2, fillColor: '#ffffff', fillOpacity: 1,
    })));
  }

  clear() {
    this.#group.clearLayers();
  }
}
