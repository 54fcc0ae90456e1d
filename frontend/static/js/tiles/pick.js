// Finds the feature under a point of a decoded tile, without a request.

/**
 * The topmost feature at a point, or null. Points win over lines and lines over polygons, since
 * they are painted on top and are harder to hit.
 *
 * @param {TileFeature[]} features in the order they are painted
 * @param {number} tolerance how far from a line or point still counts, in pixels
 */
export function pick(features, x, y, tolerance = 0) {
  for (const shape of ['point', 'line', 'polygon']) {
    const hit = features.findLast(
      (feature) => feature.shape === shape && hits(feature, x, y, tolerance));
    if (hit) {
      return hit;
    }
  }
  return null;
}

function hits(feature, x, y, tolerance) {
  const {minX, minY, maxX, maxY} = feature.bounds;
  if (x < minX - tolerance || x > maxX + tolerance || y < minY - tolerance || y > maxY + tolerance) {
    return false;
  }
  return feature.shape === 'polygon'
    ? insideRings(feature.parts, x, y)
    : feature.parts.some((part) => distance(part, x, y) <= tolerance);
}

/** The even-odd rule over all rings, so that holes and islands need no telling apart. */
function insideRings(rings, x, y) {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const crosses = ring[i + 1] > y !== ring[j + 1] > y;
      if (crosses && x < ((ring[j] - ring[i]) * (y - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) {
        inside = !inside;
      }
    }
  }
  return inside;
}

function distance(line, x, y) {
  let nearest = Math.hypot(line[0] - x, line[1] - y);
  for (let i = 2; i < line.length; i += 2) {
    nearest = Math.min(nearest, toSegment(line[i - 2], line[i - 1], line[i], line[i + 1], x, y));
  }
  return nearest;
}

function toSegment(x1, y1, x2, y2, x, y) {
  const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length2 === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2;
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(x1 + t * (x2 - x1) - x, y1 + t * (y2 - y1) - y);
}
