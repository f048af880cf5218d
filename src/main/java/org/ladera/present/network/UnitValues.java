package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Network;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.landscape.gradient.Answer;
import org.ladera.present.shared.Subject;
import org.ladera.session.RunFrame;

/** What every unit says of one sample. Layers and units count from 1; layer 0 is the input. */
final class UnitValues {
  private record Layer(
      double[] z, double[] a, double @Nullable [] delta, Optional<MatrixView> mask) {}

  private final int sample;
  private final int row;
  private final double[] inputs;
  private final List<Layer> layers = new ArrayList<>();

  /** From the next update where the sample is in its batch; else by one pass without deltas. */
  UnitValues(RunFrame run, SampleChoice choice) {
    sample = choice.index();
    row = choice.row();
    Experiment e = run.experiment();
    inputs = new double[e.network().inputs()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = e.data().x().get(choice.index(), i);
    }
    if (choice.row() >= 0) {
      for (LayerTrace layer : run.next().layers()) {
        int units = layer.spec().units();
        double[] delta = new double[units];
        Layer values = new Layer(new double[units], new double[units], delta, layer.mask());
        for (int u = 0; u < units; u++) {
          values.z()[u] = layer.z().get(choice.row(), u);
          values.a()[u] = layer.a().get(choice.row(), u);
          delta[u] = layer.delta().get(choice.row(), u);
        }
        layers.add(values);
      }
      return;
    }
    Network network = new Network(e.network(), 1);
    network.forward(run.parameters().toArray(), network.startFigures(), inputs, 1, false);
    for (int l = 0; l < e.network().layers().size(); l++) {
      int units = e.network().layers().get(l).units();
      double[] z = java.util.Arrays.copyOf(network.layer(l).z().data, units);
      double[] a = java.util.Arrays.copyOf(network.layer(l).a().data, units);
      layers.add(new Layer(z, a, null, Optional.empty()));
    }
  }

  /** Of a picture that is no example, where one is looked at; else of the sample. */
  static UnitValues of(RunFrame run, SampleChoice sample, Optional<Subject> subject) {
    return subject
        .filter(s -> s.sample() < 0)
        .map(s -> new UnitValues(s.answer()))
        .orElseGet(() -> new UnitValues(run, sample));
  }

  private UnitValues(Answer answer) {
    sample = -1;
    row = -1;
    inputs = answer.x().toArray();
    for (int l = 0; l < answer.z().size(); l++) {
      layers.add(
          new Layer(
              answer.z().get(l).toArray(), answer.a().get(l).toArray(), null, Optional.empty()));
    }
  }

  /** Index of the example in the data, from 0; −1 where it is none. */
  int sample() {
    return sample;
  }

  boolean hasDeltas() {
    return layers.getFirst().delta() != null;
  }

  double a(int layer, int unit) {
    return layer == 0 ? inputs[unit - 1] : layers.get(layer - 1).a()[unit - 1];
  }

  double z(int layer, int unit) {
    return layers.get(layer - 1).z()[unit - 1];
  }

  /** Whether dropout keeps the unit out of the next update of this sample. */
  boolean isOff(int layer, int unit) {
    return layer > 0
        && layers.get(layer - 1).mask().map(mask -> mask.get(row, unit - 1) == 0).orElse(false);
  }

  /** NaN where the sample is not in the batch. */
  double delta(int layer, int unit) {
    double[] delta = layers.get(layer - 1).delta();
    return delta == null ? Double.NaN : delta[unit - 1];
  }
}
