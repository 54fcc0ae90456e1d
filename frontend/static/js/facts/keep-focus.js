// Replaces the lines of a list, and keeps the keyboard on the line that had it.

/**
 * @param {Element} list
 * @param {Element[]} lines each with a link that has `data-key`
 */
export function replaceLines(list, lines) {
  const key = focusedKey(list);
  list.replaceChildren(...lines);
  if (key !== null) {
    list.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({preventScroll: true});
  }
}

/** The key of the line that has the keyboard, or null. A list that changes keeps this line. */
export const focusedKey = (list) =>
  list.contains(document.activeElement) ? document.activeElement.dataset.key ?? null : null;
