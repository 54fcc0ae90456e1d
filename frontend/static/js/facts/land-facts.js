// What the facts panel shows of a piece of land.
import {element} from '../common/dom.js';
import {quantity} from '../common/format.js';
import {text} from '../common/texts.js';
import {capitalised} from '../common/words.js';
import {summaryList} from './summary-list.js';

/**
 * @param {object} piece the properties of a feature of the land layer
 * @param {?Node} councilLink a link to the facts of the council whose parish it lies in
 * @return {Node[]}
 */
export function landFacts(piece, councilLink) {
  return [
    summaryList([
      [text('script.land.reference'), piece.reference],
      [text('script.land.name'), piece.name],
      [text('script.land.quantity'), quantity(piece.quantity, piece.unit)],
      [text('script.land.body'), piece.looked_after_by ?? text('land.body.unknown')],
      [text('script.land.owner'), piece.owner ?? text('land.body.unknown')],
      [text('script.land.lot'), piece.lot],
      [text('script.land.council'), councilLink ?? text('script.land.council.none')],
    ]),
    piece.basis === 'illustrative'
      ? element('p.govuk-body-s', {}, element('span.gs-illustrative', {}, text('map.illustrative')), ' ', text('script.land.illustrative'))
      : '',
  ];
}

export const landTitle = ({asset_type: assetType, reference}) =>
  assetType ? capitalised(assetType) : reference;

/** Who looks after a piece, within a sentence. */
export const bodyOf = (piece) => piece.looked_after_by ?? text('script.map.land.unknown');
