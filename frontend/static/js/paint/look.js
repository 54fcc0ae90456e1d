// The colours and patterns of the map, and of the swatches in its key.

export const INK = '#0b0c0c';
export const GREY = '#505a5f';

/**
 * How each status is painted. `strength` decides which side draws a shared border: the higher one.
 */
const STATUS_LOOK = {
  devolved: {fill: '#ffdd00', pattern: 'hatch', line: INK, width: 2, strength: 4, letter: 'D', ink: INK},
  interested: {fill: '#1d70b8', pattern: 'dots', line: INK, width: 1.25, strength: 3, letter: 'I', ink: '#ffffff'},
  none: {fill: '#f3f2f1', pattern: null, line: GREY, width: 1, strength: 2, letter: '', ink: INK},
  unknown: {fill: null, pattern: null, line: GREY, width: 1, dash: [5, 4], strength: 1, letter: '?', ink: INK},
};

/**
 * On black: yellow, blue and ground differ by 3.9 to 1 or more from each other, and each border is
 * white in black, so that it stands out from either side.
 */
const bright = {line: '#ffffff', casing: '#000000'};
const PROJECTOR_STATUS = {
  devolved: {...STATUS_LOOK.devolved, ...bright, width: 3},
  interested: {...STATUS_LOOK.interested, ...bright, width: 3},
  none: {...STATUS_LOOK.none, ...bright, fill: null, width: 2, ink: '#ffffff'},
  unknown: {...STATUS_LOOK.unknown, ...bright, width: 2, dash: [9, 7], ink: '#ffffff'},
};

/** How land is painted, by the kind of body that looks after it. */
const LAND_LOOK = {
  council: {fill: '#ffdd00', pattern: 'hatch', line: INK},
  contractor: {fill: '#b9a5d3', pattern: null, line: '#4c2c92'},
  authority: {fill: '#ffffff', pattern: 'level', line: GREY},
  trust: {fill: '#e0b98a', pattern: 'upright', line: '#6b4420'},
  company: {fill: '#f4c6d6', pattern: 'grid', line: '#942514'},
  other: {fill: '#ffffff', pattern: null, line: GREY, dash: [3, 2]},
};

/**
 * The whole of a look. `ground` lies under everything; `blend` is how the colours of parishes lie
 * over streets and water, so that these show through; `letters` multiplies the size of names,
 * `selected` the widths of the white and the black line around what is selected.
 */
const PLAIN = {
  ground: '#ffffff', // white, so that colours multiplied over it stay as they are
  blend: 'multiply',
  statuses: STATUS_LOOK,
  letters: 1,
  selected: {wider: 1, thinner: 1},
  council: INK,
  halo: 'rgba(255, 255, 255, 0.92)',
  context: {
    water: '#c9dfec',
    woodland: '#e3e5d9',
    building: '#ddd8d0',
    rail: '#a8a29b',
    street: '#c6c0b8',
    label: '#505a5f',
  },
};
const PROJECTOR = {
  ground: '#000000',
  blend: 'screen',
  statuses: PROJECTOR_STATUS,
  letters: 1.5,
  selected: {wider: 1.75, thinner: 0.6},
  council: '#ffffff',
  halo: 'rgba(0, 0, 0, 0.92)',
  context: {
    water: '#0a2533',
    woodland: '#141a10',
    building: '#2b2b2b',
    rail: '#4d4d4d',
    street: '#3a3a3a',
    label: '#d0d0d0',
  },
};

let look = PLAIN;

/** Takes 'projector', or null for the usual look; what is painted from then on has it. */
export const useLook = (name) => (look = name === 'projector' ? PROJECTOR : PLAIN);

export const present = () => look;

export const statusLook = (status) => look.statuses[status] ?? look.statuses.unknown;

export const landLook = (kind) => LAND_LOOK[kind] ?? LAND_LOOK.other;
