// Finds which point or part of a shape lies at a place.

/** The place in `parts` of the point nearest to one on the map; null when none is as near as that. */
export function nearestPlace(parts, distance, most) {
  const places = parts.flatMap((rings, part) =>
    rings.flatMap((ring, r) => ring.map((at, i) => ({place: {part, ring: r, point: i}, far: distance(at)}))));
  const [near] = places.sort((a, b) => a.far - b.far);
  return near && near.far < most ? near.place : null;
}

/** The part whose outline goes around a point; the first where none does: the check then says so. */
export function partAround(parts, [e, n]) {
  const around = ([outline]) => outline.reduce((inside, [f, m], i) => {
    const [g, o] = outline[(i + 1) % outline.length];
    return (m > n) !== (o > n) && e < ((g - f) * (n - m)) / (o - m) + f ? !inside : inside;
  }, false);
  return Math.max(0, parts.findIndex(around));
}
