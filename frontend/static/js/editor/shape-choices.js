// Asks a question over the map that is answered by button, such as which part stays.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';

export class ShapeChoices {
  #root;

  constructor(root) {
    this.#root = root;
  }

  /**
   * Asks, and moves the keyboard to the first answer.
   *
   * @param {{words: string, act: () => void}[]} answers
   */
  ask(question, answers) {
    const answer = ({words, act}) =>
      element('li', {}, element('button.gs-link-button', {type: 'button', on: {click: () => { this.close(); act(); }}}, words));
    this.#root.replaceChildren(
      element('p.gs-shape__question', {}, question),
      element('ul.govuk-list', {}, ...answers.map(answer), answer({words: text('script.edit.cancel'), act: () => {}})));
    this.#root.hidden = false;
    this.#root.querySelector('button').focus();
  }

  close() {
    this.#root.hidden = true;
    this.#root.replaceChildren();
  }
}
