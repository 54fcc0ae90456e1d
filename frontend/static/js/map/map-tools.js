// Connects the tools over the map: measure, share, print, look and full screen.
import {addFullScreen} from './full-screen.js';
import {connectLook} from './look-switch.js';
import {Measuring} from './measuring.js';
import {connectPrinting} from './printing.js';
import {connectSharing} from './share.js';

/** What stands for the measuring tool where there is none. */
const NO_MEASURING = {drawing: false};

/**
 * In a frame of another site there is only full screen; what the address asks for is shown there
 * too.
 *
 * @param {Element} root the page's main part
 * @param {object} page `view`, `state`, `legend`, `announce(sentence)`, `describe()` what a print
 *     says
 * @returns {{drawing: boolean}} the measuring tool
 */
export function connectTools(root, {view, state, legend, announce, describe}) {
  const find = (selector) => root.querySelector(selector);
  const box = find('.gs-mapbox');
  const tools = find('#tools');
  connectLook(root, find('#tool-look'), state, () => legend.paint(state.opacity / 100));
  state.on(['opacity'], () => legend.paint(state.opacity / 100));
  legend.paint(state.opacity / 100);
  addFullScreen(view.map, box);
  connectPrinting(box, find('#tool-print'), describe);
  if (!tools) {
    return NO_MEASURING;
  }
  tools.hidden = false;
  connectSharing(find('#tool-share'), find('#share'), () => state.link({place: view.place}), announce);
  return new Measuring(view.map, state, announce, find('#tool-measure'), find('#measure'));
}
