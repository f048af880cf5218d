package org.ladera.present.activation;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.present.shared.Highlight;
import org.ladera.session.RunFrame;

/**
 * One unit of a run for one example of its next batch, as the lesson chooses them; the highlight
 * may choose another example.
 *
 * @param row of the batch, from 0
 * @param z the net input
 * @param a the activation
 * @param slope f′(z)
 */
record UnitPoint(
    RunFrame run,
    LayerTrace layer,
    int unit,
    int row,
    ActivationSpec function,
    double z,
    double a,
    double slope) {

  static UnitPoint of(RunFrame run, UnitChoice choice, Highlight highlight) {
    List<LayerTrace> layers = run.next().layers();
    LayerTrace layer = layers.get(Math.clamp(choice.layer(), 1, layers.size()) - 1);
    int unit = Math.clamp(choice.unit(), 1, layer.spec().units());
    int wanted = highlight.sample() >= 0 ? highlight.sample() : choice.sample().orElse(1) - 1;
    int row = Math.max(0, run.next().rows().indexOf(wanted));
    double z = layer.z().get(row, unit - 1);
    ActivationSpec f = layer.spec().activation();
    return new UnitPoint(
        run, layer, unit, row, f, z, layer.a().get(row, unit - 1), Activation.derivative(f, z));
  }

  int sample() {
    return run.next().rows().get(row);
  }

  /** Whether a hand can move it; where z is normalised over the batch, none can. */
  boolean movable(boolean byInput) {
    return move(z, byInput).isPresent();
  }

  /**
   * What has to change for the net input to become {@code target}.
   *
   * @param byInput the example's only input changes, else the unit's bias, or its weight when it
   *     has no bias and one input
   */
  Optional<Move> move(double target, boolean byInput) {
    if (layer.spec().batchNorm() || !layer.spec().isDense()) {
      return Optional.empty();
    }
    double w = layer.w().before().get(0, unit - 1);
    boolean one = layer.w().before().rows() == 1;
    if (byInput) {
      return one && layer.index() == 1 && w != 0
          ? Optional.of(new Move.ToData(withInput((target - bias()) / w)))
          : Optional.empty();
    }
    if (layer.spec().bias()) {
      ParameterRef b = ParameterRef.bias(layer.index(), unit);
      return Optional.of(new Move.ToParameter(b, target - (z - bias())));
    }
    double x = layer.index() == 1 ? run.next().x().get(row, 0) : below().a().get(row, 0);
    return one && x != 0
        ? Optional.of(new Move.ToParameter(ParameterRef.weight(layer.index(), 1, unit), target / x))
        : Optional.empty();
  }

  private LayerTrace below() {
    return run.next().layers().get(layer.index() - 2);
  }

  private double bias() {
    return layer.spec().bias() ? layer.b().before().get(0, unit - 1) : 0;
  }

  private Dataset withInput(double x) {
    Dataset data = run.experiment().data();
    int changed = sample();
    return new Dataset(
        data.inputs(),
        data.targets(),
        MatrixView.generate(data.size(), 1, i -> i == changed ? x : data.x().get(i)),
        data.y(),
        data.inputScaling(),
        data.targetScaling());
  }
}
