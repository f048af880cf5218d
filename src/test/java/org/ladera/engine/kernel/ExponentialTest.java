package org.ladera.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Against series of forty digits computed here; the documented bounds in ulps. */
class ExponentialTest {
  private static final MathContext DIGITS = new MathContext(50);

  /** e^x by halving the argument until the series is short, then squaring. */
  private static BigDecimal exp(BigDecimal x) {
    int halvings = 0;
    BigDecimal r = x;
    while (r.abs().compareTo(new BigDecimal("0.01")) > 0) {
      r = r.divide(BigDecimal.TWO, DIGITS);
      halvings++;
    }
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int i = 1; i < 25; i++) {
      term = term.multiply(r, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    for (int i = 0; i < halvings; i++) {
      sum = sum.multiply(sum, DIGITS);
    }
    return sum;
  }

  private static double worst(
      DoubleUnaryOperator function, UnaryOperator<BigDecimal> truth, double low, double high) {
    Random random = new Random(11);
    double worst = 0;
    for (int i = 0; i < 3000; i++) {
      double share = random.nextDouble();
      double x = low + (high - low) * (i % 2 == 0 ? share : share * share * share);
      BigDecimal exact = truth.apply(new BigDecimal(x));
      double found = function.applyAsDouble(x);
      BigDecimal error = new BigDecimal(found).subtract(exact).abs();
      worst = Math.max(worst, error.doubleValue() / Math.ulp(exact.doubleValue()));
    }
    return worst;
  }

  private static BigDecimal one(BigDecimal x) {
    return BigDecimal.ONE.add(x);
  }

  @Test
  void exponentialIsWithinOneUlp() {
    assertTrue(worst(Exponential::exp, ExponentialTest::exp, -1, 1) <= 1);
    assertTrue(worst(Exponential::exp, ExponentialTest::exp, -700, 700) <= 1);
  }

  @Test
  void exponentialMinusOneIsWithinThreeUlps() {
    UnaryOperator<BigDecimal> truth = x -> exp(x).subtract(BigDecimal.ONE);
    assertTrue(worst(Exponential::expm1, truth, -2, 0) <= 3);
    assertTrue(worst(Exponential::expm1, truth, -100, 0) <= 3);
    assertTrue(worst(Exponential::expm1, truth, -1e-6, 0) <= 3);
  }

  @Test
  void sigmoidIsWithinTwoAndAHalfUlps() {
    UnaryOperator<BigDecimal> truth = x -> BigDecimal.ONE.divide(one(exp(x.negate())), DIGITS);
    assertTrue(worst(Exponential::sigmoid, truth, -5, 5) <= 2.5);
    assertTrue(worst(Exponential::sigmoid, truth, -500, 500) <= 2.5);
  }

  @Test
  void tanhIsWithinThreeUlps() {
    UnaryOperator<BigDecimal> truth =
        x -> {
          BigDecimal e = exp(x.multiply(BigDecimal.TWO));
          return e.subtract(BigDecimal.ONE).divide(one(e), DIGITS);
        };
    assertTrue(worst(Exponential::tanh, truth, -3, 3) <= 3);
    assertTrue(worst(Exponential::tanh, truth, 0, 40) <= 3);
    assertTrue(worst(Exponential::tanh, truth, -1e-5, 1e-5) <= 3);
  }

  @Test
  void softplusAgreesWithStrictMath() {
    for (double z = -40; z < 40; z += 0.37) {
      double expected = StrictMath.log1p(StrictMath.exp(z));
      assertEquals(expected, Exponential.softplus(z), 4 * Math.ulp(expected));
    }
    assertEquals(1000, Exponential.softplus(1000));
    assertEquals(0, Exponential.softplus(-1000));
  }

  @Test
  void wholePowersAgreeWithExactOnes() {
    assertEquals(1, Exponential.power(0.9, 0));
    assertEquals(0.9, Exponential.power(0.9, 1));
    for (long n : new long[] {2, 3, 7, 10, 63, 64, 1000}) {
      double exact = new BigDecimal(0.999).pow((int) n).doubleValue();
      assertEquals(exact, Exponential.power(0.999, n), 1e-13 * exact);
    }
    assertEquals(0, Exponential.power(0.5, 5000));
  }

  /** Where results are no longer normal numbers, one unit is the smallest of all. */
  @Test
  void farEndsAreRightToTheLastUnit() {
    UnaryOperator<BigDecimal> sigmoid = x -> BigDecimal.ONE.divide(one(exp(x.negate())), DIGITS);
    UnaryOperator<BigDecimal> tanh =
        x -> sigmoid.apply(x.add(x)).multiply(BigDecimal.TWO).subtract(BigDecimal.ONE);
    UnaryOperator<BigDecimal> expm1 = x -> exp(x).subtract(BigDecimal.ONE);
    for (double[] range : new double[][] {{-760, -700}, {-745.2, -744.4}, {-708.5, -707.5}}) {
      assertTrue(worst(Exponential::exp, ExponentialTest::exp, range[0], range[1]) <= 1.5);
      assertTrue(worst(Exponential::sigmoid, sigmoid, range[0], range[1]) <= 2.5);
      assertTrue(worst(Exponential::expm1, expm1, range[0], range[1]) <= 1);
      assertTrue(
          worst(z -> Exponential.sigmoid(-z), z -> sigmoid.apply(z.negate()), range[0], range[1])
              <= 1);
      assertTrue(worst(Exponential::tanh, tanh, range[0], range[1]) <= 1);
    }
    assertTrue(worst(Exponential::exp, ExponentialTest::exp, 705, 709.7) <= 1);
    assertTrue(worst(Exponential::sigmoid, sigmoid, -50, -30) <= 2.5);
    assertTrue(worst(Exponential::softplus, x -> exp(x), -745, -700) <= 1.5);
  }

  @Test
  void severalAtATimeAgreeWithOneAtTheFarEnds() {
    double[] z = {
      -800,
      -709,
      -708,
      -708.0000001,
      -1,
      0,
      1,
      709,
      800,
      -746,
      -745,
      Double.NaN,
      -1e308,
      5,
      6,
      7,
      -720
    };
    double[] a = new double[z.length];
    new VectorElements().sigmoid(z, a, 0, z.length);
    for (int i = 0; i < z.length; i++) {
      assertEquals(Exponential.sigmoid(z[i]), a[i]);
    }
  }

  @Test
  void crossEntropiesOfSeveralHaveTheBitsOfOne() {
    Random random = new Random(3);
    int size = 400_003;
    double[] s = new double[size + 1];
    double[] y = new double[size];
    double[] edges = {
      0,
      -0.0,
      1e-5,
      1e-4,
      1.0001e-4,
      0.881373587,
      0.88137358,
      0.8813736,
      20.1,
      20.1012,
      37.4,
      37.5,
      706.9,
      707.1,
      708,
      745.2,
      1e300,
      Double.NaN,
      Double.POSITIVE_INFINITY
    };
    for (int i = 0; i < size; i++) {
      double scale = i % 3 == 0 ? 1 : i % 3 == 1 ? 10 : 1e-3;
      double value = scale * random.nextGaussian();
      s[i + 1] = i % 1000 == 7 ? edges[i / 1000 % edges.length] : value;
      s[i + 1] *= random.nextBoolean() ? 1 : -1;
      y[i] = i % 5 == 0 ? random.nextDouble() : random.nextInt(2);
    }
    double[] several = new double[size];
    double[] one = new double[size];
    new VectorElements().crossEntropies(s, 1, y, several, size);
    new PlainElements().crossEntropies(s, 1, y, one, size);
    for (int i = 0; i < size; i++) {
      double z = s[i + 1];
      assertEquals(
          Double.doubleToLongBits(one[i]), Double.doubleToLongBits(several[i]), "s = " + z);
      double direct = Math.max(z, 0) - z * y[i] + StrictMath.log1p(Exponential.exp(-Math.abs(z)));
      assertEquals(direct, one[i], "s = " + z);
    }
  }

  @Test
  void endsOfTheRange() {
    assertEquals(0, Exponential.exp(-1000));
    assertEquals(0, Exponential.exp(Double.NEGATIVE_INFINITY));
    assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(709.79));
    assertEquals(Double.POSITIVE_INFINITY, Exponential.exp(Double.POSITIVE_INFINITY));
    assertEquals(Double.MIN_VALUE, Exponential.exp(-745.1));
    assertEquals(StrictMath.exp(709.7), Exponential.exp(709.7), StrictMath.exp(709.7) * 3e-16);
    assertEquals(StrictMath.exp(-720), Exponential.exp(-720), 2 * Double.MIN_VALUE);
    assertTrue(Double.isNaN(Exponential.exp(Double.NaN)));
    assertTrue(Double.isNaN(Exponential.sigmoid(Double.NaN)));
    assertTrue(Double.isNaN(Exponential.tanh(Double.NaN)));
    assertEquals(1, Exponential.exp(0));
    assertEquals(1, Exponential.exp(-0.0));
    assertEquals(0.5, Exponential.sigmoid(0));
    assertEquals(1, Exponential.sigmoid(40));
    assertEquals(0, Exponential.sigmoid(Double.NEGATIVE_INFINITY));
    assertEquals(0, Exponential.sigmoid(-800));
    assertEquals(-1, Exponential.tanh(-1000));
    assertEquals(1, Exponential.tanh(Double.POSITIVE_INFINITY));
    assertEquals(
        Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(Exponential.tanh(-0.0)));
    assertEquals(-1, Exponential.expm1(-1000));
  }
}
