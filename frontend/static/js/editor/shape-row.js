// One point as a row of the list: its coordinates to type, and buttons that take arrow keys too.
import {element} from '../common/dom.js';
import {text} from '../common/texts.js';

const WAYS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1]};
const COORDINATE = /^\d{1,7}(\.\d{1,3})?$/;
const NAMES = ['easting', 'northing'];
const KEYS = ['e', 'n'];

const rounded = (metres) => Math.round(metres * 1000) / 1000;
const shown = (metres) => String(rounded(metres));

/** A metre; with Shift ten, with Alt a tenth. */
const stepOf = ({shiftKey, altKey}) => (shiftKey ? 10 : altKey ? 0.1 : 1);

export class ShapeRow {
  #place;
  #model;
  #acts;
  #inputs;
  #row;

  /** @param {object} acts those of ShapeList */
  constructor(place, model, acts) {
    this.#place = place;
    this.#model = model;
    this.#acts = acts;
    this.#inputs = [0, 1].map((axis) => this.#input(axis));
    this.#row = element('tr.gs-points__row', {},
      element('th.govuk-table__header', {scope: 'row'}, String(place.point + 1)),
      ...this.#inputs.map((input) => element('td.govuk-table__cell', {}, input)),
      element('td.govuk-table__cell', {}, ...this.#buttons()));
  }

  get place() {
    return this.#place;
  }

  /** The row as an element. */
  get row() {
    return this.#row;
  }

  show(point, chosen) {
    this.#row.classList.toggle('gs-points__chosen', chosen);
    if (chosen) {
      this.#row.setAttribute('aria-current', 'true');
    } else {
      this.#row.removeAttribute('aria-current');
    }
    this.#inputs.forEach((input, axis) => {
      input.value = shown(point[axis]);
      input.classList.remove('govuk-input--error');
      input.removeAttribute('aria-invalid');
    });
  }

  #input(axis) {
    const input = element('input.govuk-input.gs-points__input', {
      type: 'text', inputmode: 'decimal', autocomplete: 'off',
      'aria-label': this.#of(NAMES[axis]), 'data-key': `${KEYS[axis]} ${this.#place.point}`,
      on: {
        change: () => this.#typed(input, axis),
        keydown: (event) => this.#pressed(event, input, axis),
        focus: () => this.#acts.look(this.#place),
      },
    });
    return input;
  }

  #pressed(event, input, axis) {
    const up = WAYS[event.key]?.[1];
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#typed(input, axis);
    } else if (up) {
      event.preventDefault();
      this.#by([0, 0].with(axis, up * stepOf(event)));
    }
  }

  #typed(input, axis) {
    const point = this.#model.at(this.#place);
    const written = input.value.trim().replaceAll(',', '');
    if (written === shown(point[axis])) {
      return;
    }
    const right = COORDINATE.test(written);
    input.classList.toggle('govuk-input--error', !right);
    input.setAttribute('aria-invalid', String(!right));
    if (right) {
      this.#acts.move(this.#place, point.with(axis, Number(written)));
    } else {
      this.#acts.say(text('script.edit.list.wrong', input.value));
    }
  }

  #by([east, north]) {
    const [e, n] = this.#model.at(this.#place);
    this.#acts.move(this.#place, [east ? rounded(e + east) : e, north ? rounded(n + north) : n]);
  }

  #buttons() {
    return [
      this.#button('move', () => this.#acts.say(text('script.edit.list.keys')), {
        keydown: (event) => {
          const way = WAYS[event.key];
          if (way) {
            event.preventDefault();
            this.#by(way.map((part) => part * stepOf(event)));
          }
        },
        focus: () => this.#acts.look(this.#place),
      }),
      this.#button('go', () => this.#acts.choose(this.#place)),
      this.#button('add', () => this.#acts.add(this.#place)),
      this.#button('remove', () => this.#acts.remove(this.#place)),
    ];
  }

  #button(name, act, more = {}) {
    return element('button.gs-link-button.gs-points__button', {
      type: 'button', 'data-key': `${name} ${this.#place.point}`, 'aria-label': this.#of(name), on: {click: act, ...more},
    }, text(`script.edit.list.${name}`));
  }

  /** A name with the number of the point. */
  #of(name) {
    return text('script.edit.list.of', text(`script.edit.list.${name}`), this.#place.point + 1);
  }
}
