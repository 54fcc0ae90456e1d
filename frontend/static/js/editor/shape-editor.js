// Starts the editors of a page: see shape-editor.html for what the page hands over.
import {ShapeController} from './shape-controller.js';
import {connectTools} from './shape-tools.js';

document.querySelectorAll('.gs-shape').forEach(async (root) => {
  const controller = new ShapeController(root);
  connectTools(root, controller);
  await controller.open();
  root.dataset.busy = 'false';
});
