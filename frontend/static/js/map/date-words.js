// Says in a sentence what a date shows.
import {longDate} from '../common/format.js';
import {text} from '../common/texts.js';
import {statusLabel, STATUSES} from '../common/words.js';

/** 1 April 2014: 6 Devolved, 42 No interest recorded. */
export function dateWords(day, councils) {
  const counts = STATUSES.map((status) => [status, councils.filter((each) => each.status === status).length])
    .filter(([, count]) => count > 0)
    .map(([status, count]) => text('script.map.date.count', count, statusLabel(status)));
  return text('script.map.date', longDate(day), counts.join(', '));
}
