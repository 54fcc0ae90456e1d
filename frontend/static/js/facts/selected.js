// Keeps the facts panel, the announcements and the view in step with what is selected.
import {getJson, isAbort, withParameters} from '../common/api.js';
import {element} from '../common/dom.js';
import {errorText} from '../common/error-text.js';
import {longDate} from '../common/format.js';
import {text} from '../common/texts.js';
import {statusLabel} from '../common/words.js';
import {councilFacts} from './council-facts.js';
import {bodyOf, landFacts, landTitle} from './land-facts.js';

export class Selected {
  #page;
  #controller = new AbortController();
  #lastFromList = null;
  #wantsFocus = false;
  #told = null; // of land, as the facts have it
  #stale = false;

  /**
   * @param {object} page `state`, `panel`, `list`, `view`, `progress`, `announce(sentence)`,
   *     `councils()` as the list shows them, `embed`
   */
  constructor(page) {
    this.#page = page;
    page.state.on(['council', 'land'], (changed) => this.show(changed.includes('council')));
    page.state.on(['at'], () => (page.state.land ? (this.#stale = true) : this.show(false)));
  }

  /** Selects a council from the list, where the keyboard will return to. */
  chooseFromList(slug) {
    this.#lastFromList = slug;
    this.#wantsFocus = true;
    this.#page.state.set({council: slug, land: null});
  }

  /** Selects what lies at a place of the map. */
  chooseAt(latlng) {
    const {land, parish} = this.#page.view.tileQuery.at(latlng);
    if (land) {
      this.#page.state.set({land: this.#page.keyOf(land), council: parish?.slug ?? null});
    } else if (parish?.slug) {
      this.#page.state.set({council: parish.slug, land: null});
    } else {
      this.#page.announce(describe({parish}));
    }
  }

  /** Says what lies at a place of the map. */
  lookAt(latlng) {
    this.#page.announce(describe(this.#page.view.tileQuery.at(latlng)));
  }

  leave() {
    this.#page.state.set({council: null, land: null});
  }

  /**
   * Opens, changes or closes the panel, as the state says.
   *
   * @param {boolean} move whether the map may move to what is selected
   */
  async show(move) {
    this.#controller.abort();
    const {state, panel} = this.#page;
    if (state.land) {
      this.#showLand();
    } else if (state.council) {
      await this.#page.progress.track(this.#showCouncil(move));
    } else if (panel.isOpen) {
      this.#close();
    }
  }

  /** Facts of land come from the tiles: once those are there, or others, they are shown anew. */
  settled() {
    const {state, view} = this.#page;
    const piece = state.land && view.tileQuery.land(state.land);
    if (state.land && (this.#stale || (piece && JSON.stringify(piece) !== this.#told))) {
      this.again();
    }
  }

  /** Shows the facts as they are now; the keyboard stays where it was. */
  again() {
    this.#wantsFocus ||= this.#page.panel.isOpen && this.#page.panel.hasFocus;
    return this.show(false);
  }

  async #showCouncil(move) {
    const {state, panel, view, announce} = this.#page;
    const {signal} = (this.#controller = new AbortController());
    try {
      const address = withParameters(`/api/councils/${encodeURIComponent(state.council)}`, {at: state.at});
      const council = await getJson(address, signal);
      signal.throwIfAborted();
      panel.show(council.name, ...councilFacts(council, (slug, name) => this.#linkTo(slug, name)));
      this.#opened();
      if (move && council.bbox) {
        view.bringIntoView(council.bbox);
      }
      announce(this.#page.embed ? sentence(council) : text('script.map.opened', sentence(council)));
    } catch (error) {
      if (!isAbort(error)) {
        this.#apologise(error);
      }
    }
  }

  #showLand() {
    const {state, panel, view, announce} = this.#page;
    const piece = view.tileQuery.land(state.land);
    this.#told = JSON.stringify(piece);
    this.#stale = false;
    if (!piece) {
      panel.show(state.land.split('@')[0], element('p.govuk-body-s', {}, text('script.land.away')));
      return;
    }
    const council = this.#page.councils().find(({parishes}) => parishes?.includes(piece.parish));
    panel.show(landTitle(piece), ...landFacts(piece, council && this.#linkTo(council.slug, council.name)));
    this.#opened();
    announce(text('script.map.land.selected', landTitle(piece), piece.reference, describe({land: piece})));
  }

  #apologise(error) {
    const words = errorText(error);
    this.#page.panel.show(text('script.facts.none'), element('p.govuk-body-s', {}, words));
    this.#page.announce(words);
  }

  #opened() {
    this.#page.panel.reveal();
    if (this.#wantsFocus) {
      this.#page.panel.focus();
      this.#wantsFocus = false;
    }
  }

  #close() {
    const {panel, list, announce} = this.#page;
    const hadFocus = panel.hasFocus;
    panel.close();
    if (hadFocus) {
      list.focus(this.#lastFromList);
    }
    announce(text(this.#page.embed ? 'script.map.unselected' : 'script.map.list'));
  }

  #linkTo(slug, name) {
    const link = element('a.govuk-link.gs-list__name', {href: withParameters('/map', {council: slug, at: this.#page.state.at})}, name);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.chooseFromList(slug);
    });
    return link;
  }
}

function sentence({name, status, since}) {
  return since
    ? text('script.map.council.since', name, statusLabel(status), longDate(since))
    : text('script.map.council', name, statusLabel(status));
}

function describe({land, parish}) {
  if (land) {
    return text('script.map.land', landTitle(land), bodyOf(land));
  }
  if (parish?.council) {
    return text('script.map.council', parish.council, statusLabel(parish.status));
  }
  return parish ? text('script.map.parish', parish.name) : text('script.map.nothing');
}
