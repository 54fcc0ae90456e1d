// All points as a table: what the mouse does on the map is done here by typing and by arrow keys.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';
import {ShapeRow} from './shape-row.js';

const PAGE = 25;

/** The points of a shape by ring and page; see ShapeRow for one of them. */
export class ShapeList {
  #root;
  #model;
  #acts;
  #rows = [];
  #ring = {part: 0, ring: 0};
  #page = 0;
  #chosen = null;
  #built = null;

  /**
   * @param {object} acts `move(place, point)`, `add(place)`, `remove(place)`, `choose(place)`, `look(place)`
   *     when one has the keyboard, `say(sentence)`
   */
  constructor(root, model, acts) {
    this.#root = root;
    this.#model = model;
    this.#acts = acts;
  }

  /** Shows the points of a ring, the chosen one's if there is one, and keeps the focus in place. */
  show(chosen) {
    if (chosen && JSON.stringify(chosen) !== JSON.stringify(this.#chosen)) {
      this.#ring = {part: chosen.part, ring: chosen.ring};
      this.#page = Math.floor(chosen.point / PAGE);
    }
    this.#chosen = chosen;
    const ring = this.#model.ring(this.#ring) ?? this.#start();
    this.#page = Math.max(0, Math.min(this.#page, Math.ceil(ring.length / PAGE) - 1));
    const build = [this.#ring.part, this.#ring.ring, this.#page, this.#model.parts.map((part) => part.length), ring.length].join();
    if (build === this.#built) {
      this.#update(ring);
      return;
    }
    this.#built = build;
    const focused = this.#root.contains(document.activeElement) && document.activeElement.dataset.key;
    this.#root.replaceChildren(...this.#content(ring));
    this.#update(ring);
    if (focused) {
      this.focus(focused);
    }
  }

  /** The same rows with other values: what is being typed or tabbed through stays. */
  #update(ring) {
    this.#rows.forEach((row) => row.show(ring[row.place.point], JSON.stringify(row.place) === JSON.stringify(this.#chosen)));
  }

  /** Gives the keyboard to a control by its key; else to the last point's. */
  focus(key) {
    const [what] = key.split(' ');
    const found = this.#root.querySelector(`[data-key="${key}"]`) ?? [...this.#root.querySelectorAll(`[data-key^="${what} "]`)].at(-1);
    found?.focus();
  }

  #start() {
    this.#ring = {part: 0, ring: 0};
    return this.#model.ring(this.#ring) ?? [];
  }

  #content(ring) {
    const from = this.#page * PAGE;
    this.#rows = ring.slice(from, from + PAGE).map((_, i) => new ShapeRow({...this.#ring, point: from + i}, this.#model, this.#acts));
    if (ring.length === 0) {
      return [element('p.govuk-hint', {}, text('script.edit.list.none'))];
    }
    const heads = ['point', 'easting', 'northing', 'do'].map((name) =>
      element('th.govuk-table__header', {scope: 'col'}, text(`script.edit.list.${name}`)));
    const table = element('table.govuk-table.gs-points', {},
      element('caption.govuk-visually-hidden', {}, this.#name(this.#ring)),
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...this.#rows.map(({row}) => row)));
    return [this.#rings(), element('div.gs-scroll', {role: 'region', tabindex: '0', 'aria-label': this.#name(this.#ring)}, table), this.#pages(ring.length)].filter(Boolean);
  }

  #name({part, ring}) {
    return ring === 0 ? text('script.edit.list.outline', part + 1) : text('script.edit.list.hole', ring, part + 1);
  }

  /** Which ring, where there are several. */
  #rings() {
    const rings = this.#model.parts.flatMap((part, i) => part.map((_, ring) => ({part: i, ring})));
    if (rings.length === 1) {
      return null;
    }
    const select = element('select.govuk-select', {id: `${this.#root.id}-ring`, 'data-key': 'ring 0', on: {change: () => this.#turn(rings[select.selectedIndex])}},
      ...rings.map((ring) => element('option', {selected: ring.part === this.#ring.part && ring.ring === this.#ring.ring}, this.#name(ring))));
    return element('div.govuk-form-group', {},
      element('label.govuk-label', {for: select.id}, text('script.edit.list.ring')), select);
  }

  #turn(ring) {
    this.#ring = ring;
    this.#page = 0;
    this.#acts.choose({...ring, point: 0});
  }

  #pages(count) {
    const last = Math.ceil(count / PAGE) - 1;
    if (last < 1) {
      return null;
    }
    const turn = (by, name, off) => element('button.govuk-button.govuk-button--secondary.gs-button', {
      type: 'button', 'data-key': `${name} 0`, disabled: off,
      on: {click: () => { this.#page += by; this.show(this.#chosen); }},
    }, text(`script.edit.list.${name}`));
    return element('p.gs-points__pages', {},
      turn(-1, 'earlier', this.#page === 0), ' ',
      text('script.edit.list.page', this.#page * PAGE + 1, Math.min(count, (this.#page + 1) * PAGE), count), ' ',
      turn(1, 'later', this.#page === last));
  }
}
