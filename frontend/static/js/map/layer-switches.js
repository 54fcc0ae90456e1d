// The checkboxes that switch layers of the map on and off.
import {SWITCHES} from './view-state.js';

export function connectLayerSwitches(root, state) {
  const boxes = SWITCHES
    .map((layer) => root.querySelector(`input[name="${layer}"]`))
    .filter((box) => box !== null);
  const show = () => boxes.forEach((box) => (box.checked = state.shows(box.name)));
  for (const box of boxes) {
    box.addEventListener('change', () =>
      state.set({off: boxes.filter((each) => !each.checked).map((each) => each.name)}));
  }
  state.on(['off'], show);
  show();
}
