// The dates that a history is played through.
import {dayBefore} from '../common/format.js';

/**
 * From the start of the year in which the history begins, each change, to the working date.
 *
 * @param {string[]} changes days on which a status changes, in order
 * @param {string} today the working date
 * @param {?string} first the day on which the first council took a step; null: none has yet
 */
export function dateStops(changes, today, first) {
  if (!first || first >= today) {
    return [today];
  }
  const newYear = `${first.slice(0, 4)}-01-01`;
  const begin = newYear < first ? newYear : dayBefore(first);
  return [begin, ...changes.filter((day) => day > begin && day < today), today];
}

/** Which of the dates holds at a day: the last that has come, or the first of all. */
export const stopAt = (stops, day) => Math.max(0, stops.findLastIndex((stop) => stop <= day));
