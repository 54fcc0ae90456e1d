// The line above the map that says in words what went wrong; empty when nothing did.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';

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
    const said = element('p.gs-status__text', {}, sentence);
    const button = again && element('button.gs-link-button', {type: 'button', on: {click: again}}, text('script.map.again'));
    this.#line.replaceChildren(said, ...(button ? [button] : []));
  }

  clear() {
    this.#line.replaceChildren();
  }
}
