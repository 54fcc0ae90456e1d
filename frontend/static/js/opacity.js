/** The slider for how strong the colours of parishes and land are over the ground. */
export function connectOpacity(root, state) {
  const slider = root.querySelector('#opacity');
  const text = root.querySelector('#opacity-text');
  const show = () => {
    slider.value = state.opacity;
    text.textContent = `${state.opacity}%`;
    slider.setAttribute('aria-valuetext', `${state.opacity} per cent`);
  };
  slider.addEventListener('input', () => state.set({opacity: Number(slider.value)}));
  state.on(['opacity'], show);
  show();
}
