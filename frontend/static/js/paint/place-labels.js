// Decides which labels fit: the important ones first, none over another, none cut off.

/**
 * A label that wants a place.
 *
 * @typedef {object} Label
 * @property {string} text
 * @property {string} letter a status letter drawn in a disc before the text, or ''
 * @property {number} x its disc if it has one, else its centre, in pixels of the viewport
 * @property {number} y
 * @property {number} angle in radians, 0 for upright
 * @property {number} priority the higher goes first
 * @property {object} style font, colour, size of the disc
 */

const AIR = 3;
const GAP = 4;

/**
 * The labels that fit into a viewport. Discs come first, since a status is never told by colour
 * alone; then texts, each beside its disc where there is room, else left out.
 *
 * @param {Label[]} labels
 * @param {(text: string, style: object) => number} measure width of a text in pixels
 * @param {{width: number, height: number}} viewport
 * @param {Box[]} covered parts of the viewport that something lies over: {minX, minY, maxX, maxY}
 * @return {Label[]} each with `textX`, the middle of its text, and without text if it has no room
 */
export function place(labels, measure, viewport, covered = []) {
  const taken = [...covered];
  const fits = (box, own) =>
    within(box, viewport) && !taken.some((other) => other !== own && overlap(box, other));
  const take = (box) => taken.push(box) && box;

  return [...labels]
    .sort((a, b) => b.priority - a.priority)
    .map((label) => ({label, disc: label.letter ? discBox(label) : null}))
    .filter(({disc}) => !disc || (fits(disc) && take(disc)))
    .map(({label, disc}) => {
      const width = measure(label.text, label.style);
      const spot = spots(label, width).find((textX) => fits(textBox(label, textX, width), disc));
      if (spot === undefined) {
        return disc ? {...label, text: ''} : null;
      }
      take(textBox(label, spot, width));
      return {...label, textX: spot};
    })
    .filter(Boolean);
}

/** Where the middle of a text may lie, from its anchor: right or left of the disc. */
function spots({letter, style}, width) {
  const beside = letter ? style.disc / 2 + GAP + width / 2 : 0;
  return letter ? [beside, -beside] : [0];
}

const discBox = ({x, y, style}) => boxAround(x, y, style.disc / 2 + 1, style.disc / 2 + 1);

/** The upright box around a text, however it is turned. */
function textBox({x, y, angle, style}, textX, width) {
  const cos = Math.abs(Math.cos(angle));
  const sin = Math.abs(Math.sin(angle));
  const height = style.size + 2;
  return boxAround(x + textX, y, (width * cos + height * sin) / 2 + AIR, (width * sin + height * cos) / 2 + 1);
}

const boxAround = (x, y, halfWidth, halfHeight) =>
  ({minX: x - halfWidth, maxX: x + halfWidth, minY: y - halfHeight, maxY: y + halfHeight});

const within = (box, {width, height}) =>
  box.minX >= 0 && box.minY >= 0 && box.maxX <= width && box.maxY <= height;

const overlap = (a, b) => a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY;
