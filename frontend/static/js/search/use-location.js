// Asks the browser where its user is.
import {withParameters} from '../common/api.js';

const OPTIONS = {enableHighAccuracy: true, timeout: 15000, maximumAge: 30000};
const DECIMALS = 6;

/** Shows a form's button to use one's location, where the browser can tell it. */
export function offerLocation(form) {
  const box = form.querySelector('[data-location]');
  if (!box || !window.isSecureContext || !('geolocation' in navigator)) {
    return;
  }
  const button = box.querySelector('button');
  const told = box.querySelector('[role=status]');
  const {asking, found, refused, unknown} = box.dataset;
  box.hidden = false;
  button.addEventListener('click', () => {
    told.textContent = asking;
    navigator.geolocation.getCurrentPosition(
      ({coords}) => {
        const accuracy = Math.ceil(coords.accuracy);
        told.textContent = found.replace('{0}', accuracy);
        window.location.assign(withParameters(form.dataset.who, {
          lon: coords.longitude.toFixed(DECIMALS), lat: coords.latitude.toFixed(DECIMALS), accuracy,
        }));
      },
      (error) => (told.textContent = error.code === error.PERMISSION_DENIED ? refused : unknown),
      OPTIONS,
    );
  });
}
