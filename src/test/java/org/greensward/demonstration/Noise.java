package org.greensward.demonstration;

/** Smooth random values over the plane (gradient noise), the same for the same seed. */
final class Noise {

  /** Unit vectors all around, x and y in turn. */
  private static final double[] DIRECTIONS = new double[512];

  static {
    for (int i = 0; i < 256; i++) {
      DIRECTIONS[2 * i] = Math.cos(i * Math.PI / 128);
      DIRECTIONS[2 * i + 1] = Math.sin(i * Math.PI / 128);
    }
  }

  private final long seed;

  Noise(long seed) {
    this.seed = seed;
  }

  /** A value in about [-1, 1] that changes over roughly {@code wavelength} metres. */
  double at(double x, double y, double wavelength) {
    double u = x / wavelength;
    double v = y / wavelength;
    long i = (long) Math.floor(u);
    long j = (long) Math.floor(v);
    double fu = u - i;
    double fv = v - j;
    double su = fade(fu);
    double sv = fade(fv);
    double low = mix(gradient(i, j, fu, fv), gradient(i + 1, j, fu - 1, fv), su);
    double high = mix(gradient(i, j + 1, fu, fv - 1), gradient(i + 1, j + 1, fu - 1, fv - 1), su);
    return 1.4 * mix(low, high, sv);
  }

  private double gradient(long i, long j, double dx, double dy) {
    int direction = 2 * (int) (hash(i, j) >>> 56);
    return DIRECTIONS[direction] * dx + DIRECTIONS[direction + 1] * dy;
  }

  private long hash(long i, long j) {
    long h = seed * 0x9E3779B97F4A7C15L + i * 0xC2B2AE3D27D4EB4FL + j * 0x165667B19E3779F9L;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double mix(double a, double b, double t) {
    return a + t * (b - a);
  }
}
