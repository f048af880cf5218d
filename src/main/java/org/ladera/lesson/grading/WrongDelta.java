package org.ladera.lesson.grading;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.StepTrace;
import org.ladera.session.RunFrame;

/** δ of one example and one unit in the next update of a run, worked out with something wrong. */
final class WrongDelta {
  private final Rerun rerun;
  private final HandBackward byHand;
  private final int layer;
  private final int row;
  private final int unit;

  /**
   * @param layer from 1
   * @param row in the batch, from 0
   * @param unit from 0
   */
  WrongDelta(RunFrame run, int layer, int row, int unit) {
    rerun = Rerun.of(run);
    byHand = new HandBackward(run.next());
    this.layer = layer;
    this.row = row;
    this.unit = unit;
  }

  /** δ when the loss is {@code scale} times what it should be. */
  double scaled(double scale) {
    return of(rerun.scaled(scale));
  }

  List<Double> withoutDerivative() {
    return byHand.deltas(layer, row, unit, HandBackward.Slip.NO_DERIVATIVE);
  }

  List<Double> transposed() {
    return byHand.deltas(layer, row, unit, HandBackward.Slip.TRANSPOSED);
  }

  /** New weights on the way back only, or all over again. */
  List<Double> sequential() {
    return Stream.concat(
            byHand.deltas(layer, row, unit, HandBackward.Slip.NEW_WEIGHTS).stream(),
            rerun.sequential(layer, r -> true).stream().map(this::of))
        .toList();
  }

  /** δ of the other units for this example, and of this unit for the other examples. */
  List<Double> others() {
    MatrixView delta = matrix(rerun.next());
    int count = delta.rows() + delta.columns() - 2;
    return count > WrongUpdate.MOST_OTHERS
        ? List.of()
        : Stream.concat(
                IntStream.range(0, delta.columns())
                    .filter(u -> u != unit)
                    .mapToObj(u -> delta.get(row, u)),
                IntStream.range(0, delta.rows())
                    .filter(i -> i != row)
                    .mapToObj(i -> delta.get(i, unit)))
            .toList();
  }

  /** δ rounded, and δ of rounded parameters, to two and three digits. */
  List<Double> rounded() {
    return IntStream.rangeClosed(2, 3)
        .boxed()
        .flatMap(
            digits ->
                Stream.of(
                    Rerun.rounding(digits).applyAsDouble(of(rerun.next())),
                    of(rerun.rounded(digits))))
        .toList();
  }

  private double of(StepTrace trace) {
    return matrix(trace).get(row, unit);
  }

  private MatrixView matrix(StepTrace trace) {
    return trace.layers().get(layer - 1).delta();
  }
}
