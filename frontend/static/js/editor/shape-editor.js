import {ShapeController} from './shape-controller.js';
import {connectTools} from './shape-tools.js';

/* Puts the editors of a page together: see shape-editor.html for what the page hands over. */

document.querySelectorAll('.gs-shape').forEach(async (root) => {
  const controller = new ShapeController(root);
  connectTools(root, controller);
  await controller.open();
  root.dataset.busy = 'false';
});
