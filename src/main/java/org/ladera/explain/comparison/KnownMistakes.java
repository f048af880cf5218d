package org.ladera.explain.comparison;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;

/** What an update would have given with one mistake, and nothing else, in it. */
final class KnownMistakes {
  private static final String ONE_BY_ONE = "one-by-one";

  private final StepTrace trace;

  KnownMistakes(StepTrace trace) {
    this.trace = trace;
  }

  /** By the id of the mistake: {@code compare.mistake.<id>} in the texts. */
  Map<String, double[]> of(ComparedQuantity quantity) {
    Map<String, double[]> wrong = new LinkedHashMap<>();
    int l = quantity.layer() - 1;
    switch (quantity.kind()) {
      case Z -> withoutBias(wrong, l);
      case A -> wrong.put("no-activation", trace.layers().get(l).z().toArray());
      case DELTA -> deltas(wrong, l);
      case DW -> samples(wrong, l);
      case DB -> {}
      case NEW_W -> {
        after(wrong, trace.layers().get(l).w());
        oneByOne().ifPresent(end -> wrong.put(ONE_BY_ONE, end.get(l).w().before().toArray()));
      }
      case NEW_B -> {
        after(wrong, trace.layers().get(l).b());
        oneByOne().ifPresent(end -> wrong.put(ONE_BY_ONE, end.get(l).b().before().toArray()));
      }
      case X, Y, W, B, J -> {}
    }
    factors(wrong, quantity.expected().toArray());
    return wrong;
  }

  private void withoutBias(Map<String, double[]> wrong, int l) {
    LayerTrace layer = trace.layers().get(l);
    double[] z = layer.z().toArray();
    if (!layer.spec().isDense()) {
      return;
    }
    for (int i = 0; i < z.length; i++) {
      z[i] -= layer.b().before().get(i % layer.b().before().columns());
    }
    wrong.put("no-bias", z);
  }

  private void deltas(Map<String, double[]> wrong, int l) {
    if (!trace.experiment().network().isDense()) {
      // Only products of matrices have these slips.
      return;
    }
    LayerTrace layer = trace.layers().get(l);
    if (l == trace.layers().size() - 1) {
      double[] raw = layer.delta().toArray();
      if (layer.spec().activation().kind().hasSlope() && !matches()) {
        wrong.put("no-derivative", over(layer, raw));
      }
      return;
    }
    LayerTrace next = trace.layers().get(l + 1);
    double[] passed = product(next.delta(), next.w().before());
    wrong.put("no-derivative", passed);
    wrong.put("derivative-of-a", slope(layer, layer.a().toArray(), passed));
    wrong.put(
        "sequential", slope(layer, layer.z().toArray(), product(next.delta(), next.w().after())));
  }

  private boolean matches() {
    return trace
        .experiment()
        .loss()
        .kind()
        .matches(trace.layers().getLast().spec().activation().kind());
  }

  /** ∂J/∂a where ∂J/∂z is known. */
  private static double[] over(LayerTrace layer, double[] delta) {
    double[] ones = new double[delta.length];
    Arrays.fill(ones, 1);
    double[] slopes = slope(layer, layer.z().toArray(), ones);
    for (int i = 0; i < delta.length; i++) {
      delta[i] = delta[i] / slopes[i];
    }
    return delta;
  }

  /** passed · f′(at), as the program that confuses z and a computes it too. */
  private static double[] slope(LayerTrace layer, double[] at, double[] passed) {
    int rows = layer.z().rows();
    int columns = layer.z().columns();
    double[] values = new double[at.length];
    Activation.apply(layer.spec().activation(), at, values, rows, columns);
    double[] delta = passed.clone();
    Activation.multiplyDerivative(layer.spec().activation(), at, values, delta, rows, columns);
    return delta;
  }

  /** delta · Wᵀ. */
  private static double[] product(MatrixView delta, MatrixView w) {
    double[] passed = new double[delta.rows() * w.rows()];
    for (int i = 0; i < delta.rows(); i++) {
      for (int r = 0; r < w.rows(); r++) {
        for (int c = 0; c < w.columns(); c++) {
          passed[i * w.rows() + r] += delta.get(i, c) * w.get(r, c);
        }
      }
    }
    return passed;
  }

  private void samples(Map<String, double[]> wrong, int l) {
    if (!trace.layers().get(l).spec().isDense()) {
      return;
    }
    MatrixView before = l == 0 ? trace.x() : trace.layers().get(l - 1).a();
    MatrixView delta = trace.layers().get(l).delta();
    wrong.put("first-sample", one(before, delta, 0));
    wrong.put("last-sample", one(before, delta, delta.rows() - 1));
  }

  private static double[] one(MatrixView before, MatrixView delta, int sample) {
    double[] gradient = new double[before.columns() * delta.columns()];
    for (int r = 0; r < before.columns(); r++) {
      for (int c = 0; c < delta.columns(); c++) {
        gradient[r * delta.columns() + c] = before.get(sample, r) * delta.get(sample, c);
      }
    }
    return gradient;
  }

  /** Every example changes the parameters before the next one is looked at: its layers then. */
  private Optional<List<LayerTrace>> oneByOne() {
    Experiment trained = trace.experiment();
    boolean plain =
        trained.optimizer() instanceof OptimizerSpec.Sgd
            && trace.x().rows() > 1
            && trained.network().layers().stream().noneMatch(LayerSpec::batchNorm);
    if (!plain) {
      return Optional.empty();
    }
    double[] start =
        trace.layers().stream()
            .flatMap(
                layer ->
                    layer.spec().bias() ? Stream.of(layer.w(), layer.b()) : Stream.of(layer.w()))
            .flatMapToDouble(parameters -> Arrays.stream(parameters.before().toArray()))
            .toArray();
    Trainer trainer =
        new Trainer(
            trained
                .withData(Dataset.of(rows(trace.x()), rows(trace.y())))
                .withBatch(new BatchSpec(1, new BatchSpec.Order.Fixed()))
                .withOptimizer(trained.optimizer().withRate(trace.rate()))
                .withSchedule(new ScheduleSpec.Constant())
                .withInit(new InitSpec.Given(MatrixView.of(1, start.length, start))));
    for (int i = 0; i < trace.x().rows(); i++) {
      if (!trainer.step()) {
        return Optional.empty();
      }
    }
    return Optional.of(trainer.preview().layers());
  }

  private static double[][] rows(MatrixView m) {
    double[][] rows = new double[m.rows()][m.columns()];
    for (int i = 0; i < m.size(); i++) {
      rows[i / m.columns()][i % m.columns()] = m.get(i);
    }
    return rows;
  }

  private static void after(Map<String, double[]> wrong, ParameterTrace parameters) {
    MatrixView before = parameters.before();
    double[] uphill = before.toArray();
    double[] noRate = before.toArray();
    for (int i = 0; i < uphill.length; i++) {
      uphill[i] += before.get(i) - parameters.after().get(i);
      noRate[i] -= parameters.gradient().get(i);
    }
    wrong.put("old-value", before.toArray());
    wrong.put("uphill", uphill);
    wrong.put("forgot-rate", noRate);
  }

  private void factors(Map<String, double[]> wrong, double[] right) {
    int m = trace.x().rows();
    Map<String, Double> factors = new LinkedHashMap<>();
    factors.put("wrong-sign", -1.0);
    factors.put("factor-2", 2.0);
    factors.put("half", 0.5);
    factors.put("sum-for-mean", (double) m);
    factors.put("mean-for-sum", 1.0 / m);
    factors.put("sign-and-factor-2", -2.0);
    factors.forEach(
        (id, factor) -> {
          if (factor != 1) {
            wrong.put(id, Arrays.stream(right).map(v -> v * factor).toArray());
          }
        });
  }

  /** The first whose every cell is the one that was given, within what its digits say. */
  Optional<String> explaining(ComparedQuantity quantity, GivenArray given) {
    MatrixView expected = quantity.expected();
    if (expected.rows() == given.columns() && expected.columns() == given.rows()) {
      GivenArray turned = given.transposed();
      if (expected.rows() == expected.columns() && fits(expected.toArray(), turned)) {
        return Optional.of("transposed");
      }
    }
    return of(quantity).entrySet().stream()
        .filter(wrong -> fits(wrong.getValue(), given))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean fits(double[] wrong, GivenArray given) {
    if (wrong.length != given.values().length) {
      return false;
    }
    for (int i = 0; i < wrong.length; i++) {
      if (!ProgramComparison.near(wrong[i], given.values()[i], given.slack()[i])) {
        return false;
      }
    }
    return true;
  }
}
