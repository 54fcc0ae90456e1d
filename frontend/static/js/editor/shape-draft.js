// Keeps what is drawn in this browser until it is saved.
// Neither an ended session nor a closed window loses it. It is kept by page and by who drew it, and
// not for longer than a week.

const PREFIX = 'greensward.shape ';
const KEPT_MS = 7 * 24 * 3600 * 1000;

const keyOf = (owner, page, field) => `${PREFIX}${owner} ${page} ${field}`;

export class ShapeDraft {
  #key;

  constructor(owner, field, page = window.location.pathname) {
    this.#key = keyOf(owner, page, field);
  }

  /** The draft, `{shape, at}`; null when there is none. */
  find() {
    const draft = read(this.#key);
    return draft && Date.now() - draft.at < KEPT_MS ? draft : null;
  }

  /** Where the browser keeps nothing, or has no room, drawing goes on without. */
  keep(shape) {
    try {
      localStorage.setItem(this.#key, JSON.stringify({shape, at: Date.now()}));
    } catch {
      // told by nobody: the shape is in the form all the same
    }
  }

  drop() {
    forget((key) => key === this.#key);
  }
}

/** Drops whatever was kept of a page. */
export const dropDrafts = (page) => forget((key) => key.startsWith(PREFIX) && key.split(' ')[2] === page);

function forget(which) {
  try {
    Object.keys(localStorage).filter(which).forEach((key) => localStorage.removeItem(key));
  } catch {
    // nothing is kept, so nothing is to be dropped
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}
