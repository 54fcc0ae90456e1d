import {longDate} from './format.js';
import {landTitle} from './land-facts.js';
import {measureWords} from './measure-words.js';
import {statusLabel} from './words.js';

/**
 * What a print says above the map: the date, what is selected and what is measured.
 *
 * @param {{today: string, councils: object[], chosen: ?object}} shown the working date, the
 *     councils at the date, the properties of the selected land
 */
export function printWords(state, {today, councils, chosen}) {
  const council = councils.find(({slug}) => slug === state.council);
  return [
    `As at ${longDate(state.at ?? today)}.`,
    council && !chosen && `${council.name}: ${statusLabel(council.status)}.`,
    chosen && `${landTitle(chosen)} ${chosen.reference}, looked after by ${chosen.looked_after_by ?? 'a body not known'}.`,
    state.measure?.points.length > 1 && measureWords(state.measure),
  ].filter(Boolean).join(' ');
}
