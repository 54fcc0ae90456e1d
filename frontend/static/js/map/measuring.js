// The tool that measures along points of the map.
import {text} from '../common/texts.js';
import {distance} from './geodesy.js';
import {MeasureShape} from './measure-shape.js';
import {lengthWords, measureWords} from './measure-words.js';

/** Two clicks nearer than this, in pixels, are one: the second of a double click adds nothing. */
const SAME = 4;
const MOST = 200;

/** While it is `drawing`, clicks and Enter add points; the result stays until it is closed. */
export class Measuring {
  #map;
  #state;
  #announce;
  #button;
  #card;
  #result;
  #shape = new MeasureShape();
  #drawing = false;

  constructor(map, state, announce, button, card) {
    this.#map = map;
    this.#state = state;
    this.#announce = announce;
    this.#button = button;
    this.#card = card;
    this.#result = card.querySelector('#measure-result');
    this.#shape.addTo(map);
    this.#connect();
    this.#show();
  }

  get drawing() {
    return this.#drawing;
  }

  /** Adds a point, unless it is the last one again. */
  add({lat, lng}) {
    const {kind, points} = this.#state.measure;
    const last = points.at(-1);
    const here = this.#map.latLngToContainerPoint([lat, lng]);
    if (last && here.distanceTo(this.#map.latLngToContainerPoint([last.lat, last.lon])) < SAME) {
      return;
    }
    if (points.length === MOST) {
      this.#announce(text('script.measure.most', MOST));
      return;
    }
    this.#take(kind, [...points, {lat: rounded(lat), lon: rounded(lng)}]);
    this.#announce(text('script.measure.point', points.length + 1, measureWords(this.#state.measure)));
  }

  undo() {
    const {kind, points} = this.#state.measure;
    this.#take(kind, points.slice(0, -1));
    this.#announce(measureWords(this.#state.measure));
  }

  finish() {
    this.#setDrawing(false);
    this.#announce(text('script.measure.finished', measureWords(this.#state.measure)));
  }

  /** Says how far a place is from the last point. */
  lookAt({lat, lng}) {
    const last = this.#state.measure.points.at(-1);
    if (last) {
      this.#announce(text('script.measure.away', lengthWords(distance(last, {lat, lon: lng}))));
    }
  }

  #connect() {
    const act = {
      undo: () => this.undo(),
      finish: () => (this.#drawing ? this.finish() : this.#setDrawing(true)),
      close: () => this.#close(),
    };
    this.#button.addEventListener('click', () => (this.#state.measure ? this.#close() : this.#open()));
    this.#card.addEventListener('click', ({target}) => act[target.dataset.measure]?.());
    this.#card.addEventListener('change', ({target}) => this.#take(target.value, this.#state.measure.points));
    this.#card.addEventListener('keydown', ({key}) => key === 'Escape' && this.#drawing && this.finish());
    this.#map.on('dblclick', () => this.#drawing && this.finish());
    this.#map.getContainer().addEventListener('keydown', (event) => {
      if (event.key === 'Backspace' && this.#drawing) {
        event.preventDefault();
        this.undo();
      }
    });
    this.#state.on(['measure'], () => this.#show());
  }

  #open() {
    this.#take('length', []);
    this.#setDrawing(true);
    this.#announce(this.#card.querySelector('#measure-help').textContent);
  }

  #close() {
    this.#setDrawing(false);
    this.#state.set({measure: null});
    this.#button.focus();
  }

  #take(kind, points) {
    this.#state.set({measure: {kind, points}});
  }

  #setDrawing(drawing) {
    this.#drawing = drawing;
    const finish = this.#card.querySelector('[data-measure=finish]');
    finish.dataset.first ??= finish.textContent;
    finish.textContent = drawing ? finish.dataset.first : finish.dataset.again;
    this.#map.getContainer().classList.toggle('gs-map--measuring', drawing);
    this.#map.doubleClickZoom[drawing ? 'disable' : 'enable']();
  }

  #show() {
    const {measure} = this.#state;
    this.#card.hidden = !measure;
    this.#button.setAttribute('aria-expanded', String(Boolean(measure)));
    if (!measure) {
      this.#shape.clear();
      this.#setDrawing(false);
      return;
    }
    this.#card.querySelector(`input[value=${measure.kind}]`).checked = true;
    this.#card.querySelector('[data-measure=undo]').hidden = measure.points.length === 0;
    this.#result.textContent = measureWords(measure);
    this.#shape.show(measure);
    this.#setDrawing(this.#drawing);
  }
}

const rounded = (degrees) => Number(degrees.toFixed(6));
