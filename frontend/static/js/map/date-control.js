// The control for the date shown: typed, stepped from change to change, or the working date.
import {dayBefore, isDate, longDate} from '../common/format.js';
import {text} from '../common/texts.js';

export class DateControl {
  #state;
  #input;
  #buttons;
  #today;
  #changes;
  #refuse;

  /**
   * @param {string} today the working date
   * @param {string[]} changes days on which a status changes, in order
   * @param {(sentence: ?string) => void} refuse told what is wrong with a date; null: nothing
   */
  constructor(form, state, today, changes, refuse) {
    this.#state = state;
    this.#today = today;
    this.#changes = changes;
    this.#refuse = refuse;
    this.#input = form.querySelector('#at');
    this.#buttons = Object.fromEntries(
      [...form.querySelectorAll('[data-step]')].map((button) => [button.dataset.step, button]));
    this.#connect(form);
    this.#show();
  }

  #connect(form) {
    const {show, earlier, later, today} = this.#buttons;
    show.hidden = true;
    [earlier, later, today].forEach((button) => (button.hidden = false));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#typed();
    });
    this.#input.addEventListener('change', () => this.#typed());
    earlier.addEventListener('click', () => this.#go(this.#before()));
    later.addEventListener('click', () => this.#go(this.#after()));
    today.addEventListener('click', () => this.#go(this.#today));
    this.#state.on(['at'], () => this.#show());
  }

  get #at() {
    return this.#state.at ?? this.#today;
  }

  #typed() {
    const day = this.#input.value;
    const ok = isDate(day) && day >= '1800-01-01' && day < '2200-01-01';
    this.#refuse(ok ? null : text('script.map.date.wrong'));
    if (ok) {
      this.#go(day);
    }
  }

  #go(day) {
    if (day) {
      this.#refuse(null);
      this.#state.set({at: day === this.#today ? null : day});
    }
  }

  /** Before the first change comes the day on which it had not yet happened. */
  #before() {
    const [first] = this.#changes;
    const change = this.#changes.findLast((day) => day < this.#at);
    return change ?? (first === this.#at ? dayBefore(first) : undefined);
  }

  #after() {
    return this.#changes.find((day) => day > this.#at);
  }

  #show() {
    this.#input.value = this.#at;
    const {earlier, later, today} = this.#buttons;
    this.#offer(earlier, this.#before());
    this.#offer(later, this.#after());
    this.#offer(today, this.#at === this.#today ? null : this.#today);
  }

  /** A button with nowhere to go stays focusable, and says so. */
  #offer(button, day) {
    const words = button.textContent;
    button.setAttribute('aria-disabled', String(!day));
    button.setAttribute('aria-label', day ? `${words}: ${longDate(day)}` : words);
    button.title = day ? longDate(day) : '';
  }
}
