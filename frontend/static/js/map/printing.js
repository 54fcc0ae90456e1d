// Prints what the screen shows.
// The map keeps its size in CSS pixels, so that nothing is laid out or fetched anew, and is scaled
// to the page as a whole.

/** What A4 landscape has for the map within its margins and below title and date, in CSS pixels. */
const PAGE = {width: 1040, height: 600};
const PHONE = '(max-width: 48em)';
const KEY_WIDTH = 260;

/**
 * @param {Element} box with the map's stage, the key, and the line that only a print shows
 * @param {() => string} describe the sentences of that line
 */
export function connectPrinting(box, button, describe) {
  const stage = box.querySelector('.gs-stage');
  const key = box.querySelector('#legend');
  const line = box.querySelector('#print-line');
  let keyWasOpen = true;

  window.addEventListener('beforeprint', () => {
    keyWasOpen = key.open;
    key.open = true;
    line.textContent = describe();
    const {width, height} = stage.getBoundingClientRect();
    const narrow = window.matchMedia(PHONE).matches;
    const scale = Math.min(PAGE.width / (width + (narrow ? KEY_WIDTH : 0)), PAGE.height / height);
    box.dataset.print = narrow ? 'narrow' : 'wide';
    box.style.setProperty('--print-width', `${width}px`);
    box.style.setProperty('--print-height', `${height}px`);
    box.style.setProperty('--print-scale', scale);
  });
  window.addEventListener('afterprint', () => {
    key.open = keyWasOpen;
    delete box.dataset.print;
    ['width', 'height', 'scale'].forEach((name) => box.style.removeProperty(`--print-${name}`));
  });
  button?.addEventListener('click', () => window.print());
}
