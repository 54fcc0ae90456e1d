import {ShapeDesk} from './shape-desk.js';
import {connectTools} from './shape-tools.js';

/* Puts the editors of a page together: see shape-editor.html for what the page hands over. */

document.querySelectorAll('.gs-shape').forEach(async (root) => {
  const desk = new ShapeDesk(root);
  connectTools(root, desk);
  await desk.open();
  root.dataset.busy = 'false';
});
