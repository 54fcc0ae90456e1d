import {element} from './dom.js';
import {longDate} from './format.js';
import {tag} from './tag.js';

/** The list beside the map: every council with its status, narrowed by name and status. */
export class CouncilList {
  #councils = [];
  #at = '';
  #items;
  #count;
  #empty;
  #name;
  #status;
  #link;
  #title;

  /** @param {(slug: string) => string} link the address of a council's facts on this page */
  constructor(root, link, choose) {
    this.#items = root.querySelector('#list-items');
    this.#title = root.querySelector('#list-title');
    this.#count = root.querySelector('#list-count');
    this.#empty = root.querySelector('#list-empty');
    this.#name = root.querySelector('#filter-name');
    this.#status = root.querySelector('#filter-status');
    this.#link = link;
    const filter = root.querySelector('#filter');
    filter.hidden = false;
    filter.addEventListener('submit', (event) => event.preventDefault());
    filter.addEventListener('input', () => this.#render());
    this.#items.addEventListener('click', (event) => this.#clicked(event, choose));
  }

  /** Shows the councils of a date. */
  show(councils, at) {
    this.#councils = councils;
    this.#at = at;
    this.#render();
  }

  /** Puts the keyboard on a council's line, or on the list's title where it has none. */
  focus(slug) {
    const link = this.#items.querySelector(`a[data-slug="${CSS.escape(slug ?? '')}"]`);
    (link ?? this.#title).focus();
  }

  #clicked(event, choose) {
    const link = event.target.closest('a[data-slug]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain) {
      event.preventDefault();
      choose(link.dataset.slug);
    }
  }

  #render() {
    const shown = this.#councils.filter((council) => this.#fits(council));
    this.#items.replaceChildren(...shown.map((council) => this.#item(council)));
    const all = this.#councils.length;
    this.#empty.hidden = all > 0;
    const many = shown.length === all ? `${all}` : `${shown.length} of ${all}`;
    this.#count.textContent = `${many} local councils on ${longDate(this.#at)}`;
  }

  #fits({name, status}) {
    const words = this.#name.value.toLowerCase().split(/\s+/);
    const wanted = this.#status.value;
    return words.every((word) => name.toLowerCase().includes(word)) && (!wanted || status === wanted);
  }

  #item({slug, name, status}) {
    const link = element('a.govuk-link.gs-list__name', {href: this.#link(slug), 'data-slug': slug}, name);
    return element('li.gs-list__item', {}, link, ' ', tag(status));
  }
}
