// Paints a tile from the ground up: context, parish colours, land, borders, selection.
import {present} from './look.js';
import {paintContext} from './paint-context.js';
import {paintLand} from './paint-land.js';
import {paintBorders, paintWashes} from './paint-parishes.js';
import {paintSelection} from './paint-selection.js';

/**
 * @param {CanvasRenderingContext2D} ctx whose unit is the CSS pixel
 * @param {object} features decoded features by layer; a layer may be missing
 * @param {{zoom: number, origin: {x: number, y: number}, scale: number, opacity: number}} tile
 *     `origin` is the
 *     tile's corner in pixels of the world, `scale` the device pixels in a CSS pixel, `opacity` how
 *     strong the colours of parishes and land are, 0 to 1
 * @param {object} selection as paintSelection takes it
 */
export function paintTile(ctx, features, tile, selection) {
  ctx.fillStyle = present().ground;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  paintContext(ctx, features.context ?? [], tile);
  paintWashes(ctx, features.parishes ?? [], tile);
  paintLand(ctx, features.land ?? [], tile);
  paintBorders(ctx, features.boundaries ?? [], tile);
  paintSelection(ctx, features, selection);
}
