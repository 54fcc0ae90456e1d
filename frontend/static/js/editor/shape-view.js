// Maps that only show shapes: `data-shapes` is a list of {label, shape, look}.
import {fromJson} from './shape-json.js';
import {ShapeMap} from './shape-map.js';

document.querySelectorAll('.gs-shape-view').forEach(async (root) => {
  const shapes = JSON.parse(root.dataset.shapes);
  const view = new ShapeMap(root.querySelector('.gs-map'));
  const draw = () => view.showStill(shapes.map(({shape, look, label}) => ({...fromJson(shape), look, label})));
  await view.open({shapes: shapes.map(({shape}) => shape), except: '', changed: draw});
  draw();
  root.dataset.busy = 'false';
});
