package org.ladera.lesson.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.Read;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.PlotHeights;
import org.ladera.lesson.model.Verdict;

/** Sketches over 100 epochs on heights from 0 to 10, against curves with a formula. */
class SketchGradingTest {
  private static final int EPOCHS = 100;

  private static Verdict verdict(DoubleUnaryOperator came, List<Long> marks, double... sketched) {
    Check.Sketch check =
        new Check.Sketch("q", Read.of("J"), new PlotHeights(0, 10, false), marks, 0.15, EPOCHS);
    double[] epochs = IntStream.rangeClosed(0, EPOCHS).asDoubleStream().toArray();
    double[] values =
        IntStream.rangeClosed(0, EPOCHS).mapToDouble(e -> came.applyAsDouble(e)).toArray();
    RunCurve curve = new RunCurve(Read.of("J"), epochs, values, true);
    double[] heights = Arrays.stream(sketched).map(check.heights()::of).toArray();
    return new SketchGrading(check, curve, heights).verdict();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
  }

  /** 9·e^(−t/15): 9, 4.0, 1.7, 0.8 … at 0, 12.5, 25, 37.5. */
  @ParameterizedTest
  @CsvSource({
    "9 4 2 1 0 0 0 0 0, right",
    "8 5 2 1 1 1 0 0 0, right",
    "9 0, too-straight",
    "9 9 9 9 9 8 7 5 0, other-bend",
    "0 1 3 9, other-way",
    "6 3 1 1 0 0 0 0 0, other-start",
    "9 5 4 3 3 3 3 3 3, other-end",
    "9 4 2 5 1 0 0 0 0, extra-turn",
    "9 9 8 4 1 0 0 0 0, ''"
  })
  void aFallingCurveWithAnElbow(String sketched, String said) {
    assertEquals(
        said.equals("right") ? new Verdict.Right() : new Verdict.Wrong(said),
        verdict(e -> 9 * Math.exp(-e / 15), List.of(), numbers(sketched)));
  }

  /** Down to 1 at epoch 40, up to 7 at the end: a validation curve. */
  @ParameterizedTest
  @CsvSource({
    "7 5 2 1 3 5 7, right",
    "7 4 2 1 1 1 1, missed-turn",
    "7 1 7 1 7, extra-turn",
    "7 6 5 3 1 4 7, off-the-mark"
  })
  void aCurveThatTurnsIsHeldAgainstItsMarks(String sketched, String said) {
    assertEquals(
        said.equals("right") ? new Verdict.Right() : new Verdict.Wrong(said),
        verdict(
            e -> e < 40 ? 7 - 6 * e / 40 : 1 + 6 * (e - 40) / 60, List.of(40L), numbers(sketched)));
  }

  /** A run that stopped half-way has left the plot above. */
  @ParameterizedTest
  @CsvSource({"1 3 9 10 10, right", "1 2 1 1 1, other-end"})
  void whatExplodesLeavesThePlot(String sketched, String said) {
    Check.Sketch check =
        new Check.Sketch("q", Read.of("J"), new PlotHeights(0, 10, false), List.of(), 0.15, EPOCHS);
    double[] epochs = IntStream.range(0, 50).asDoubleStream().toArray();
    double[] values = IntStream.range(0, 50).mapToDouble(e -> Math.exp(e / 20.0)).toArray();
    values[49] = Double.POSITIVE_INFINITY;
    double[] heights = Arrays.stream(numbers(sketched)).map(check.heights()::of).toArray();
    RunCurve curve = new RunCurve(Read.of("J"), epochs, values, false);
    assertEquals(
        said.equals("right") ? new Verdict.Right() : new Verdict.Wrong(said),
        new SketchGrading(check, curve, heights).verdict());
  }
}
