package org.ladera.lesson.grading;

import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/** z or a of one example and one unit, worked out with something wrong. */
final class WrongForward {
  private final LayerTrace layer;
  private final MatrixView inputs;
  private final int row;
  private final int unit;

  /**
   * @param index of the layer, from 1
   * @param row in the batch, from 0
   * @param unit from 0
   */
  WrongForward(StepTrace trace, int index, int row, int unit) {
    layer = trace.layers().get(index - 1);
    inputs = index == 1 ? trace.x() : trace.layers().get(index - 2).a();
    this.row = row;
    this.unit = unit;
  }

  double netInput() {
    return layer.z().get(row, unit);
  }

  /** Σₖ aₖ·W(j,k) + b instead of Σₖ aₖ·W(k,j) + b, where W has those elements. */
  List<Double> transposed(boolean activated) {
    MatrixView w = layer.w().before();
    if (!plain() || unit >= w.rows() || inputs.columns() > w.columns()) {
      return List.of();
    }
    double z = layer.b().before().get(unit);
    for (int k = 0; k < inputs.columns(); k++) {
      z += inputs.get(row, k) * w.get(unit, k);
    }
    return List.of(activated ? Activation.value(layer.spec().activation(), z) : z);
  }

  /** Without the bias, where there is one and nothing else lies between z and a. */
  List<Double> withoutBias(boolean activated) {
    if (!plain() || layer.b().before().size() == 0 || layer.b().before().get(unit) == 0) {
      return List.of();
    }
    double z = netInput() - layer.b().before().get(unit);
    return List.of(activated ? Activation.value(layer.spec().activation(), z) : z);
  }

  private boolean plain() {
    return layer.spec().isDense()
        && !layer.spec().batchNorm()
        && layer.mask().isEmpty()
        && !layer.spec().activation().kind().isLayerWide();
  }

  /** The same number of the other units. */
  List<Double> others(boolean activated) {
    MatrixView values = activated ? layer.a() : layer.z();
    return values.columns() - 1 > WrongUpdate.MOST_OTHERS
        ? List.of()
        : IntStream.range(0, values.columns())
            .filter(u -> u != unit)
            .mapToObj(u -> values.get(row, u))
            .toList();
  }
}
