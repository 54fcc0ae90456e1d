// The map's key: what each colour and pattern means, and how many councils have it at the date.
import {getJson, withParameters} from '../common/api.js';
import {whole} from '../common/format.js';
import {landLook, statusLook} from '../paint/look.js';
import {pattern} from '../paint/patterns.js';

const PHONE = '(max-width: 48em)';
const MARGIN = 12;

export class Legend {
  #root;

  constructor(root) {
    this.#root = root;
    root.open = !window.matchMedia(PHONE).matches;
    this.paint();
  }

  /** How many pixels of the map's right side the key covers. */
  get covers() {
    const narrow = window.matchMedia(PHONE).matches;
    return narrow ? 0 : this.#root.offsetWidth + 2 * MARGIN;
  }

  /** Shows the counts of a date; null means the working date. */
  async show(at, signal) {
    const {statuses} = await getJson(withParameters('/api/summary', {at}), signal);
    for (const entry of this.#root.querySelectorAll('[data-status]')) {
      entry.querySelector('.gs-legend__count').textContent = whole(statuses[entry.dataset.status]);
    }
  }

  /** Paints the swatches in the present look, as strong as the map's colours. */
  paint(opacity = 1) {
    for (const entry of this.#root.querySelectorAll('[data-status]')) {
      swatch(entry.querySelector('canvas'), statusLook(entry.dataset.status), opacity);
    }
    for (const entry of this.#root.querySelectorAll('[data-kind]')) {
      swatch(entry.querySelector('canvas'), landLook(entry.dataset.kind), opacity);
    }
  }
}

/** Paints a small field just as the map paints a large one. */
function swatch(canvas, look, opacity) {
  const width = Number((canvas.dataset.width ??= canvas.width));
  const height = Number((canvas.dataset.height ??= canvas.height));
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const ctx = canvas.getContext('2d');
  ctx.scale(scale, scale);
  const line = look.width ?? 1;
  const fills = [look.fill, look.pattern && pattern(ctx, look.pattern, scale)].filter(Boolean);
  ctx.globalAlpha = opacity;
  for (const fill of fills) {
    ctx.fillStyle = fill;
    ctx.fillRect(line / 2, line / 2, width - line, height - line);
  }
  ctx.globalAlpha = 1;
  ctx.strokeStyle = look.line;
  ctx.lineWidth = line;
  ctx.setLineDash(look.dash ?? []);
  ctx.strokeRect(line / 2, line / 2, width - line, height - line);
}
