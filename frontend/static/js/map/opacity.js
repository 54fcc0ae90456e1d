// The slider for how strong the colours of parishes and land are over the ground.
import {text} from '../common/texts.js';

export function connectOpacity(root, state) {
  const slider = root.querySelector('#opacity');
  const shown = root.querySelector('#opacity-text');
  const show = () => {
    slider.value = state.opacity;
    shown.textContent = text('script.map.opacity', state.opacity);
    slider.setAttribute('aria-valuetext', text('script.map.opacity.said', state.opacity));
  };
  slider.addEventListener('input', () => state.set({opacity: Number(slider.value)}));
  state.on(['opacity'], show);
  show();
}
