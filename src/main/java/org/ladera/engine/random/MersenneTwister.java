package org.ladera.engine.random;

/**
 * MT19937 (Matsumoto and Nishimura 1998) as numpy's legacy {@code np.random.seed(s)} and {@code
 * np.random.random()} use it: seeding by Knuth's recurrence, 53 bits from two draws.
 */
public final class MersenneTwister {
  private static final int N = 624;
  private static final int M = 397;
  private final int[] state = new int[N];
  private int index = N;

  /**
   * @param seed 0 … 2³² − 1, as in numpy
   */
  public MersenneTwister(long seed) {
    if (seed < 0 || seed > 0xFFFFFFFFL) {
      throw new IllegalArgumentException("numpy seed: expected 0 to 2^32 - 1, found " + seed);
    }
    state[0] = (int) seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  /** {@code np.random.random()}: uniform in [0, 1). */
  public double nextDouble() {
    long high = (nextInt() & 0xFFFFFFFFL) >>> 5;
    long low = (nextInt() & 0xFFFFFFFFL) >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  private int nextInt() {
    if (index == N) {
      twist();
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7FFFFFFF);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DF);
    }
    index = 0;
  }
}
