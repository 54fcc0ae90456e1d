// What a print says above the map: the date, what is selected and what is measured.
import {longDate} from '../common/format.js';
import {text} from '../common/texts.js';
import {statusLabel} from '../common/words.js';
import {bodyOf, landTitle} from '../facts/land-facts.js';
import {measureWords} from './measure-words.js';

/**
 * @param {{today: string, councils: object[], chosen: ?object}} shown the working date, the
 *     councils at the date, the properties of the selected land
 */
export function printWords(state, {today, councils, chosen}) {
  const council = councils.find(({slug}) => slug === state.council);
  return [
    text('script.print.date', longDate(state.at ?? today)),
    council && !chosen && text('script.map.council', council.name, statusLabel(council.status)),
    chosen && text('script.print.land', landTitle(chosen), chosen.reference, bodyOf(chosen)),
    state.measure?.points.length > 1 && measureWords(state.measure),
  ].filter(Boolean).join(' ');
}
