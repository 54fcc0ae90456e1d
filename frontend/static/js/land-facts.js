import {quantity} from './format.js';
import {summaryList} from './summary-list.js';
import {capitalised} from './words.js';
import {element} from './dom.js';

/**
 * What the panel shows of a piece of land.
 *
 * @param {object} piece the properties of a feature of the land layer
 * @param {?Node} councilLink a link to the facts of the council whose parish it lies in
 * @return {Node[]}
 */
export function landFacts(piece, councilLink) {
  return [
    summaryList([
      ['Reference', piece.reference],
      ['Name', piece.name],
      ['Quantity here', quantity(piece.quantity, piece.unit)],
      ['Looked after by', piece.looked_after_by ?? 'Not known'],
      ['Owner', piece.owner ?? 'Not known'],
      ['Lot', piece.lot],
      ['Local council', councilLink ?? 'None: it lies outside every parish'],
    ]),
    piece.basis === 'illustrative'
      ? element('p.govuk-body-s', {}, element('span.gs-illustrative', {}, 'illustrative'), ' land, made up for the demonstration.')
      : '',
  ];
}

export const landTitle = ({asset_type: assetType, reference}) =>
  assetType ? capitalised(assetType) : reference;
