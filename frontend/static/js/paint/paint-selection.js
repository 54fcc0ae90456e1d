// Puts a heavy line in white and ink around the selected council and piece of land.
import {landKey} from '../common/selection.js';
import {INK, present} from './look.js';

/**
 * @param {{parishes: Set<string>, land: ?string}} selection codes of the council's parishes, key
 *     of the piece
 */
export function paintSelection(ctx, {boundaries = [], land = []}, selection) {
  const around = boundaries.filter(({properties}) => bordersOn(properties, selection.parishes));
  const parcel = land.filter(({properties}) => selection.land && landKey(properties) === selection.land);
  outline(ctx, around, 8, 4);
  outline(ctx, parcel, 6, 3);
}

/** Whether a border has one side in the area and the other outside. */
function bordersOn({left_code: left, right_code: right}, parishes) {
  return parishes.has(left) !== parishes.has(right);
}

function outline(ctx, features, outer, inner) {
  const {wider, thinner} = present().selected;
  ctx.save();
  for (const [colour, width] of [['#ffffff', outer * wider], [INK, inner * thinner]]) {
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = width;
    features.forEach((feature) => trace(ctx, feature, width));
  }
  ctx.restore();
}

function trace(ctx, {shape, path, parts}, width) {
  if (shape !== 'point') {
    ctx.stroke(path);
    return;
  }
  for (const [x, y] of parts) {
    ctx.beginPath();
    ctx.arc(x, y, 7, 0, 2 * Math.PI);
    ctx.lineWidth = width / 2;
    ctx.stroke();
  }
}
