// The panel with the facts of what is selected; while open it takes the place of the list.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';

export class FactsPanel {
  #panel;
  #list;
  #back;

  /** @param {() => void} back what "Back to list" does */
  constructor(panel, list, back) {
    this.#panel = panel;
    this.#list = list;
    this.#back = back;
  }

  get hasFocus() {
    return this.#panel.contains(document.activeElement);
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  /** Opens the panel with a heading and what belongs under it. */
  show(title, ...content) {
    const back = element('a.govuk-back-link.gs-facts__back', {href: window.location.pathname}, text('map.back'));
    back.addEventListener('click', (event) => {
      event.preventDefault();
      this.#back();
    });
    const heading = element('h2.govuk-heading-m.gs-facts__title', {tabindex: '-1'}, title);
    this.#panel.replaceChildren(back, heading, ...content);
    this.#panel.hidden = false;
    this.#list.hidden = true;
  }

  close() {
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.#list.hidden = false;
  }

  focus() {
    this.#panel.querySelector('h2')?.focus();
  }

  /** Shows the heading, also where the panel lies below the map. */
  reveal() {
    this.#panel.parentElement.scrollTop = 0;
    this.#panel.querySelector('h2').scrollIntoView({block: 'nearest'});
  }
}
