// A button that copies the address of what is seen.
import {text} from '../common/texts.js';

/**
 * Where the browser does not let us, a field shows the address.
 *
 * @param {() => string} link the address
 */
export function connectSharing(button, card, link, announce) {
  const field = card.querySelector('#share-link');
  const close = () => {
    card.hidden = true;
    button.focus();
  };
  button.addEventListener('click', async () => {
    const copied = await copy(link());
    card.hidden = copied;
    if (copied) {
      announce(text('script.map.copied'));
      flash(button, text('script.map.copied.button'));
    } else {
      field.value = link();
      field.focus();
      field.select();
    }
  });
  card.querySelector('#share-close').addEventListener('click', close);
  card.addEventListener('keydown', ({key}) => key === 'Escape' && close());
}

/** Not there outside https and localhost, and refused where the person or a policy says so. */
async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}

/** Until the keyboard or the mouse goes on, the button says what it has done. */
function flash(button, words) {
  button.dataset.words ??= button.textContent;
  button.textContent = words;
  const back = () => (button.textContent = button.dataset.words);
  button.addEventListener('blur', back, {once: true});
  button.addEventListener('pointerleave', back, {once: true});
}
