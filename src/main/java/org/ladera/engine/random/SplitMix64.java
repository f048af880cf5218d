package org.ladera.engine.random;

/**
 * SplitMix64 (Steele, Lea and Flood 2014): the state grows by the golden gamma, each number is a
 * mix of it. A stream is named by a seed and a few further numbers, so that any draw of a run can
 * be repeated without the draws before it. Normal numbers by Marsaglia's polar method.
 */
public final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private long state;

  /** The stream named by {@code seed} and {@code names}, for example a purpose and an epoch. */
  public SplitMix64(long seed, long... names) {
    start(seed);
    for (long name : names) {
      fork(name);
    }
  }

  /** Begins the stream of {@code seed} again. */
  public void start(long seed) {
    state = mix(seed + GOLDEN_GAMMA);
  }

  /** Goes over to the stream {@code name} below the present one. */
  public void fork(long name) {
    state = mix(state + mix(name + GOLDEN_GAMMA));
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, 1), 53 random bits. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in 0 … bound − 1, every value equally likely (draws again where it would not be). */
  public int nextInt(int bound) {
    long limit = (1L << 31) - (1L << 31) % bound;
    long draw;
    do {
      draw = nextLong() >>> 33;
    } while (draw >= limit);
    return (int) (draw % bound);
  }

  /** Standard normal. */
  public double nextNormal() {
    double u;
    double s;
    do {
      u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
  }

  /** Puts {@code values} into a random order (Fisher and Yates). Modified. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
