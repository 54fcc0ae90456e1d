import {element} from './dom.js';

/** The line above the map that says in words what went wrong; empty when nothing did. */
export class StatusLine {
  #line;

  constructor(line) {
    this.#line = line;
  }

  /**
   * @param {string} sentence
   * @param {() => void} [again] what a "Try again" button does
   */
  say(sentence, again) {
    const text = element('p.gs-status__text', {}, sentence);
    const button = again && element('button.gs-link-button', {type: 'button', on: {click: again}}, 'Try again');
    this.#line.replaceChildren(text, ...(button ? [button] : []));
  }

  clear() {
    this.#line.replaceChildren();
  }
}
