package org.ladera.session;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/** Something that a run does not do, and that can be worked out as if it did. */
public sealed interface WhatIf {
  /**
   * The network of the moment looks at one sample that it need not know. It has no target, so only
   * the way forwards means something.
   *
   * @param x (1 × inputs), as the network sees it
   */
  record Sample(MatrixView x) implements WhatIf {}

  /**
   * All examples, while some parameters are others; without any, the parameters of the moment.
   *
   * @param values of those that are others
   */
  record Parameters(Map<ParameterRef, Double> values) implements WhatIf {
    public Parameters {
      values = Map.copyOf(values);
    }
  }

  /**
   * Whether it can be worked out: batch normalisation has no arithmetic outside of its batch, and
   * every parameter must be there.
   */
  default boolean fits(Experiment e) {
    if (e.network().layers().stream().anyMatch(LayerSpec::batchNorm)) {
      return false;
    }
    ParameterLayout layout = new ParameterLayout(e.network());
    return switch (this) {
      case Sample(MatrixView x) -> x.columns() == e.network().inputs();
      case Parameters(Map<ParameterRef, Double> values) ->
          values.keySet().stream().allMatch(layout::has);
    };
  }

  /**
   * The update that would be done. No unit is dropped.
   *
   * @param next the update that the run does next
   * @param parameters of the moment (1 × count)
   * @return empty when it does not fit the network; with the number of {@code next}, or with 0 when
   *     its parameters are supposed, for then no update led to them
   */
  default Optional<StepTrace> work(StepTrace next, MatrixView parameters) {
    Experiment run = next.experiment();
    if (!fits(run)) {
      return Optional.empty();
    }
    Experiment whole = run.withBatch(BatchSpec.FULL).withNetwork(run.network().withoutDropout());
    double[] theta = parameters.toArray();
    return switch (this) {
      case Sample(MatrixView x) -> {
        double[] target = new double[run.network().outputs()];
        Dataset one = Dataset.of(new double[][] {x.toArray()}, new double[][] {target});
        yield Optional.of(preview(whole.withData(one), theta).at(next.update(), next.epoch()));
      }
      case Parameters(Map<ParameterRef, Double> values) -> {
        ParameterLayout layout = new ParameterLayout(run.network());
        values.forEach((ref, value) -> theta[layout.indexOf(ref)] = value);
        StepTrace trace = preview(whole, theta);
        boolean present = Arrays.equals(theta, parameters.toArray());
        yield Optional.of(present ? trace.at(next.update(), next.epoch()) : trace);
      }
    };
  }

  private static StepTrace preview(Experiment e, double[] theta) {
    Trainer trainer = new Trainer(e);
    trainer.apply(new Edit.SetParameters(MatrixView.of(1, theta.length, theta)));
    return trainer.preview();
  }
}
