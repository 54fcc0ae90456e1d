// What the facts panel shows of a council.
import {element} from '../common/dom.js';
import {dayBefore, hectares, longDate, quantity, whole} from '../common/format.js';
import {text} from '../common/texts.js';
import {capitalised, statusLabel} from '../common/words.js';
import {summaryList} from './summary-list.js';
import {tag} from './tag.js';

/**
 * @param {object} council as /api/councils/{slug} gives it
 * @param {(slug: string) => Node} linkTo a link to another council's facts
 * @return {Node[]}
 */
export function councilFacts(council, linkTo) {
  return [
    summaryList([
      [text('script.facts.status'), standing(council)],
      [text('script.facts.arrangement'), council.arrangement && capitalised(council.arrangement)],
      [text('script.facts.kind'), capitalised(council.kind)],
      [text('script.facts.forum'), council.forum ?? text('script.facts.forum.none')],
      [text('script.facts.wards'), council.wards.join(', ')],
      [text('script.facts.area'), council.area_m2 && hectares(council.area_m2)],
    ]),
    element('h3.govuk-heading-s', {}, text('script.facts.land')),
    landTable(council.land),
    element('h3.govuk-heading-s', {}, text('script.facts.history')),
    history(council.history),
    ...neighbours(council.neighbours, linkTo),
    element('p.govuk-body-s', {},
      element('a.govuk-link', {href: `/councils/${council.slug}`}, text('script.facts.all', council.name))),
  ];
}

function standing({status, since, basis}) {
  const words = since ? ` ${text('map.since', longDate(since))}` : '';
  return element('span', {}, tag(status), words, basis === 'illustrative' ? ' ' : null, illustrative(basis));
}

const illustrative = (basis) =>
  basis === 'illustrative'
    ? element('span.gs-illustrative', {title: text('script.facts.illustrative')}, text('map.illustrative'))
    : null;

function landTable(land) {
  if (land.length === 0) {
    return element('p.govuk-body-s', {}, text('script.facts.land.none'));
  }
  const head = ['type', 'parcels', 'quantity'].map((column, i) =>
    element(i === 0 ? 'th' : 'th.gs-table__number', {scope: 'col'}, text(`script.facts.land.${column}`)));
  return element('div.gs-scroll', {tabindex: '0', role: 'region', 'aria-label': text('script.facts.land.table')},
    element('table.gs-table', {},
      element('caption.govuk-visually-hidden', {}, text('script.facts.land.caption')),
      element('thead', {}, element('tr', {}, ...head)),
      ...byKeeper(land).map(([keeper, lines]) => keeperRows(keeper, lines))));
}

/** The lines of each body that looks after something, the one with most parcels first. */
function byKeeper(land) {
  const groups = new Map();
  for (const line of land) {
    const keeper = line.looked_after_by ?? text('land.body.unknown');
    groups.set(keeper, [...(groups.get(keeper) ?? []), line]);
  }
  return [...groups].sort(([, a], [, b]) => parcels(b) - parcels(a));
}

const parcels = (lines) => lines.reduce((sum, line) => sum + line.parcels, 0);

function keeperRows(keeper, lines) {
  const title = element('tr.gs-table__group', {},
    element('th', {scope: 'rowgroup'}, keeper),
    element('td.gs-table__number', {}, whole(parcels(lines))),
    element('td', {}));
  const rows = lines.map((line) =>
    element('tr', {},
      element('th', {scope: 'row'}, line.label),
      element('td.gs-table__number', {}, whole(line.parcels)),
      element('td.gs-table__number', {}, quantity(line.quantity, line.unit))));
  return element('tbody', {}, title, ...rows);
}

function history(claims) {
  if (claims.length === 0) {
    return element('p.govuk-body-s', {}, text('script.facts.history.none'));
  }
  return element('ol.gs-history', {}, ...claims.map(claim));
}

function claim({status, from, to, arrangement, basis, source, note}) {
  const details = [arrangement && capitalised(arrangement), note && capitalised(note)].filter(Boolean);
  return element('li', {},
    element('p.gs-history__when', {}, period(from, to)),
    element('p.gs-history__what', {}, statusLabel(status), basis === 'illustrative' ? ' ' : null, illustrative(basis)),
    details.length ? element('p.gs-history__note', {}, `${details.join('. ')}.`) : null,
    source ? element('p.gs-history__note', {}, text('script.facts.source', source)) : null);
}

function period(from, to) {
  if (!from) {
    return to ? text('script.facts.until', longDate(dayBefore(to))) : text('script.facts.always');
  }
  return to
    ? text('script.facts.period', longDate(from), longDate(dayBefore(to)))
    : text('script.facts.since', longDate(from));
}

function neighbours(list, linkTo) {
  if (list.length === 0) {
    return [];
  }
  const items = list.map(({slug, name, status}) =>
    element('li.gs-list__item', {}, linkTo(slug, name), ' ', tag(status)));
  return [
    element('h3.govuk-heading-s', {}, text('script.facts.neighbours')),
    element('ul.gs-list__items', {}, ...items),
  ];
}
