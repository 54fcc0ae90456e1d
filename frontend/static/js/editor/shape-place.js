// Parses places as people write them: 486203 252310, E 486203.5 N 252310, SP 86203 52310, SP8652.

const METRES = /^E?\s*(\d{5,6}(?:\.\d{1,3})?)[\s,]+N?\s*(\d{4,6}(?:\.\d{1,3})?)$/i;
const SQUARE = /^([HJNOST])([A-HJ-Z])\s*(\d{1,5})\s*(\d{1,5})$/i;
const RUN = /^([HJNOST][A-HJ-Z])((?:\d\d){1,5})$/i;
const LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ';
const SIDE = 100000;

/** [easting, northing] of a text; of a square its middle; null for anything else. */
export function placeOf(written) {
  const text = written.trim();
  const metres = METRES.exec(text);
  if (metres) {
    return [Number(metres[1]), Number(metres[2])];
  }
  const run = RUN.exec(text.replace(/\s+/g, ''));
  const square = run ? null : SQUARE.exec(text);
  if (run) {
    const half = run[2].length / 2;
    return inSquare(run[1], run[2].slice(0, half), run[2].slice(half));
  }
  return square && square[3].length === square[4].length
    ? inSquare(square[1] + square[2], square[3], square[4])
    : null;
}

/** Letters count from the north-west in rows of five, without I. */
function inSquare(letters, across, up) {
  const [first, second] = [...letters.toUpperCase()].map((letter) => LETTERS.indexOf(letter));
  const size = 10 ** (5 - across.length);
  const east = ((first % 5) - 2) * 5 * SIDE + (second % 5) * SIDE;
  const north = (3 - Math.floor(first / 5)) * 5 * SIDE + (4 - Math.floor(second / 5)) * SIDE;
  const middle = size > 1 ? size / 2 : 0;
  return [east + Number(across) * size + middle, north + Number(up) * size + middle];
}
