// Suggests matches while somebody types: a combobox with a list (ARIA 1.2).
// Without it the form works as well, so whatever fails here is not worth a word.
import {getJson, isAbort, withParameters} from '../common/api.js';
import {element} from '../common/dom.js';
import {offerLocation} from './use-location.js';

const FEWEST_LETTERS = 2;
const MOST = 8;
const PAUSE_MS = 120;

class SearchBox {
  #texts;
  #input;
  #list;
  #status;
  #hits = [];
  #active = -1;
  #request = null;
  #pause = 0;

  constructor(form) {
    this.#texts = form.dataset;
    this.#input = form.querySelector('input[name=q]');
    this.#list = element('ul.gs-search__options', {
      id: `${this.#input.id}-options`, role: 'listbox', hidden: true, 'aria-label': this.#texts.list,
      on: {mousedown: (event) => event.preventDefault(), click: (event) => this.#click(event)},
    });
    this.#status = element('div.govuk-visually-hidden', {role: 'status'});
    this.#input.after(this.#list, this.#status);
    this.#describe();
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    form.addEventListener('submit', () => this.#close());
  }

  #describe() {
    const attributes = {
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.#list.id,
    };
    Object.entries(attributes).forEach(([name, value]) => this.#input.setAttribute(name, value));
  }

  #typed() {
    this.#forget();
    const text = this.#input.value.trim();
    if (text.length < FEWEST_LETTERS) {
      this.#close();
      return;
    }
    this.#pause = window.setTimeout(() => this.#ask(text), PAUSE_MS);
  }

  /** Lets go of what was asked before: an answer to it would be about other words. */
  #forget() {
    window.clearTimeout(this.#pause);
    this.#request?.abort();
    this.#request = null;
  }

  async #ask(text) {
    const request = new AbortController();
    this.#request = request;
    try {
      const {hits} = await getJson(withParameters(this.#texts.suggestions, {q: text, limit: MOST}), request.signal);
      if (this.#request === request && document.activeElement === this.#input) {
        this.#show(hits);
      }
    } catch (error) {
      if (!isAbort(error)) {
        this.#close();
      }
    }
  }

  #show(hits) {
    this.#hits = hits;
    this.#list.replaceChildren(...hits.map((hit, n) => this.#option(hit, n)));
    this.#open(hits.length > 0);
    this.#select(-1);
    this.#status.textContent = this.#count(hits.length);
  }

  #option(hit, n) {
    return element(
      'li.gs-search__option',
      {id: `${this.#list.id}-${n}`, role: 'option', 'aria-selected': 'false'},
      hit.name, ' ', element('span.gs-search__about', {}, hit.description),
    );
  }

  #count(count) {
    if (count === 0) {
      return this.#texts.none;
    }
    const counted = count === 1 ? this.#texts.one : this.#texts.many.replace('{0}', count);
    return `${counted}. ${this.#texts.how}`;
  }

  #key(event) {
    const open = !this.#list.hidden;
    const act = {
      ArrowDown: () => this.#step(1),
      ArrowUp: () => this.#step(-1),
      Home: () => open && this.#active >= 0 && this.#select(0),
      End: () => open && this.#active >= 0 && this.#select(this.#hits.length - 1),
      Enter: () => open && this.#active >= 0 && this.#go(this.#active),
      Escape: () => open && this.#close(),
      Tab: () => {
        this.#close();
        return false;
      },
    }[event.key];
    if (act && !event.isComposing && !event.ctrlKey && !event.metaKey && act() !== false) {
      event.preventDefault();
    }
  }

  /** To the next or the one before; beyond the last and the first lies the field itself. */
  #step(by) {
    if (this.#hits.length === 0) {
      return false;
    }
    if (this.#list.hidden) {
      this.#open(true);
    }
    const places = this.#hits.length + 1;
    this.#select(((this.#active + 1 + by + places) % places) - 1);
    return true;
  }

  #select(n) {
    this.#active = n;
    [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === n)));
    if (n < 0) {
      this.#input.removeAttribute('aria-activedescendant');
    } else {
      this.#input.setAttribute('aria-activedescendant', this.#list.children[n].id);
      this.#list.children[n].scrollIntoView({block: 'nearest'});
    }
    return true;
  }

  #click(event) {
    const option = event.target.closest('[role=option]');
    if (option) {
      this.#go([...this.#list.children].indexOf(option));
    }
  }

  #go(n) {
    const {name, href} = this.#hits[n];
    this.#input.value = name;
    this.#close();
    window.location.assign(href);
    return true;
  }

  #open(open) {
    this.#list.hidden = !open;
    this.#input.setAttribute('aria-expanded', String(open));
  }

  #close() {
    this.#forget();
    this.#open(false);
    this.#select(-1);
    this.#status.textContent = '';
    return true;
  }
}

document.querySelectorAll('form[data-search-box]').forEach((form) => {
  new SearchBox(form);
  offerLocation(form);
});
