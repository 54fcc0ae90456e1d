// The button for letters and lines that are seen from the back of a dark room.
import {useLook} from '../paint/look.js';

export function connectLook(root, button, state, changed) {
  const show = () => {
    root.dataset.look = state.look ?? '';
    document.body.classList.toggle('gs-dark', state.look === 'projector');
    button?.setAttribute('aria-pressed', String(state.look === 'projector'));
    useLook(state.look);
  };
  button?.addEventListener('click', () => state.set({look: state.look ? null : 'projector'}));
  state.on(['look'], () => {
    show();
    changed();
  });
  show();
}
