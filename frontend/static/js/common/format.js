// Formats dates and quantities as people read them.
import {text} from './texts.js';

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const WHOLE = new Intl.NumberFormat('en-GB', {maximumFractionDigits: 0});
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Whether a text is a day of the calendar, written year-month-day. */
export function isDate(written) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) {
    return false;
  }
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

/** 2014-04-01 as 1 April 2014. */
export const longDate = (date) => DATE.format(new Date(`${date}T00:00:00Z`));

/** The last day of a range whose end, as everywhere on the server, is the day after it. */
export function dayBefore(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

export const whole = (number) => WHOLE.format(number);

export const hectares = (m2) => text('script.common.hectares', ONE_DECIMAL.format(m2 / 10000));

/** A quantity in the unit of its asset type: m2, m or item. */
export function quantity(amount, unit) {
  if (unit === 'item') {
    return Math.abs(amount - Math.round(amount)) < 1e-6 ? whole(amount) : ONE_DECIMAL.format(amount);
  }
  return text(unit === 'm2' ? 'script.common.m2' : 'script.common.m', whole(amount));
}
