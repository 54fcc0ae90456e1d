// Paints the fills and borders of parishes by status.
import {present, statusLook} from './look.js';
import {pattern} from './patterns.js';

/**
 * How strongly a parish is coloured. Far out its status is the message; close by it steps back
 * behind the land.
 */
const washStrength = (zoom) => (zoom <= 12 ? 1 : zoom === 13 ? 0.5 : 0.28);
const patternStrength = (zoom) => (zoom <= 12 ? 1 : 0.45);

/** How much wider than a border its casing is, in CSS pixels. */
const CASING = 5;

/**
 * The fills of parishes, without outline: a tile's polygons end at its buffer, and an outline
 * would show there. Blended with the context, so that streets show through.
 */
export function paintWashes(ctx, parishes, tile) {
  ctx.save();
  ctx.globalCompositeOperation = present().blend;
  for (const {path, properties} of parishes) {
    const look = statusLook(properties.status);
    if (look.fill) {
      ctx.globalAlpha = washStrength(tile.zoom) * tile.opacity;
      ctx.fillStyle = look.fill;
      ctx.fill(path, 'evenodd');
    }
  }
  ctx.globalCompositeOperation = 'source-over';
  ctx.globalAlpha = patternStrength(tile.zoom) * tile.opacity;
  for (const {path, properties} of parishes) {
    const look = statusLook(properties.status);
    if (look.pattern) {
      ctx.fillStyle = pattern(ctx, look.pattern, tile.scale, tile.origin);
      ctx.fill(path, 'evenodd');
    }
  }
  ctx.restore();
}

/** Each border once, as the more advanced of its two sides draws it. */
export function paintBorders(ctx, boundaries, {zoom}) {
  const looks = boundaries.map(({properties}) => borderLook(properties));
  const order = boundaries.map((_, i) => i).sort((a, b) => looks[a].strength - looks[b].strength);
  ctx.save();
  for (const i of order.filter((each) => looks[each].casing)) {
    ctx.strokeStyle = looks[i].casing;
    ctx.lineWidth = looks[i].width + CASING;
    ctx.stroke(boundaries[i].path);
  }
  for (const i of order) {
    const look = looks[i];
    ctx.strokeStyle = look.line;
    ctx.lineWidth = look.width + (zoom >= 13 ? 0.75 : 0);
    ctx.setLineDash(look.dash ?? []);
    ctx.stroke(boundaries[i].path);
  }
  ctx.restore();
}

/** Between two parishes of one council the border is thin and dotted. */
function borderLook({kind, left_status, right_status}) {
  if (kind === 'inner') {
    return {...statusLook(left_status), width: 1, dash: [1, 3], strength: 0};
  }
  const sides = [left_status, right_status].map(statusLook);
  return sides[0].strength >= sides[1].strength ? sides[0] : sides[1];
}
