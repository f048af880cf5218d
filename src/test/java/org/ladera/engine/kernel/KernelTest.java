package org.ladera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel against the plain triple loop, bit for bit. */
class KernelTest {
  static List<MatrixKernel> kernels() {
    return List.of(
        new PlainKernel(PairExecutor.ALONE),
        new VectorKernel(PairExecutor.ALONE),
        new VectorKernel(KernelTest::backwards));
  }

  /** The second half first: neither may need the other. */
  private static void backwards(Runnable first, Runnable second) {
    second.run();
    first.run();
  }

  private static final int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 23, 32, 33, 50};

  private static double[] random(Random random, int size) {
    return random.doubles(size, -10, 10).map(d -> d * Math.exp(5 * d)).toArray();
  }

  private static void assertBits(double expected, double found, String what) {
    assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(found), what);
  }

  private record Shape(int m, int k, int n) {}

  private static Stream<Shape> shapes() {
    Random random = new Random(5);
    Stream<Shape> some =
        Stream.generate(() -> new Shape(pick(random), pick(random), pick(random))).limit(300);
    Stream<Shape> chosen =
        Stream.of(
            new Shape(128, 784, 64),
            new Shape(127, 90, 33),
            new Shape(9, 2000, 24),
            new Shape(5, 300, 16),
            new Shape(6, 129, 8),
            new Shape(9, 257, 27),
            new Shape(13, 43, 257),
            new Shape(1, 1, 1),
            new Shape(4, 128, 17));
    return Stream.concat(some, chosen);
  }

  private static int pick(Random random) {
    return SIZES[random.nextInt(SIZES.length)];
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void productWithBiasIsThatOfTheTripleLoop(MatrixKernel kernel) {
    Random random = new Random(1);
    shapes()
        .forEach(
            s -> {
              int shift = random.nextInt(4);
              double[] a = random(random, s.m * s.k);
              double[] parameters = random(random, shift + s.k * s.n + s.n);
              for (int bias : new int[] {-1, shift + s.k * s.n}) {
                double[] c = random(random, s.m * s.n);
                kernel.multiply(s.m, s.k, s.n, a, parameters, shift, bias, c);
                for (int i = 0; i < s.m; i++) {
                  for (int j = 0; j < s.n; j++) {
                    double sum = 0;
                    for (int p = 0; p < s.k; p++) {
                      sum = Math.fma(a[i * s.k + p], parameters[shift + p * s.n + j], sum);
                    }
                    double expected = bias < 0 ? sum : sum + parameters[bias + j];
                    assertBits(expected, c[i * s.n + j], s + " " + i + " " + j);
                  }
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void transposedProductsAreThoseOfTheTripleLoop(MatrixKernel kernel) {
    Random random = new Random(2);
    shapes()
        .forEach(
            s -> {
              int shift = random.nextInt(4);
              double[] a = random(random, s.m * s.k);
              double[] d = random(random, s.m * s.n);
              double[] gradient = random(random, shift + s.k * s.n + 3);
              double[] before = gradient.clone();
              kernel.multiplyTransA(s.m, s.k, s.n, a, d, gradient, shift);
              double[] c = random(random, s.m * s.k);
              kernel.multiplyTransB(s.m, s.k, s.n, d, before, shift, c, random(random, s.k * s.n));
              for (int p = 0; p < s.k; p++) {
                for (int j = 0; j < s.n; j++) {
                  double sum = 0;
                  for (int i = 0; i < s.m; i++) {
                    sum = Math.fma(a[i * s.k + p], d[i * s.n + j], sum);
                  }
                  assertBits(sum, gradient[shift + p * s.n + j], s + " " + p + " " + j);
                }
              }
              for (int i = 0; i < s.m; i++) {
                for (int p = 0; p < s.k; p++) {
                  double sum = 0;
                  for (int j = 0; j < s.n; j++) {
                    sum = Math.fma(d[i * s.n + j], before[shift + p * s.n + j], sum);
                  }
                  assertBits(sum, c[i * s.k + p], s + " " + i + " " + p);
                }
              }
              for (int i = 0; i < gradient.length; i++) {
                if (i < shift || i >= shift + s.k * s.n) {
                  assertEquals(before[i], gradient[i], "beside the gradient");
                }
              }
            });
  }

  private static double[] hard(Random random, int size) {
    double[] special = {
      0,
      -0.0,
      1e-300,
      -1e-300,
      708,
      -708,
      709,
      -709.5,
      710,
      745,
      -746,
      1000,
      -1000,
      1e308,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0.35,
      -0.35,
      1e-9
    };
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] =
          random.nextInt(8) == 0
              ? special[random.nextInt(special.length)]
              : random.nextGaussian() * Math.pow(10, random.nextInt(4) - 1);
    }
    return values;
  }

  @Test
  void elementsByVectorsAreThoseOneByOne() {
    Random random = new Random(3);
    ElementKernel vector = new VectorElements();
    for (int round = 0; round < 3000; round++) {
      int size = random.nextInt(70);
      int length = size + random.nextInt(20);
      double[] z = hard(random, length);
      double[] a = new double[length];
      Arrays.fill(a, 7);
      int from = random.nextInt(size + 1);
      vector.sigmoid(z, a, from, size);
      for (int i = from; i < size; i++) {
        assertSame(Exponential.sigmoid(z[i]), a[i], z[i]);
      }
      vector.tanh(z, a, from, size);
      for (int i = from; i < size; i++) {
        assertSame(Exponential.tanh(z[i]), a[i], z[i]);
      }
      for (int i = 0; i < from; i++) {
        assertEquals(7, a[i], "before the beginning");
      }
      // Without room for whole registers of eight nothing behind the numbers is touched.
      int room = from + (size - from + 7) / 8 * 8;
      for (int i = room <= length ? room : size; i < length; i++) {
        assertEquals(7, a[i], "beyond the end");
      }
      vector.relu(z, a, from, size);
      for (int i = from; i < size; i++) {
        assertSame(Math.max(z[i], 0), a[i], z[i]);
      }
      double[] delta = hard(random, size);
      double[] changed = delta.clone();
      vector.reluDerivative(z, changed, from, size);
      for (int i = 0; i < size; i++) {
        assertSame(i < from || z[i] > 0 ? delta[i] : 0, changed[i], z[i]);
      }
    }
  }

  private static void assertSame(double expected, double found, double z) {
    assertEquals(
        Double.doubleToLongBits(expected), Double.doubleToLongBits(found), () -> "at " + z);
  }

  @Test
  void withinSeesEveryPlaceAndKind() {
    for (ElementKernel kernel : List.of(new PlainElements(), new VectorElements())) {
      for (int size = 0; size < 90; size++) {
        double[] values = new double[size + 1];
        java.util.Arrays.fill(values, -5);
        values[size] = 6;
        assertTrue(kernel.within(values, 0, size, 5));
        for (double bad : new double[] {5.0001, -5.0001, Double.NaN, Double.NEGATIVE_INFINITY}) {
          for (int at = 0; at < size; at++) {
            double kept = values[at];
            values[at] = bad;
            assertFalse(kernel.within(values, 0, size, 5), "at " + at + " of " + size);
            values[at] = kept;
          }
        }
      }
    }
  }

  /** As of a picture: mostly 0, of both signs, with what is no number among the rest. */
  private static double[] picture(Random random, int size, double share, double[] odd) {
    double[] a = new double[size];
    for (int i = 0; i < size; i++) {
      a[i] =
          random.nextDouble() < share ? random.nextGaussian() : random.nextInt(3) == 0 ? -0.0 : 0;
    }
    for (double value : odd) {
      a[random.nextInt(size)] = value;
    }
    return a;
  }

  @Test
  void zerosThatAreLeftOutChangeNoBit() {
    Random random = new Random(4);
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    double[][] odds = {
      {},
      {nan},
      {infinite, -infinite},
      {Double.MIN_VALUE, -Double.MIN_VALUE},
      {0x1p-530, -0x1.8p-520, -0x1p-600},
      {0x1.7p-479, -0x1.3p-475}
    };
    for (PairExecutor pair : List.of(PairExecutor.ALONE, (PairExecutor) KernelTest::backwards)) {
      for (int n : new int[] {16, 17, 31, 64, 71, 150}) {
        for (double[] odd : odds) {
          for (double share : new double[] {0.1, 0.3, 0.6}) {
            int k = 64 + random.nextInt(200);
            int m = 1 + random.nextInt(150);
            MatrixKernel sparse = new SparseKernel(new PlainKernel(pair), m, k, pair);
            double[] a = picture(random, m * k, share, random.nextBoolean() ? odd : odds[0]);
            double[] w = picture(random, 3 + k * n + n, 1, random.nextBoolean() ? odd : odds[0]);
            double[] d = picture(random, m * n, 1, random.nextBoolean() ? odd : odds[0]);
            sameAsPlain(sparse, m, k, n, a, w, d);
            // Fewer rows, as in the last batch of an epoch.
            sameAsPlain(sparse, (m + 1) / 2, k, n, a, w, d);
          }
        }
      }
    }
  }

  private static void sameAsPlain(
      MatrixKernel sparse, int m, int k, int n, double[] a, double[] w, double[] d) {
    MatrixKernel plain = new PlainKernel(PairExecutor.ALONE);
    double[] found = new double[m * n];
    double[] expected = new double[m * n];
    Arrays.fill(found, 7);
    sparse.multiply(m, k, n, a, w, 3, 3 + k * n, found);
    plain.multiply(m, k, n, a, w, 3, 3 + k * n, expected);
    assertSame(expected, found);
    double[] gradient = new double[k * n + 2];
    double[] triple = new double[k * n + 2];
    Arrays.fill(gradient, 7);
    Arrays.fill(triple, 7);
    sparse.multiplyTransA(m, k, n, a, d, gradient, 1);
    plain.multiplyTransA(m, k, n, a, d, triple, 1);
    assertSame(triple, gradient);
    sparse.sumRows(m, n, d, found, 0);
    plain.sumRows(m, n, d, expected, 0);
    assertSame(expected, found);
  }

  /** Bit for bit, but for which NaN it is. */
  private static void assertSame(double[] expected, double[] found) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(
          Double.doubleToLongBits(expected[i]), Double.doubleToLongBits(found[i]), "at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void sumsOfRowsAreThoseOfTheLoop(MatrixKernel kernel) {
    Random random = new Random(8);
    for (int m : SIZES) {
      for (int n : SIZES) {
        double[] d = random(random, m * n);
        double[] sums = new double[n + 2];
        kernel.sumRows(m, n, d, sums, 1);
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int i = 0; i < m; i++) {
            sum += d[i * n + j];
          }
          assertBits(sum, sums[j + 1], m + " " + n + " " + j);
        }
        assertBits(0, sums[0], "before");
        assertBits(0, sums[n + 1], "after");
      }
    }
  }

  /** Somebody who cannot wait ends a product in its middle. */
  private static final class Impatient implements PairExecutor {
    private boolean waits;

    @Override
    public void both(Runnable first, Runnable second) {
      ALONE.both(first, second);
    }

    @Override
    public boolean isAlone() {
      return true;
    }

    @Override
    public void breathe() {
      if (!waits) {
        throw new IllegalStateException("now");
      }
    }
  }

  @Test
  void aProductThatWasLeftInItsMiddleChangesNoneThatFollows() {
    Random random = new Random(8);
    int m = 40;
    int k = 1000;
    int n = 1000;
    double[] d = random(random, m * n);
    double[] w = random(random, k * n);
    double[] a = random(random, m * k);
    for (int product = 0; product < 3; product++) {
      Impatient pair = new Impatient();
      VectorKernel kernel = new VectorKernel(pair);
      int left = product;
      double[] none = new double[k * n];
      assertThrows(
          IllegalStateException.class,
          () -> {
            switch (left) {
              case 0 -> kernel.multiply(m, k, n, a, w, 0, -1, none);
              case 1 -> kernel.multiplyTransA(m, k, n, a, d, none, 0);
              default -> kernel.multiplyTransB(m, k, n, d, w, 0, none, new double[k * n]);
            }
          });
      pair.waits = true;
      double[] found = new double[m * n];
      kernel.multiply(m, k, n, a, w, 0, -1, found);
      double[] expected = new double[m * n];
      new PlainKernel(PairExecutor.ALONE).multiply(m, k, n, a, w, 0, -1, expected);
      assertArrayEquals(expected, found);
    }
  }
}
