/* The colours and patterns of the map, and of the swatches in its key. */

export const INK = '#0b0c0c';
export const GREY = '#505a5f';
/** White, so that the colours multiplied over it stay as they are. */
export const GROUND = '#ffffff';

/**
 * How each status is painted. `strength` decides which side draws a shared border: the higher one.
 */
export const STATUS_LOOK = {
  devolved: {fill: '#ffdd00', pattern: 'hatch', line: INK, width: 2, strength: 4, letter: 'D', ink: INK},
  interested: {fill: '#1d70b8', pattern: 'dots', line: INK, width: 1.25, strength: 3, letter: 'I', ink: '#ffffff'},
  none: {fill: '#f3f2f1', pattern: null, line: GREY, width: 1, strength: 2, letter: '', ink: INK},
  unknown: {fill: null, pattern: null, line: GREY, width: 1, dash: [5, 4], strength: 1, letter: '?', ink: INK},
};

/** How land is painted, by the kind of body that looks after it. */
export const LAND_LOOK = {
  council: {fill: '#ffdd00', pattern: 'hatch', line: INK},
  contractor: {fill: '#b9a5d3', pattern: null, line: '#4c2c92'},
  authority: {fill: '#ffffff', pattern: 'level', line: GREY},
  trust: {fill: '#e0b98a', pattern: 'upright', line: '#6b4420'},
  company: {fill: '#f4c6d6', pattern: 'grid', line: '#942514'},
  other: {fill: '#ffffff', pattern: null, line: GREY, dash: [3, 2]},
};

export const CONTEXT_LOOK = {
  water: '#c9dfec',
  woodland: '#e3e5d9',
  building: '#ddd8d0',
  rail: '#a8a29b',
  street: '#c6c0b8',
  label: '#505a5f',
};

export const statusLook = (status) => STATUS_LOOK[status] ?? STATUS_LOOK.unknown;

export const landLook = (kind) => LAND_LOOK[kind] ?? LAND_LOOK.other;
