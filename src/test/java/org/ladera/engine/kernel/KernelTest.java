package org.ladera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
                      sum += a[i * s.k + p] * parameters[shift + p * s.n + j];
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
                    sum += a[i * s.k + p] * d[i * s.n + j];
                  }
                  assertBits(sum, gradient[shift + p * s.n + j], s + " " + p + " " + j);
                }
              }
              for (int i = 0; i < s.m; i++) {
                for (int p = 0; p < s.k; p++) {
                  double sum = 0;
                  for (int j = 0; j < s.n; j++) {
                    sum += d[i * s.n + j] * before[shift + p * s.n + j];
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
      double[] z = hard(random, size + 2);
      double[] a = new double[size + 2];
      vector.sigmoid(z, a, size);
      for (int i = 0; i < size; i++) {
        assertSame(Exponential.sigmoid(z[i]), a[i], z[i]);
      }
      vector.tanh(z, a, size);
      for (int i = 0; i < size; i++) {
        assertSame(Exponential.tanh(z[i]), a[i], z[i]);
      }
      assertEquals(0, a[size + 1], "beyond the end");
      vector.relu(z, a, size);
      for (int i = 0; i < size; i++) {
        assertSame(Math.max(z[i], 0), a[i], z[i]);
      }
      double[] delta = hard(random, size);
      double[] changed = delta.clone();
      vector.reluDerivative(z, changed, size);
      for (int i = 0; i < size; i++) {
        assertSame(z[i] > 0 ? delta[i] : 0, changed[i], z[i]);
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
      for (int size = 0; size < 40; size++) {
        double[] values = new double[size + 1];
        java.util.Arrays.fill(values, -5);
        values[size] = 6;
        assertTrue(kernel.within(values, size, 5));
        for (double bad : new double[] {5.0001, -5.0001, Double.NaN, Double.NEGATIVE_INFINITY}) {
          for (int at = 0; at < size; at++) {
            double kept = values[at];
            values[at] = bad;
            assertFalse(kernel.within(values, size, 5), "at " + at + " of " + size);
            values[at] = kept;
          }
        }
      }
    }
  }
}
