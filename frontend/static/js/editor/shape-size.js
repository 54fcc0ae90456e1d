// How much is drawn, computed in the plane of the National Grid as the database computes it.
import {counted, text} from '../common/texts.js';
import {areaWords, lengthWords} from '../map/measure-words.js';

export function areaOf(rings) {
  const [outline, ...holes] = rings.map(ringArea);
  return outline - holes.reduce((sum, hole) => sum + hole, 0);
}

function ringArea(ring) {
  const [[e0, n0]] = ring;
  const twice = ring.reduce((sum, [e, n], i) => {
    const [f, m] = ring[(i + 1) % ring.length];
    return sum + (e - e0) * (m - n0) - (f - e0) * (n - n0);
  }, 0);
  return Math.abs(twice) / 2;
}

export const lengthOf = (points) =>
  points.slice(1).reduce((sum, [e, n], i) => sum + Math.hypot(e - points[i][0], n - points[i][1]), 0);

/** The size of a shape as a sentence. */
export function sizeWords(kind, parts) {
  if (parts.length === 0) {
    return text('script.edit.nothing');
  }
  const points = parts.flat(2).length;
  const where = parts.length > 1 ? text('script.edit.size.parts', parts.length, counted('script.edit.points', points, points)) : counted('script.edit.points', points, points);
  if (kind === 'area') {
    return text('script.edit.size.area', areaWords(parts.reduce((sum, rings) => sum + areaOf(rings), 0)), where);
  }
  return kind === 'line'
    ? text('script.edit.size.line', lengthWords(parts.reduce((sum, [line]) => sum + lengthOf(line), 0)), where)
    : text('script.edit.size.point', where);
}

/** How much is being drawn, or how many points it still lacks. */
export const drawnWords = ({kind, points, missing}) =>
  missing > 0 ? text('script.edit.missing', missing) : sizeWords(kind, [[points]]);
