// Creates a list of names and values.
import {element} from '../common/dom.js';

/** A value that is missing leaves its line out. */
export function summaryList(lines) {
  const rows = lines
    .filter(([, value]) => value)
    .map(([name, value]) =>
      element('div.govuk-summary-list__row', {},
        element('dt.govuk-summary-list__key', {}, name),
        element('dd.govuk-summary-list__value', {}, value)));
  return element('dl.govuk-summary-list.gs-summary', {}, ...rows);
}
