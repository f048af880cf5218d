package org.ladera.present.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.train.Perceptron;
import org.ladera.lesson.model.UnitRule;
import org.ladera.session.RunFrame;

/**
 * The unit of a run, to which a rule for single units can be applied. The perceptron rule moves the
 * weights and not the bias, which is its threshold; ADALINE learns the bias too, and is on from ½.
 */
record PerceptronUnit(RunFrame run, UnitRule rule) {
  /** The unit of a run; empty when its network is not a single one. */
  static Optional<PerceptronUnit> of(RunFrame run, UnitRule rule) {
    List<LayerSpec> layers = run.experiment().network().layers();
    return layers.size() == 1 && layers.getFirst().units() == 1
        ? Optional.of(new PerceptronUnit(run, rule))
        : Optional.empty();
  }

  /** With the start weights of the run, at its rate, nothing shown yet. */
  Perceptron start() {
    List<ParameterRef> learned = learned();
    double[] start = new double[learned.size()];
    for (int i = 0; i < start.length; i++) {
      start[i] = run.start().parameters().get(index(learned.get(i)));
    }
    Dataset data = run.experiment().data();
    return switch (rule) {
      case PERCEPTRON ->
          new Perceptron(Perceptron.Rule.PERCEPTRON, run.next().rate(), threshold(), data, start);
      case ADALINE ->
          new Perceptron(
              Perceptron.Rule.ADALINE,
              run.next().rate(),
              threshold(),
              hasBias() ? withOnes(data) : data,
              start);
    };
  }

  /** What the rule moves, in the order of its weights. */
  List<ParameterRef> learned() {
    List<ParameterRef> learned = new ArrayList<>();
    for (int i = 0; i < run.experiment().data().x().columns(); i++) {
      learned.add(ParameterRef.weight(1, i + 1, 1));
    }
    if (rule == UnitRule.ADALINE && hasBias()) {
      learned.add(ParameterRef.bias(1, 1));
    }
    return learned;
  }

  /** The unit is on where its sum reaches this. */
  double threshold() {
    return switch (rule) {
      case PERCEPTRON ->
          hasBias() ? -run.start().parameters().get(index(ParameterRef.bias(1, 1))) : 0;
      case ADALINE -> 0.5;
    };
  }

  /** Whether every example has a 1 there: the weight of that input is a bias. */
  boolean isOnes(int input) {
    MatrixView x = run.experiment().data().x();
    for (int row = 0; row < x.rows(); row++) {
      if (x.get(row, input) != 1) {
        return false;
      }
    }
    return !hasBias();
  }

  private boolean hasBias() {
    return run.experiment().network().layers().getFirst().bias();
  }

  private static Dataset withOnes(Dataset data) {
    int inputs = data.x().columns();
    double[] x = new double[data.size() * (inputs + 1)];
    for (int i = 0; i < x.length; i++) {
      int column = i % (inputs + 1);
      x[i] = column == inputs ? 1 : data.x().get(i / (inputs + 1), column);
    }
    List<String> names = new ArrayList<>(data.inputs());
    names.add("1");
    return new Dataset(
        names,
        data.targets(),
        MatrixView.of(data.size(), inputs + 1, x),
        data.y(),
        Scaling.none(inputs + 1),
        data.targetScaling());
  }

  private int index(ParameterRef ref) {
    Experiment experiment = run.experiment();
    return new ParameterLayout(experiment.network()).indexOf(ref);
  }
}
