// The list beside the map: the councils in view or all, filtered by name and status.
import {element} from '../common/dom.js';
import {longDate} from '../common/format.js';
import {text} from '../common/texts.js';
import {focusedKey, replaceLines} from './keep-focus.js';
import {tag} from './tag.js';

/** The name filter finds a council wherever the map is. */
export class CouncilList {
  #councils = [];
  #inView = null;
  #at = '';
  #items;
  #count;
  #empty;
  #name;
  #status;
  #view;
  #link;
  #title;

  /** @param {(slug: string) => string} link the address of a council's facts on this page */
  constructor(root, state, link, choose) {
    this.#items = root.querySelector('#list-items');
    this.#title = root.querySelector('#list-title');
    this.#count = root.querySelector('#list-count');
    this.#empty = root.querySelector('#list-empty');
    this.#name = root.querySelector('#filter-name');
    this.#status = root.querySelector('#filter-status');
    this.#view = root.querySelector('#filter-view');
    this.#link = link;
    const filter = root.querySelector('#filter');
    filter.hidden = false;
    filter.addEventListener('submit', (event) => event.preventDefault());
    filter.addEventListener('input', () => this.#render());
    this.#view.addEventListener('change', () => state.set({list: this.#view.checked ? null : 'all'}));
    this.#items.addEventListener('click', (event) => this.#clicked(event, choose));
    const follow = () => (this.#view.checked = state.list !== 'all');
    state.on(['list'], () => {
      follow();
      this.#render();
    });
    follow();
  }

  /** Shows the councils of a date. */
  show(councils, at) {
    this.#councils = councils;
    this.#at = at;
    this.#render();
  }

  /** Takes the slugs of the councils in view; null when that is not known. */
  follow(inView) {
    this.#inView = inView;
    this.#render();
  }

  /** Puts the keyboard on a council's line, or on the list's title where it has none. */
  focus(slug) {
    const link = this.#items.querySelector(`a[data-key="${CSS.escape(slug ?? '')}"]`);
    (link ?? this.#title).focus();
  }

  #clicked(event, choose) {
    const link = event.target.closest('a[data-key]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain) {
      event.preventDefault();
      choose(link.dataset.key);
    }
  }

  #render() {
    if (!this.#at) {
      return; // the map may be there before the list
    }
    const words = this.#name.value.trim().toLowerCase();
    const follows = this.#view.checked && this.#inView && words === '';
    const shown = this.#councils.filter((council) =>
      this.#fits(council, words) && (!follows || this.#inView.has(council.slug)));
    const held = focusedKey(this.#items);
    const lines = this.#councils.filter((council) => shown.includes(council) || council.slug === held);
    replaceLines(this.#items, lines.map((council) => this.#item(council)));
    const all = this.#councils.length;
    this.#empty.hidden = all > 0;
    const date = longDate(this.#at);
    const sentence = shown.length === all
      ? text('map.councils.count', all, date)
      : text(follows ? 'script.list.view' : 'script.list.part', shown.length, all, date);
    if (this.#count.textContent !== sentence) {
      this.#count.textContent = sentence; // said again only when it changes
    }
  }

  #fits({name, status}, words) {
    const wanted = this.#status.value;
    return words.split(/\s+/).every((word) => name.toLowerCase().includes(word)) && (!wanted || status === wanted);
  }

  #item({slug, name, status}) {
    const link = element('a.govuk-link.gs-list__name', {href: this.#link(slug), 'data-key': slug}, name);
    return element('li.gs-list__item', {}, link, ' ', tag(status));
  }
}
