// Asks the server about the shape: whether it is valid, and to snap, cut and join it.
import {isAbort} from '../common/api.js';
import {element} from '../common/dom.js';
import {counted, text} from '../common/texts.js';
import {ShapeChoices} from './shape-choices.js';
import {ShapeFindings} from './shape-findings.js';

/** How long a hand rests before the server is asked. */
const REST_MS = 500;
const MOST_JOINED = 12;

export class ShapeChecks {
  #root;
  #controller;
  #server;
  #target;
  #findings;
  #choices;
  #asking = new AbortController();
  #timer = 0;

  /** @param {?object} target a shape that the drawn line splits, which is told instead */
  constructor(root, controller, server, target) {
    this.#root = root;
    this.#controller = controller;
    this.#server = server;
    this.#target = target;
    this.#findings = new ShapeFindings(root.querySelector('.gs-shape__found'), {
      go: (point) => controller.view.goTo(point),
      repair: (shape) => controller.whole.replace(shape, text('script.edit.repaired')),
    });
    this.#choices = new ShapeChoices(root.querySelector('.gs-shape__choices'));
  }

  start() {
    this.soon();
  }

  /** Checks when nothing has changed for a moment; what was asked before is of no interest. */
  soon() {
    clearTimeout(this.#timer);
    this.#asking.abort();
    this.#root.dataset.checking = 'true';
    this.#timer = setTimeout(() => this.#check(), REST_MS);
  }

  /** Checks at once, and says what was found. */
  async now() {
    clearTimeout(this.#timer);
    const found = await this.#check();
    if (found) {
      this.#controller.say(found);
    }
  }

  async #check() {
    const shape = this.#controller.model.json;
    this.#asking.abort();
    this.#asking = new AbortController();
    const {signal} = this.#asking;
    try {
      return shape ? await (this.#target ? this.#preview(shape, signal) : this.#ask(shape, signal)) : this.#findings.clear();
    } catch (error) {
      if (!isAbort(error)) {
        this.#findings.clear();
        this.#controller.fail(error);
      }
      return null;
    } finally {
      if (!signal.aborted) {
        this.#root.dataset.checking = 'false';
      }
    }
  }

  async #ask(shape, signal) {
    const {unit, reference} = this.#controller;
    return this.#findings.show(await this.#server.ask('check', {shape, unit, reference}, signal));
  }

  async #preview(line, signal) {
    const parts = await this.#server.ask('split', {shape: this.#target, line, unit: this.#root.dataset.targetUnit}, signal);
    const sentence = text('script.edit.parts', parts.length, parts.map(({words}) => words).join('; '));
    this.#findings.clear();
    this.#controller.say(sentence);
    return sentence;
  }

  get #tolerance() {
    return Number(this.#root.querySelector('.gs-shape__tolerance').value);
  }

  /** Brings a point onto what is near, if snapping is on. */
  async snap(point, take) {
    if (!this.#root.querySelector('.gs-shape__snap').checked) {
      return;
    }
    try {
      const {points: [{east, north, to, corner}]} = await this.#server.ask('snap', {
        points: [point], tolerance: this.#tolerance, reference: this.#controller.reference,
      });
      if (to) {
        take([east, north]);
        this.#controller.say(text(corner ? 'script.edit.snapped.corner' : 'script.edit.snapped.edge', to));
      }
    } catch (error) {
      this.#controller.fail(error);
    }
  }

  async snapAll() {
    await this.#try(async () => {
      const {shape, moved} = await this.#server.ask('snap', {
        shape: this.#controller.model.json, tolerance: this.#tolerance, reference: this.#controller.reference,
      });
      if (moved > 0) {
        this.#controller.whole.replace(shape, counted('script.edit.snapped.all', moved, moved));
      } else {
        this.#controller.say(text('script.edit.snapped.none', this.#tolerance));
      }
    });
  }

  async cut(line) {
    await this.#try(async () => {
      const {model, unit} = this.#controller;
      const parts = await this.#server.ask('split', {shape: model.json, line, unit});
      this.#choices.ask(text('script.edit.keep'), parts.map(({shape, words}, i) => ({
        words: text('script.edit.keep.part', i + 1, words),
        act: () => this.#controller.whole.replace(shape, text('script.edit.kept', words)),
      })));
    });
  }

  /** Offers the nearest parcels of the same unit, to be taken into the shape. */
  join() {
    const {model, unit, view} = this.#controller;
    const near = view.near.filter((it) => it.unit === unit).slice(0, MOST_JOINED);
    if (near.length === 0 || model.isEmpty) {
      this.#controller.say(text('script.edit.join.none'));
      return;
    }
    this.#choices.ask(text('script.edit.join'), near.map(({reference, label, shape}) => ({
      words: text('script.edit.join.one', reference, label),
      act: () => this.#try(async () => {
        const joined = await this.#server.ask('merge', {shapes: [model.json, shape], unit});
        this.#controller.whole.replace(joined.shape, text('script.edit.joined', reference, joined.words));
      }),
    })));
  }

  /** Says that a draft was kept. */
  offer({at}, take, drop) {
    const box = this.#root.querySelector('.gs-shape__draft');
    const close = (act) => () => { act(); box.hidden = true; };
    const when = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeStyle: 'short'}).format(new Date(at));
    box.replaceChildren(
      element('p.govuk-body', {}, text('script.edit.draft', when)),
      element('button.govuk-button.govuk-button--secondary.gs-button', {type: 'button', on: {click: close(take)}}, text('script.edit.draft.take')), ' ',
      element('button.gs-link-button', {type: 'button', on: {click: close(drop)}}, text('script.edit.draft.drop')));
    box.hidden = false;
  }

  async #try(act) {
    try {
      await act();
    } catch (error) {
      this.#controller.fail(error);
    }
  }
}
