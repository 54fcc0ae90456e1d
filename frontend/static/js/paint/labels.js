// Collects the names that a view would like to show; place-labels decides which fit.
import {present, statusLook} from './look.js';

const FONT = 'Arial, Helvetica, sans-serif';
const STREETS_FROM = 15;
const PLACES_FROM = 13;
const SAME_NAME_APART = 260;

/** How a text is set: `px` is its size in the usual look, `disc` that of the disc before it. */
function styled(kind, px, colour, disc = 0) {
  const {letters, halo} = present();
  const size = Math.round(px * letters);
  const letter = `bold ${Math.round(11 * letters)}px ${FONT}`;
  return {font: `${kind} ${size}px ${FONT}`, size, colour, halo, disc: disc * letters, letter};
}

const councilStyle = () => styled('bold', 13, present().council, 17);
const placeStyle = () => styled('italic', 12, present().context.label);
const streetStyle = () => styled('normal', 11, present().context.label);

const PRIORITY = {devolved: 40, interested: 30, unknown: 20, none: 10};

/**
 * One label for each council at its settlement, with the letter of its status.
 *
 * @param {object[]} councils as /api/councils gives them
 * @param {(lon: number, lat: number) => {x: number, y: number}} project to viewport pixels
 */
export function councilLabels(councils, project, selected) {
  const style = councilStyle();
  return councils
    .filter((council) => anchor(council))
    .map((council) => ({
      ...project(...anchor(council)),
      text: shortName(council.name),
      letter: statusLook(council.status).letter,
      look: statusLook(council.status),
      angle: 0,
      priority: 100 + (council.slug === selected ? 100 : PRIORITY[council.status] ?? 0),
      style,
    }));
}

/** The part of a council's name that tells it from others: Olney of Olney Town Council. */
const shortName = (name) =>
  name.replace(/ (Parish|Town|Community|City|Village)? ?(Council|Meeting)$/, '');

function anchor({lon, lat, bbox}) {
  if (Number.isFinite(lon) && Number.isFinite(lat)) {
    return [lon, lat];
  }
  return bbox ? [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2] : null;
}

/**
 * Names of streets and places in the tiles shown.
 *
 * @param {object[]} contents of the tile layer
 * @param {(coords: object) => {corner: {x: number, y: number}, scale: number}} placeOf where a
 *     tile lies in the viewport
 * @param {(text: string, style: object) => number} measure
 */
export function contextLabels(contents, placeOf, measure, zoom) {
  const labels = [];
  for (const {coords, features} of contents) {
    const place = placeOf(coords);
    for (const feature of features.context ?? []) {
      if (feature.properties.name) {
        labels.push(...contextLabel(feature, place, measure, zoom));
      }
    }
  }
  return spread(labels);
}

function contextLabel({properties, shape, parts}, place, measure, zoom) {
  if (properties.theme === 'place' && zoom >= PLACES_FROM && shape === 'point') {
    return [plain(properties.name, inView(parts[0], place), 0, 50, placeStyle())];
  }
  if (properties.theme === 'street' && zoom >= STREETS_FROM && shape === 'line') {
    return parts.flatMap((line) => alongStreet(properties.name, inView(line, place), measure));
  }
  return [];
}

/** Pixels of a tile as pixels of the viewport. */
const inView = (flat, {corner, scale}) =>
  flat.map((value, i) => value * scale + (i % 2 === 0 ? corner.x : corner.y));

const plain = (text, [x, y], angle, priority, style) =>
  ({text, letter: '', x, y, angle, priority, style});

/** A name in the middle of a street, where that is straight enough and long enough for it. */
function alongStreet(name, line, measure) {
  const style = streetStyle();
  const needed = measure(name, style) + 12;
  const lengths = lengthsAlong(line);
  const total = lengths.at(-1);
  if (total < needed) {
    return [];
  }
  const a = pointAlong(line, lengths, (total - needed) / 2);
  const b = pointAlong(line, lengths, (total + needed) / 2);
  if (Math.hypot(b.x - a.x, b.y - a.y) < 0.96 * needed) {
    return [];
  }
  const angle = Math.atan((b.y - a.y) / (b.x - a.x || 1e-9));
  return [plain(name, [(a.x + b.x) / 2, (a.y + b.y) / 2], angle, Math.min(40, total / 20), style)];
}

function lengthsAlong(line) {
  const lengths = [0];
  for (let i = 2; i < line.length; i += 2) {
    lengths.push(lengths.at(-1) + Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]));
  }
  return lengths;
}

function pointAlong(line, lengths, wanted) {
  const i = Math.max(1, lengths.findIndex((length) => length >= wanted));
  const t = (wanted - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1);
  return {
    x: line[2 * i - 2] + t * (line[2 * i] - line[2 * i - 2]),
    y: line[2 * i - 1] + t * (line[2 * i + 1] - line[2 * i - 1]),
  };
}

/** A name is not repeated close by: a street is cut at every tile, and lies in both buffers. */
function spread(labels) {
  const kept = new Map();
  return labels
    .sort((a, b) => b.priority - a.priority)
    .filter((label) => {
      const same = kept.get(label.text) ?? [];
      if (same.some((other) => Math.hypot(other.x - label.x, other.y - label.y) < SAME_NAME_APART)) {
        return false;
      }
      kept.set(label.text, [...same, label]);
      return true;
    });
}
