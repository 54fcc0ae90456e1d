import {areaOf, lengthOf} from './geodesy.js';

const number = (value, digits) =>
  new Intl.NumberFormat('en-GB', {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(value);

/** 87.5 metres, 1,204 metres as kilometres. */
export function lengthWords(metres) {
  if (metres < 100) {
    return `${number(metres, 1)} metres`;
  }
  return metres < 1000 ? `${number(metres, 0)} metres` : `${number(metres / 1000, 2)} kilometres`;
}

export function areaWords(m2) {
  const hectares = `${number(m2 / 10000, m2 < 100000 ? 2 : 1)} hectares`;
  return `${number(m2, 0)} square metres, ${hectares}`;
}

/** What is measured so far, as a sentence. */
export function measureWords({kind, points}) {
  const wanted = kind === 'area' ? 3 : 2;
  if (points.length < wanted) {
    return `${kind === 'area' ? 'Area' : 'Length'}: add ${wanted - points.length === 1 ? 'one more point' : `${wanted - points.length} points`}.`;
  }
  return kind === 'area'
    ? `Area: ${areaWords(areaOf(points))}. Outline: ${lengthWords(lengthOf([...points, points[0]]))}.`
    : `Length: ${lengthWords(lengthOf(points))}.`;
}
