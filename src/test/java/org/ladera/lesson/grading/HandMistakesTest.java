package org.ladera.lesson.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.Read;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/**
 * Mistakes on the way back through a 2-3-3-1 network of sigmoids without biases, three examples, η
 * = 0.4. Every number, right or wrong, is worked out here with plain arrays.
 */
class HandMistakesTest {
  private static final List<String> ALL = Arrays.stream(Mistake.values()).map(Mistake::id).toList();
  private static final double RATE = 0.4;
  private static final double[][] X = {{0.9, 0.4}, {-0.3, 0.8}, {0.5, -1.1}};
  private static final double[][] Y = {{1}, {0}, {1}};
  private static final double[][] W1 = {{0.7, -1.2, 0.4}, {-0.5, 0.9, 1.3}};
  private static final double[][] W2 = {{1.1, -0.6, 0.8}, {0.3, 1.4, -0.9}, {-1.3, 0.5, 0.2}};
  private static final double[][] W3 = {{1.5}, {-1.9}, {0.8}};

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  private static double[][] turned(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static double[][] each(double[][] a, DoubleUnaryOperator f) {
    return Arrays.stream(a).map(r -> Arrays.stream(r).map(f).toArray()).toArray(double[][]::new);
  }

  private static double[][] elementwise(double[][] a, double[][] b) {
    double[][] c = each(a, v -> v);
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        c[i][j] *= b[i][j];
      }
    }
    return c;
  }

  private static double[][] minus(double[][] a, double scale, double[][] b) {
    double[][] c = each(a, v -> v);
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[i].length; j++) {
        c[i][j] -= scale * b[i][j];
      }
    }
    return c;
  }

  private static double[][] sigmoid(double[][] z) {
    return each(z, v -> 1 / (1 + Math.exp(-v)));
  }

  private static double[][] slope(double[][] a) {
    return each(a, v -> v * (1 - v));
  }

  /** The update, with nothing wrong; {@code factor} stands before the sum of the squares. */
  private static final class Right {
    final double[][] a1 = sigmoid(times(X, W1));
    final double[][] a2 = sigmoid(times(a1, W2));
    final double[][] a3 = sigmoid(times(a2, W3));
    final double[][] d3;
    final double[][] d2;
    final double[][] d1;

    Right(double factor) {
      d3 = elementwise(each(minus(a3, 1, Y), v -> 2 * factor * v), slope(a3));
      d2 = elementwise(times(d3, turned(W3)), slope(a2));
      d1 = elementwise(times(d2, turned(W2)), slope(a1));
    }
  }

  private static Frame frame(Factor factor) {
    List<Double> start = new ArrayList<>();
    for (double[][] w : List.of(W1, W2, W3)) {
      Arrays.stream(w).forEach(row -> Arrays.stream(row).forEach(start::add));
    }
    double[] given = start.stream().mapToDouble(Double::doubleValue).toArray();
    Experiment experiment =
        new Experiment(
            Dataset.of(X, Y),
            NetworkSpec.of(2, unit(3), unit(3), unit(1)),
            new LossSpec(LossSpec.Kind.SQUARED, factor),
            RegularisationSpec.NONE,
            new OptimizerSpec.Sgd(RATE),
            new ScheduleSpec.Constant(),
            BatchSpec.FULL,
            new InitSpec.Given(MatrixView.of(1, given.length, given)),
            0);
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(Scene.of(experiment, 10)));
      return session.newest();
    }
  }

  private static LayerSpec unit(int units) {
    return LayerSpec.dense(units, ActivationSpec.SIGMOID).withoutBias();
  }

  /**
   * @param value what someone works out
   * @param mistake its name, empty when it is right
   */
  private record Case(Factor factor, String reading, double value, String mistake) {}

  private static Case half(String reading, double value, String mistake) {
    return new Case(Factor.HALF, reading, value, mistake);
  }

  private static Case mean(String reading, double value, String mistake) {
    return new Case(Factor.PER_SAMPLE, reading, value, mistake);
  }

  static Stream<Case> deltas() {
    Right sum = new Right(0.5);
    Right average = new Right(1.0 / 3);
    double[][] residuals = minus(sum.a3, 1, Y);
    double[][] d2WithoutLast = elementwise(times(residuals, turned(W3)), slope(sum.a2));
    double[][] newW3 = minus(W3, RATE, times(turned(sum.a2), sum.d3));
    double[][] newW2 = minus(W2, RATE, times(turned(sum.a1), sum.d2));
    double[][] d2New = elementwise(times(sum.d3, turned(newW3)), slope(sum.a2));
    double[][] newW2OfNew = minus(W2, RATE, times(turned(sum.a1), d2New));
    return Stream.of(
        half("delta[3][2,1]", sum.d3[1][0], ""),
        half("delta[3][2,1]", residuals[1][0], "no-derivative"),
        half("delta[3][2,1]", 2 * sum.d3[1][0], "factor-2"),
        half("delta[3][2,1]", -sum.d3[1][0], "wrong-sign"),
        half("delta[3][2,1]", sum.d3[1][0] / 3, "mean-for-sum"),
        mean("delta[3][2,1]", average.d3[1][0], ""),
        mean("delta[3][2,1]", 3 * average.d3[1][0], "sum-for-mean"),
        mean("delta[3][2,1]", average.d3[1][0] / 2, "half"),
        half("delta[2][1,2]", sum.d2[0][1], ""),
        half("delta[2][1,2]", times(sum.d3, turned(W3))[0][1], "no-derivative"),
        half("delta[2][1,2]", d2WithoutLast[0][1], "no-derivative"),
        half("delta[2][1,2]", times(residuals, turned(W3))[0][1], "no-derivative"),
        half("delta[2][1,2]", d2New[0][1], "sequential"),
        half("delta[2][1,2]", sum.d2[0][0], "wrong-parameter"),
        half("delta[1][3,1]", sum.d1[2][0], ""),
        half("delta[1][3,1]", times(sum.d2, turned(W2))[2][0], "no-derivative"),
        half(
            "delta[1][3,1]",
            elementwise(times(d2WithoutLast, turned(W2)), slope(sum.a1))[2][0],
            "no-derivative"),
        half(
            "delta[1][3,1]",
            times(times(residuals, turned(W3)), turned(W2))[2][0],
            "no-derivative"),
        half("delta[1][3,1]", elementwise(times(sum.d2, W2), slope(sum.a1))[2][0], "transposed"),
        half(
            "delta[1][3,1]",
            elementwise(times(sum.d2, turned(newW2)), slope(sum.a1))[2][0],
            "sequential"),
        half(
            "delta[1][3,1]",
            elementwise(times(d2New, turned(newW2OfNew)), slope(sum.a1))[2][0],
            "sequential"),
        half("delta[1][3,1]", -2 * sum.d1[2][0], "sign-and-factor-2"),
        mean("delta[1][3,1]", 3 * average.d1[2][0], "sum-for-mean"));
  }

  static Stream<Case> gradients() {
    Right sum = new Right(0.5);
    Right average = new Right(1.0 / 3);
    double[][] g1 = times(turned(X), sum.d1);
    double[][] g2 = times(turned(sum.a1), sum.d2);
    double[][] g3 = times(turned(sum.a2), sum.d3);
    double[][] newW3 = minus(W3, RATE, g3);
    double[][] d2New = elementwise(times(sum.d3, turned(newW3)), slope(sum.a2));
    double[][] withoutOwn = times(turned(sum.a1), times(sum.d3, turned(W3)));
    double[][] through = times(turned(X), elementwise(times(sum.d2, W2), slope(sum.a1)));
    return Stream.of(
        half("dW[3][2,1]", g3[1][0], ""),
        half("dW[3][2,1]", -g3[1][0], "wrong-sign"),
        half("dW[3][2,1]", sum.a2[0][1] * sum.d3[0][0], "one-sample"),
        half("dW[3][2,1]", times(turned(sum.a2), minus(sum.a3, 1, Y))[1][0], "no-derivative"),
        half("dW[2][3,1]", g2[2][0], ""),
        half("dW[2][3,1]", g2[0][2], "transposed"),
        half("dW[2][3,1]", withoutOwn[2][0], "no-derivative"),
        half("dW[2][3,1]", times(turned(sum.a1), d2New)[2][0], "sequential"),
        half("dW[2][3,1]", g2[2][0] / 3, "mean-for-sum"),
        half("dW[1][2,3]", g1[1][2], ""),
        half("dW[1][2,3]", through[1][2], "transposed"),
        half("dW[1][2,3]", times(turned(X), times(sum.d2, turned(W2)))[1][2], "no-derivative"),
        mean("dW[1][2,3]", times(turned(X), average.d1)[1][2], ""),
        mean("dW[1][2,3]", 3 * times(turned(X), average.d1)[1][2], "sum-for-mean"));
  }

  static Stream<Case> newWeights() {
    Right sum = new Right(0.5);
    double[][] g1 = times(turned(X), sum.d1);
    double[][] g2 = times(turned(sum.a1), sum.d2);
    double[][] g3 = times(turned(sum.a2), sum.d3);
    double[][] newW2 = minus(W2, RATE, g2);
    double[][] d1New = elementwise(times(sum.d2, turned(newW2)), slope(sum.a1));
    double[][] plain = times(turned(sum.a1), times(sum.d3, turned(W3)));
    return Stream.of(
        half("W'[3][1,1]", 1.5 - RATE * g3[0][0], ""),
        half("W'[3][1,1]", 1.5 + RATE * g3[0][0], "wrong-sign"),
        half("W'[3][1,1]", 1.5 - g3[0][0], "forgot-rate"),
        half("W'[3][1,1]", 1.5, "old-value"),
        half("W'[3][1,1]", RATE * g3[0][0], "step-only"),
        half("W'[2][1,3]", 0.8 - RATE * g2[0][2], ""),
        half("W'[2][1,3]", 0.8 - RATE * g2[2][0], "transposed"),
        half("W'[2][1,3]", 0.8 - RATE * plain[0][2], "no-derivative"),
        half("W'[2][1,3]", 0.8 - 2 * RATE * g2[0][2], "factor-2"),
        half("W'[2][1,3]", 0.8 - RATE / 3 * g2[0][2], "mean-for-sum"),
        half("W'[1][1,2]", -1.2 - RATE * g1[0][1], ""),
        half("W'[1][1,2]", -1.2 - RATE * times(turned(X), d1New)[0][1], "sequential"),
        half("W'[1][1,2]", -1.2 - RATE * X[0][0] * sum.d1[0][1], "one-sample"));
  }

  @ParameterizedTest
  @MethodSource({"deltas", "gradients", "newWeights"})
  void everyMistakeIsNamedAndOnlyTheRightNumberIsRight(Case one) {
    Check check = new Check.Number("q", Read.of(one.reading()), 1e-7, ALL);
    Verdict verdict = Grading.grade(check, Double.toString(one.value()), frame(one.factor()));
    switch (one.mistake()) {
      case "" -> assertInstanceOf(Verdict.Right.class, verdict);
      case "unknown" -> assertEquals(new Verdict.Wrong(""), verdict);
      default -> assertEquals(new Verdict.Wrong(one.mistake()), verdict);
    }
  }

  @Test
  void theRightNumberRoundedToFourDecimalsIsRight() {
    Frame frame = frame(Factor.HALF);
    for (Case one : Stream.of(deltas(), gradients(), newWeights()).flatMap(c -> c).toList()) {
      if (one.mistake().isEmpty() && one.factor() == Factor.HALF) {
        Check check = new Check.Number("q", Read.of(one.reading()), 0.002, ALL);
        String rounded = String.format(java.util.Locale.ROOT, "%.4f", one.value());
        assertInstanceOf(Verdict.Right.class, Grading.grade(check, rounded, frame), one.reading());
      }
    }
  }

  @Test
  void constantsAndRandomNumbersAreNot() {
    Frame frame = frame(Factor.HALF);
    SplittableRandom random = new SplittableRandom(5);
    for (Case one : Stream.of(deltas(), gradients(), newWeights()).flatMap(c -> c).toList()) {
      Check check = new Check.Number("q", Read.of(one.reading()), 0.002, ALL);
      for (String constant : List.of("0", "1", "-1", "0.5", "0.1", "0.01", "-0.1")) {
        assertFalse(
            Grading.grade(check, constant, frame) instanceof Verdict.Right,
            () -> one.reading() + " " + constant);
      }
      long accepted =
          random
              .doubles(80, -2, 2)
              .filter(v -> Grading.grade(check, String.valueOf(v), frame) instanceof Verdict.Right)
              .count();
      assertFalse(accepted > 1, () -> one.reading() + " " + accepted + " of 80");
    }
  }
}
