// The texts of the page, by the keys of the server's bundle.
// Templates hand over those that its modules need (`web.ScriptWords`). They are read when first
// asked for, so that a module can be used where nothing is said.

const PLURALS = new Intl.PluralRules('en-GB');

let words = null;

/**
 * The words under a key, with values in the places {0}, {1} ...
 *
 * @throws {Error} when the page was not given the key or a value, told in the console too since
 *     some errors are caught: no page shows "undefined"
 */
export function text(key, ...values) {
  words ??= JSON.parse(document.getElementById('script-words')?.textContent ?? '{}');
  return (Object.hasOwn(words, key) ? words[key] : missing(key)).replace(/\{(\d+)\}/g, (place, n) => values[n] ?? missing(`${key} ${place}`));
}

/** The words for a number of things, `key.one` or `key.other`, as its language counts them. */
export const counted = (key, count, ...values) => text(`${key}.${PLURALS.select(count)}`, ...values);

function missing(what) {
  const error = new Error(`The page has no words for ${what}.`);
  console.error(error.message);
  throw error;
}
