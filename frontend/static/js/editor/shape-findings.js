// Shows under the map what the server found of a shape: faults with their places, where it lies.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';

export class ShapeFindings {
  #root;
  #acts;

  /** @param {object} acts `go(point)`, `repair(shape)` */
  constructor(root, acts) {
    this.#root = root;
    this.#acts = acts;
  }

  clear() {
    this.#root.replaceChildren();
  }

  /** @returns {string} the most important of it, as a sentence */
  show({sound, faults, repair, parishes, warnings}) {
    if (!sound) {
      this.#root.replaceChildren(...faults.map((fault) => this.#fault(fault)), this.#offer(repair));
      return faults[0].sentence;
    }
    const lies = parishes.length > 0 ? text('script.edit.lies', parishes.join('; ')) : null;
    this.#root.replaceChildren(
      ...[lies && element('p.govuk-body-s', {}, lies)].filter(Boolean),
      ...warnings.map((warning) => element('p.govuk-body-s.gs-shape__warning', {}, element('strong', {}, text('script.edit.mind')), ' ', warning)));
    return [lies, ...warnings].filter(Boolean).join(' ');
  }

  #fault({sentence, east, north}) {
    return element('p.govuk-error-message', {}, sentence, ' ',
      east ? element('button.gs-link-button', {type: 'button', on: {click: () => this.#acts.go([east, north])}}, text('script.edit.see')) : null);
  }

  #offer(repair) {
    return repair
      ? element('p.govuk-body-s', {}, repair.words, ' ',
        element('button.gs-link-button', {type: 'button', on: {click: () => this.#acts.repair(repair.shape)}}, text('script.edit.repair')))
      : '';
  }
}
