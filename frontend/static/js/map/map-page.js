// Puts the map page together: each part knows its own concern, and all follow one state.
import {Failure, getJson, isAbort, withParameters} from '../common/api.js';
import {byId} from '../common/dom.js';
import {errorText} from '../common/error-text.js';
import {landKey} from '../common/selection.js';
import {text} from '../common/texts.js';
import {CouncilList} from '../facts/council-list.js';
import {FactsPanel} from '../facts/facts-panel.js';
import {LAND_LIST_ZOOM, LandList} from '../facts/land-list.js';
import {NoPanel} from '../facts/no-panel.js';
import {Selected} from '../facts/selected.js';
import {BaseMap} from './base-map.js';
import {DateControl} from './date-control.js';
import {DatePlayer} from './date-player.js';
import {dateWords} from './date-words.js';
import {connectLayerSwitches} from './layer-switches.js';
import {Legend} from './legend.js';
import {Live} from './live.js';
import {connectMapKeyboard} from './map-keyboard.js';
import {connectTools} from './map-tools.js';
import {MapView} from './map-view.js';
import {connectOpacity} from './opacity.js';
import {printWords} from './print-words.js';
import {Progress} from './progress.js';
import {StatusLine} from './status-line.js';
import {ViewState} from './view-state.js';

const root = byId('map-page');
const {today, changes = '', first = null, base, baseAttribution, attribution} = root.dataset;
const progress = new Progress(root);
const state = new ViewState();
const {embed} = state;
const statusLine = new StatusLine(byId('status'));
const legend = new Legend(byId('legend'));
const announce = (sentence) => (byId('announcer').textContent = sentence);
const linkTo = (council) => withParameters('/map', {council, at: state.at});

let councils = [];
let loading = new AbortController();

const baseMap = new BaseMap(base, state, () => fail(new Failure('script.map.base.silent')));
const view = new MapView(
  byId('map'), state, {progress, fail, settled: follow}, byId('legend'), baseMap,
  {own: attribution, base: baseAttribution});
const list = embed ? null : new CouncilList(byId('list'), state, linkTo, (slug) => selected.chooseFromList(slug));
const land = embed ? null : new LandList(byId('land-list'), state);
const panel = embed ? new NoPanel() : new FactsPanel(byId('facts'), byId('list'), () => selected.leave());
const selected = new Selected({
  state, panel, list, view, progress, announce, keyOf: landKey, councils: () => councils, embed,
});
// Only for whoever signed in: the public's page has no such layer, and does not load it.
const restricted = 'restricted' in root.dataset
  && import('./restricted-layer.js').then(({RestrictedLayer}) => new RestrictedLayer(view.map, byId('restricted'), fail));
const measuring = connectTools(root, {
  view, state, legend, announce,
  describe: () => printWords(state, {today, councils, chosen: view.tileQuery.land(state.land)}),
});

const dates = {today, changes: changes.split(' ').filter(Boolean), first};
new DateControl(byId('dates'), state, today, dates.changes, (sentence) =>
  sentence ? statusLine.say(sentence) : statusLine.clear());
new DatePlayer(byId('player'), state, dates, {
  settled: () => progress.settled(),
  tell: (day) => announce(dateWords(day, councils)),
  // What plays is told once for each date, not by the list as well.
  changed: (playing) => byId('list-count')?.setAttribute('aria-live', playing ? 'off' : 'polite'),
});
connectLayerSwitches(byId('legend'), state);
connectOpacity(byId('legend'), state);
connectMapKeyboard(view.map, {
  choose: (latlng) => choose(latlng),
  look: (latlng) => (measuring.drawing ? measuring : selected).lookAt(latlng),
  leave: () => (measuring.drawing ? measuring.finish() : selected.leave()),
});
view.map.on('click', ({latlng}) => choose(latlng));
byId('panel')?.addEventListener('keydown', (event) => event.key === 'Escape' && selected.leave());
state.on(['at'], () => progress.track(load()));

progress.track(start());

function choose(latlng) {
  if (measuring.drawing) {
    measuring.add(latlng);
  } else {
    selected.chooseAt(latlng);
  }
}

async function start() {
  const given = Boolean(state.place);
  await Promise.all([load(), view.open(legend.covers).catch(fail)]);
  await selected.show(!given);
  if (restricted) {
    await (await restricted).again();
  }
  tellService();
  new Live(() => view.shown, (news) => progress.track(hear(news))).start(embed ? byId('map') : null);
}

/** The lists beside the map and the facts follow what it shows. */
function follow() {
  selected.settled();
  if (!embed) {
    const inView = view.tileQuery.inView();
    list.follow(inView.councils);
    land.follow(view.map.getZoom() >= LAND_LIST_ZOOM && state.shows('land') ? inView.land : null);
  }
}

/** In a frame, the way to the service leads to what is seen here. */
function tellService() {
  const link = embed && byId('open-service');
  if (link) {
    const show = () => (link.href = state.link({embed: false, place: view.place}));
    state.addEventListener('change', show);
    show();
  }
}

/** What changed while the page is open. */
async function hear(news) {
  const statuses = news.some(({layer}) => layer === 'parishes');
  await Promise.all([statuses && load(), view.follow(news), restricted && restricted.then((layer) => layer.again())]);
  if (news.some(({layer}) => layer !== 'context')) {
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
    list?.show(all, at);
    view.know(all);
  } catch (error) {
    fail(error);
  }
}

function fail(error) {
  if (isAbort(error)) {
    return;
  }
  statusLine.say(text('script.map.incomplete', errorText(error)), () => {
    statusLine.clear();
    view.retry();
    progress.track(load());
  });
}
