/* The words for the values that the server sends. */

export const STATUSES = ['devolved', 'interested', 'none', 'unknown'];

const STATUS_LABELS = {
  devolved: 'Devolved',
  interested: 'Interest expressed',
  none: 'No interest recorded',
  unknown: 'Not known',
};

export const statusLabel = (status) => STATUS_LABELS[status] ?? STATUS_LABELS.unknown;

/** The part of a council's name that tells it from others: Olney of Olney Town Council. */
export const shortName = (name) =>
  name.replace(/ (Parish|Town|Community|City|Village)? ?(Council|Meeting)$/, '');

export const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
