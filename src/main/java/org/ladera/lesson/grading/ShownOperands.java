package org.ladera.lesson.grading;

import java.util.function.DoubleUnaryOperator;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.HeldOutReading;
import org.ladera.session.reading.JacobianReading;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.MemoryReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.SampleLoss;
import org.ladera.session.reading.SampleReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.reading.SecantReading;
import org.ladera.session.reading.UnitReading;

/**
 * How far a number may be off when it is worked out from operands with the four digits that the
 * screen shows: 1.015 − 0.01·103.6 is −0.021, and with all digits −0.0213. To first order, the
 * error of every operand with the others as they are.
 */
final class ShownOperands {
  private static final int DIGITS = 4;
  private static final DoubleUnaryOperator SHOWN = Rerun.rounding(DIGITS);

  private final RunFrame run;
  private final StepTrace next;

  ShownOperands(RunFrame run) {
    this.run = run;
    next = run.next();
  }

  /** The largest difference; 0 where a number has no operands on screen. */
  double open(Reading reading) {
    return switch (reading) {
      case ParameterReading(ParameterReading.Form form, ParameterRef of) ->
          switch (form) {
            case NEXT -> ofUpdate(of);
            case GRADIENT -> Rerun.isPlain(of) && isDense(of.layer()) ? ofGradient(of) : 0;
            case NOW, START, OPTIMUM, SOURCE, SEQUENTIAL -> 0;
          };
      case UnitReading unit ->
          unit.what() == UnitReading.What.Z && isDense(unit.layer()) ? ofNetInput(unit) : 0;
      case LossReading _,
          Scalar _,
          SampleReading _,
          SampleLoss _,
          JacobianReading _,
          SecantReading _,
          LayerReading _,
          HeldOutReading _,
          MemoryReading _ ->
          0;
    };
  }

  /** Elsewhere a number has other operands than a row and a column. */
  private boolean isDense(int layer) {
    return next.layers().get(layer - 1).spec().isDense();
  }

  private double ofUpdate(ParameterRef ref) {
    int index = new ParameterLayout(next.experiment().network()).indexOf(ref);
    return error(run.parameters().get(index))
        + next.rate() * error(ParameterReading.gradient(next, ref));
  }

  private double ofGradient(ParameterRef ref) {
    MatrixView delta = next.layers().get(ref.layer() - 1).delta();
    double sum = 0;
    for (int i = 0; i < delta.rows(); i++) {
      double input =
          ref.kind() == ParameterRef.Kind.WEIGHT ? input(ref.layer(), i, ref.row() - 1) : 1;
      sum += ofProduct(input, delta.get(i, ref.column() - 1));
    }
    return sum;
  }

  private double ofNetInput(UnitReading of) {
    LayerTrace layer = next.layers().get(of.layer() - 1);
    int row = next.rows().indexOf(of.example() - 1);
    double sum = layer.b().before().size() == 0 ? 0 : error(layer.b().before().get(of.unit() - 1));
    for (int k = 0; k < layer.w().before().rows(); k++) {
      sum += ofProduct(input(of.layer(), row, k), layer.w().before().get(k, of.unit() - 1));
    }
    return sum;
  }

  private double input(int layer, int row, int column) {
    return (layer == 1 ? next.x() : next.layers().get(layer - 2).a()).get(row, column);
  }

  private static double ofProduct(double a, double b) {
    return error(a) * Math.abs(b) + Math.abs(a) * error(b);
  }

  private static double error(double value) {
    return Math.abs(value - SHOWN.applyAsDouble(value));
  }
}
