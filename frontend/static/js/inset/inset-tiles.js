// The tiles and street names of a small map.
import {getJson, withParameters} from '../common/api.js';
import {landKey} from '../common/selection.js';
import {LabelLayer} from '../paint/label-layer.js';
import {contextLabels} from '../paint/labels.js';
import {LAND_ZOOM} from '../paint/paint-land.js';
import {paintTile} from '../paint/paint-tile.js';
import {TileLayer} from '../tiles/tile-layer.js';
import {TileSource} from '../tiles/tile-source.js';

const LAYERS = ['context', 'parishes', 'land', 'boundaries'];

/**
 * @param {{at: ?string, council: ?string, land: ?string}} shown the date, the slug of the selected
 *     council, the reference of the selected land
 * @returns {Promise<{layer, labels, bounds: number[]}>} bounds are west, south, east, north of all
 */
export async function createTiles(map, {at, council, land}) {
  const sources = Object.fromEntries(LAYERS.map((name) => [name, new TileSource(name)]));
  const [{bounds}, parishes] = await Promise.all([sources.parishes.describe(at), parishesOf(council, at)]);
  const layer = new TileLayer(sources, {
    wanted: (name, zoom) => name !== 'land' || zoom >= LAND_ZOOM,
    at: () => at,
    paint: (ctx, features, tile) => paintTile(ctx, features, {...tile, opacity: 1}, {parishes, land: keyOf(land, features.land)}),
  }, {minZoom: 0, maxZoom: 19});
  const labels = new LabelLayer(
    (own) => contextLabels(
      layer.contents(), (coords) => layer.placeOf(coords), own.measure.bind(own), layer.zoom()),
    () => []);
  return {layer, labels, bounds};
}

/** Codes of a council's parishes, to draw them as selected. */
async function parishesOf(council, at) {
  const facts = council && (await getJson(withParameters(`/api/councils/${council}`, {at})));
  return new Set(facts ? facts.parishes : []);
}

/** The key of the piece in a tile that belongs to a parcel; null when none does. */
function keyOf(reference, features = []) {
  const piece = reference && features.find(({properties}) => properties.reference === reference);
  return piece ? landKey(piece.properties) : null;
}
