import {Failure, getJson, isAbort, withParameters} from './api.js';
import {CouncilList} from './council-list.js';
import {DateControl} from './date-control.js';
import {byId} from './dom.js';
import {FactsPanel} from './facts-panel.js';
import {connectLayerSwitches} from './layer-switches.js';
import {Legend} from './legend.js';
import {Live} from './live.js';
import {connectMapKeyboard} from './map-keyboard.js';
import {MapView} from './map-view.js';
import {Progress} from './progress.js';
import {Selected} from './selected.js';
import {landKey} from './selection.js';
import {StatusLine} from './status-line.js';
import {ViewState} from './view-state.js';

/* Puts the map page together: each part knows its own concern, and all follow one state. */

const root = byId('map-page');
const {today, changes = ''} = root.dataset;
const progress = new Progress(root);
const state = new ViewState();
const statusLine = new StatusLine(byId('status'));
const legend = new Legend(byId('legend'));
const view = new MapView(byId('map'), state, {progress, fail}, byId('legend'), root.dataset.attribution);
const announce = (sentence) => (byId('announcer').textContent = sentence);
const linkTo = (council) => withParameters('/map', {council, at: state.at});

let councils = [];
let loading = new AbortController();

const list = new CouncilList(byId('list'), linkTo, (slug) => selected.chooseFromList(slug));
const panel = new FactsPanel(byId('facts'), byId('list'), () => selected.leave());
const selected = new Selected({
  state, panel, list, view, progress, announce, keyOf: landKey, councils: () => councils,
});

new DateControl(byId('dates'), state, today, changes.split(' ').filter(Boolean), (sentence) =>
  sentence ? statusLine.say(sentence) : statusLine.clear());
connectLayerSwitches(byId('legend'), state);
connectMapKeyboard(view.map, {
  choose: (latlng) => selected.chooseAt(latlng),
  look: (latlng) => selected.lookAt(latlng),
  leave: () => selected.leave(),
});
view.map.on('click', ({latlng}) => selected.chooseAt(latlng));
byId('panel').addEventListener('keydown', (event) => event.key === 'Escape' && selected.leave());
state.on(['at'], () => progress.track(load()));

progress.track(start());

async function start() {
  const given = Boolean(state.place);
  await Promise.all([load(), view.open(legend.covers).catch(fail)]);
  await selected.show(!given);
  new Live(() => view.shown, (changes) => progress.track(follow(changes))).start();
}

/** What changed while the page is open. */
async function follow(changes) {
  const statuses = changes.some(({layer}) => layer === 'parishes');
  await Promise.all([statuses && load(), view.follow(changes)]);
  if (changes.some(({layer}) => layer !== 'context')) {
    await selected.again();
  }
}

/** Everything but the tiles and the facts at the date shown. */
async function load() {
  loading.abort();
  loading = new AbortController();
  const {signal} = loading;
  try {
    const [{councils: all, at}] = await Promise.all([
      getJson(withParameters('/api/councils', {at: state.at}), signal),
      legend.show(state.at, signal),
    ]);
    councils = all;
    list.show(all, at);
    view.know(all);
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  if (isAbort(error)) {
    return;
  }
  const words = error instanceof Failure ? error.message : 'Something went wrong on this page.';
  statusLine.say(`The map is not complete: ${words}`, () => {
    statusLine.clear();
    view.retry();
    progress.track(load());
  });
}
