// Paints land by who looks after it.
import {landLook} from './look.js';
import {pattern} from './patterns.js';

/** From this zoom on parcels are large enough to be seen, painted and selected. */
export const LAND_ZOOM = 13;

/** From these on patterns and trees, and the body of a hedge, have room. */
const PATTERN_ZOOM = 15;
const HEDGE_ZOOM = 17;

/** Areas first, then hedges, then trees. */
export function paintLand(ctx, land, tile) {
  ctx.save();
  const looks = new Map(land.map((feature) => [feature, landLook(feature.properties.looked_after_by_kind)]));
  for (const shape of ['polygon', 'line', 'point']) {
    for (const feature of land) {
      if (feature.shape === shape) {
        PAINT[shape](ctx, feature, looks.get(feature), tile);
      }
    }
  }
  ctx.restore();
}

const PAINT = {
  polygon(ctx, {path}, look, tile) {
    ctx.globalAlpha = tile.opacity;
    ctx.fillStyle = look.fill;
    ctx.fill(path, 'evenodd');
    if (look.pattern && tile.zoom >= PATTERN_ZOOM) {
      ctx.fillStyle = pattern(ctx, look.pattern, tile.scale, tile.origin);
      ctx.fill(path, 'evenodd');
    }
    ctx.globalAlpha = 1;
    stroke(ctx, path, look.line, tile.zoom >= PATTERN_ZOOM ? 1 : 0.5, look.dash);
  },
  line(ctx, {path}, look, {zoom}) {
    if (zoom >= HEDGE_ZOOM) {
      stroke(ctx, path, look.line, 5);
      stroke(ctx, path, look.fill, 3);
    } else {
      stroke(ctx, path, look.line, zoom >= PATTERN_ZOOM ? 2 : 1);
    }
  },
  point(ctx, {parts}, look, tile) {
    if (tile.zoom < PATTERN_ZOOM) {
      return;
    }
    for (const [x, y] of parts) {
      ctx.beginPath();
      ctx.arc(x, y, tile.zoom >= 17 ? 5 : 3, 0, 2 * Math.PI);
      ctx.globalAlpha = tile.opacity;
      ctx.fillStyle = look.fill;
      ctx.fill();
      ctx.globalAlpha = 1;
      ctx.strokeStyle = look.line;
      ctx.lineWidth = 1;
      ctx.setLineDash([]);
      ctx.stroke();
    }
  },
};

function stroke(ctx, path, colour, width, dash = []) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.stroke(path);
}
