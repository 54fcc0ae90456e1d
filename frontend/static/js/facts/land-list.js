// The list of land in view, nearest to the middle first, each piece with a link to its page.
import {withParameters} from '../common/api.js';
import {element} from '../common/dom.js';
import {whole} from '../common/format.js';
import {landKey} from '../common/selection.js';
import {counted, text} from '../common/texts.js';
import {focusedKey, replaceLines} from './keep-focus.js';
import {landTitle} from './land-facts.js';

const MOST = 50;

/** From this zoom on a view has so little land that a list of it helps. */
export const LAND_LIST_ZOOM = 15;

export class LandList {
  #root;
  #items;
  #count;
  #state;
  #pieces = new Map();

  constructor(root, state) {
    this.#root = root;
    this.#items = root.querySelector('#land-items');
    this.#count = root.querySelector('#land-count');
    this.#state = state;
  }

  /** @param {?object[]} land properties of the pieces in view; null when the map is too far away */
  follow(land) {
    this.#root.hidden = land === null;
    const shown = new Map((land ?? []).slice(0, MOST).map((piece) => [landKey(piece), piece]));
    const held = focusedKey(this.#items);
    if (held && !shown.has(held)) {
      shown.set(held, this.#pieces.get(held));
    }
    const same = [...shown.keys()].join() === [...this.#pieces.keys()].join()
      && [...shown.values()].every((piece) => piece === this.#pieces.get(landKey(piece)));
    if (same) {
      return;
    }
    this.#pieces = shown;
    replaceLines(this.#items, [...shown].map(([key, piece]) => this.#item(key, piece)));
    this.#count.textContent = sentence((land ?? []).length);
  }

  #item(key, piece) {
    const address = withParameters(`/land/${encodeURIComponent(piece.reference)}`, {at: this.#state.at});
    return element('li.gs-list__item', {},
      element('a.govuk-link.gs-list__name', {href: address, 'data-key': key}, `${landTitle(piece)} ${piece.reference}`),
      element('span.gs-list__keeper', {}, piece.looked_after_by ?? text('land.body.unknown')));
  }
}

function sentence(count) {
  if (count === 0) {
    return text('script.list.land.none');
  }
  return count > MOST
    ? text('script.list.land.most', whole(count), MOST)
    : counted('script.list.land', count, whole(count));
}
