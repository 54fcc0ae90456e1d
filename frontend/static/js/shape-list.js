import {element} from './dom.js';
import {text} from './texts.js';

/* All points as a table: what the mouse does on the map is done here by typing and by arrow keys. */

const PAGE = 25;
const WAYS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1]};
const COORDINATE = /^\d{1,7}(\.\d{1,3})?$/;

const rounded = (metres) => Math.round(metres * 1000) / 1000;
const shown = (metres) => String(rounded(metres));

/** A metre; with Shift ten, with Alt a tenth. */
export const stepOf = ({shiftKey, altKey}) => (shiftKey ? 10 : altKey ? 0.1 : 1);

export class ShapeList {
  #root;
  #model;
  #acts;
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
    this.#root.querySelectorAll('.gs-points__row').forEach((row, i) => {
      const point = this.#page * PAGE + i;
      const chosen = JSON.stringify({...this.#ring, point}) === JSON.stringify(this.#chosen);
      row.classList.toggle('gs-points__chosen', chosen);
      chosen ? row.setAttribute('aria-current', 'true') : row.removeAttribute('aria-current');
      row.querySelectorAll('input').forEach((input, axis) => {
        input.value = shown(ring[point][axis]);
        input.classList.remove('govuk-input--error');
        input.removeAttribute('aria-invalid');
      });
    });
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
    if (ring.length === 0) {
      return [element('p.govuk-hint', {}, text('script.edit.list.none'))];
    }
    const from = this.#page * PAGE;
    const rows = ring.slice(from, from + PAGE).map((point, i) => this.#row(point, from + i));
    const heads = ['point', 'easting', 'northing', 'do'].map((name) =>
      element('th.govuk-table__header', {scope: 'col'}, text(`script.edit.list.${name}`)));
    const table = element('table.govuk-table.gs-points', {},
      element('caption.govuk-visually-hidden', {}, this.#name(this.#ring)),
      element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows));
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

  #row(point, i) {
    const place = {...this.#ring, point: i};
    const cells = [0, 1].map((axis) => element('td.govuk-table__cell', {}, this.#input(point, place, axis)));
    return element('tr.gs-points__row', {},
      element('th.govuk-table__header', {scope: 'row'}, String(i + 1)), ...cells,
      element('td.govuk-table__cell', {}, ...this.#buttons(place)));
  }

  #input(point, place, axis) {
    const name = text(`script.edit.list.${axis === 0 ? 'easting' : 'northing'}`);
    const input = element('input.govuk-input.gs-points__input', {
      type: 'text', inputmode: 'decimal', autocomplete: 'off', value: shown(point[axis]),
      'aria-label': text('script.edit.list.of', name, place.point + 1), 'data-key': `${axis === 0 ? 'e' : 'n'} ${place.point}`,
      on: {
        change: () => this.#typed(input, place, axis),
        keydown: (event) => {
          const up = WAYS[event.key]?.[1];
          if (event.key === 'Enter') {
            event.preventDefault();
            this.#typed(input, place, axis);
          } else if (up) {
            event.preventDefault();
            this.#by(place, [0, 0].with(axis, up * stepOf(event)));
          }
        },
        focus: () => this.#acts.look(place),
      },
    });
    return input;
  }

  #by(place, [east, north]) {
    const [e, n] = this.#model.at(place);
    this.#acts.move(place, [east ? rounded(e + east) : e, north ? rounded(n + north) : n]);
  }

  #typed(input, place, axis) {
    const point = this.#model.at(place);
    const written = input.value.trim().replaceAll(',', '');
    if (written === shown(point[axis])) {
      return;
    }
    const right = COORDINATE.test(written);
    input.classList.toggle('govuk-input--error', !right);
    input.setAttribute('aria-invalid', String(!right));
    if (right) {
      this.#acts.move(place, point.with(axis, Number(written)));
    } else {
      this.#acts.say(text('script.edit.list.wrong', input.value));
    }
  }

  #buttons(place) {
    const button = (name, act, more = {}) => element('button.gs-link-button.gs-points__button', {
      type: 'button', 'data-key': `${name} ${place.point}`,
      'aria-label': text('script.edit.list.of', text(`script.edit.list.${name}`), place.point + 1), on: {click: act, ...more},
    }, text(`script.edit.list.${name}`));
    return [
      button('move', () => this.#acts.say(text('script.edit.list.keys')), {
        keydown: (event) => {
          const way = WAYS[event.key];
          if (way) {
            event.preventDefault();
            this.#by(place, way.map((part) => part * stepOf(event)));
          }
        },
        focus: () => this.#acts.look(place),
      }),
      button('go', () => this.#acts.choose(place)),
      button('add', () => this.#acts.add(place)),
      button('remove', () => this.#acts.remove(place)),
    ];
  }
}
