package org.ladera.present.runs;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Perceptron;
import org.ladera.session.RunFrame;

/** The threshold unit of a run, to which the perceptron rule can be applied. */
record PerceptronUnit(RunFrame run) {
  /** The unit of a run; empty when its network is not a single one. */
  static Optional<PerceptronUnit> of(RunFrame run) {
    List<LayerSpec> layers = run.experiment().network().layers();
    return layers.size() == 1 && layers.getFirst().units() == 1
        ? Optional.of(new PerceptronUnit(run))
        : Optional.empty();
  }

  /** With the start weights of the run, at its rate, nothing shown yet. */
  Perceptron start() {
    Experiment experiment = run.experiment();
    double[] start = new double[experiment.data().x().columns()];
    for (int i = 0; i < start.length; i++) {
      start[i] = run.start().get(index(ParameterRef.weight(1, i + 1, 1)));
    }
    return new Perceptron(
        Perceptron.Rule.PERCEPTRON, run.next().rate(), threshold(), experiment.data(), start);
  }

  /** The unit is on where z = x·w reaches −b. */
  double threshold() {
    return run.experiment().network().layers().getFirst().bias()
        ? -run.start().get(index(ParameterRef.bias(1, 1)))
        : 0;
  }

  private int index(ParameterRef ref) {
    return new ParameterLayout(run.experiment().network()).indexOf(ref);
  }
}
