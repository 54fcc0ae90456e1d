// Puts measured lengths and areas into words.
import {counted, text} from '../common/texts.js';
import {areaOf, lengthOf} from './geodesy.js';

const number = (value, digits) =>
  new Intl.NumberFormat('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(value);

/** 87.5 metres, 1,204 metres as kilometres. */
export function lengthWords(metres) {
  if (metres < 100) {
    return text('script.measure.metres', number(metres, 1));
  }
  return metres < 1000
    ? text('script.measure.metres', number(metres, 0))
    : text('script.measure.kilometres', number(metres / 1000, 2));
}

export function areaWords(m2) {
  return text('script.measure.surface', number(m2, 0), number(m2 / 10000, m2 < 100000 ? 2 : 1));
}

/** What is measured so far, as a sentence. */
export function measureWords({kind, points}) {
  const missing = (kind === 'area' ? 3 : 2) - points.length;
  if (missing > 0) {
    return counted(`script.measure.${kind}.wanted`, missing, missing);
  }
  return kind === 'area'
    ? text('script.measure.area', areaWords(areaOf(points)), lengthWords(lengthOf([...points, points[0]])))
    : text('script.measure.length', lengthWords(lengthOf(points)));
}
