// Paints the quiet ground: woodland, water, buildings, railways and streets, without names.
import {present} from './look.js';

const GROUNDS = ['woodland', 'water', 'building'];
const MAJOR = /motorway|trunk|primary|a road|dual|grid/i;
const MIDDLE = /secondary|b road|minor|tertiary|distributor/i;

export function paintContext(ctx, features, {zoom}) {
  for (const theme of GROUNDS) {
    ctx.fillStyle = ctx.strokeStyle = present().context[theme];
    ctx.lineWidth = zoom >= 14 ? 3 : 1.5;
    features.filter((feature) => feature.properties.theme === theme).forEach((feature) => fillOrStroke(ctx, feature));
  }
  paintLines(ctx, features, 'street', (feature) => streetWidth(feature.properties.class, zoom));
  ctx.setLineDash([6, 3]);
  paintLines(ctx, features, 'rail', () => (zoom >= 14 ? 2 : 1.25));
  ctx.setLineDash([]);
}

function fillOrStroke(ctx, feature) {
  if (feature.shape === 'polygon') {
    ctx.fill(feature.path, 'evenodd');
  } else if (feature.shape === 'line') {
    ctx.stroke(feature.path);
  }
}

function paintLines(ctx, features, theme, width) {
  ctx.strokeStyle = present().context[theme];
  for (const feature of features) {
    if (feature.properties.theme === theme && feature.shape === 'line') {
      ctx.lineWidth = width(feature);
      ctx.stroke(feature.path);
    }
  }
}

/** In CSS pixels; doubles with each zoom once streets are wider than a hair. */
export function streetWidth(kind, zoom) {
  const base = MAJOR.test(kind) ? 2.2 : MIDDLE.test(kind) ? 1.4 : 0.8;
  return base * Math.max(0.7, Math.min(7, 2 ** (zoom - 14.5)));
}
