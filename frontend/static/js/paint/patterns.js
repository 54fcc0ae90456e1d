// Fill patterns.
// Each is a square of PERIOD CSS pixels that repeats from the world's own corner, so that it runs
// on from tile to tile.

const PERIOD = 8;

const DRAW = {
  hatch(ctx) {
    ctx.strokeStyle = 'rgba(11, 12, 12, 0.4)';
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (const start of [-PERIOD, 0, PERIOD]) {
      ctx.moveTo(start - 1, PERIOD + 1);
      ctx.lineTo(start + PERIOD + 1, -1);
    }
    ctx.stroke();
  },
  dots(ctx) {
    ctx.fillStyle = 'rgba(255, 255, 255, 0.65)';
    for (const [x, y] of [[2, 2], [6, 6]]) {
      ctx.beginPath();
      ctx.arc(x, y, 0.85, 0, 2 * Math.PI);
      ctx.fill();
    }
  },
  level: (ctx) => stripe(ctx, [[0, 2, PERIOD, 2], [0, 6, PERIOD, 6]]),
  upright: (ctx) => stripe(ctx, [[2, 0, 2, PERIOD], [6, 0, 6, PERIOD]]),
  grid: (ctx) => stripe(ctx, [[0, 4, PERIOD, 4], [4, 0, 4, PERIOD]]),
};

function stripe(ctx, lines) {
  ctx.strokeStyle = 'rgba(11, 12, 12, 0.4)';
  ctx.lineWidth = 1;
  ctx.beginPath();
  lines.forEach(([x1, y1, x2, y2]) => {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  });
  ctx.stroke();
}

const squares = new Map();

function square(name, scale) {
  const key = `${name} ${scale}`;
  if (!squares.has(key)) {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.max(1, Math.round(PERIOD * scale));
    const ctx = canvas.getContext('2d');
    ctx.scale(canvas.width / PERIOD, canvas.height / PERIOD);
    DRAW[name](ctx);
    squares.set(key, canvas);
  }
  return squares.get(key);
}

/**
 * A pattern to fill with, in a context whose unit is the CSS pixel.
 *
 * @param {string} name
 * @param {number} scale device pixels in a CSS pixel
 * @param {{x: number, y: number}} origin the context's corner, in CSS pixels of the world
 */
export function pattern(ctx, name, scale, origin = {x: 0, y: 0}) {
  const image = square(name, scale);
  const made = ctx.createPattern(image, 'repeat');
  made.setTransform(
    new DOMMatrix()
      .translate(-(origin.x % PERIOD), -(origin.y % PERIOD))
      .scale(PERIOD / image.width, PERIOD / image.height));
  return made;
}
