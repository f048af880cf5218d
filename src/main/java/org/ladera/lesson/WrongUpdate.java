package org.ladera.lesson;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.MatrixView;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.session.RunFrame;

/** The next update of a run for one parameter, done again by the engine with something wrong. */
final class WrongUpdate {
  /** With more parameters than this, some other one's number would match by accident. */
  private static final int MOST_OTHERS = 12;

  private final StepTrace next;
  private final MatrixView parameters;
  private final ParameterRef ref;
  private final ParameterLayout layout;
  private final int index;

  WrongUpdate(RunFrame run, ParameterRef ref) {
    next = run.next();
    parameters = run.parameters();
    this.ref = ref;
    layout = new ParameterLayout(next.experiment().network());
    index = layout.indexOf(ref);
  }

  /** The parameter before the update. */
  double old() {
    return parameters.get(index);
  }

  /** The gradient when the loss is {@code scale} times what it should be. */
  double gradient(double scale) {
    return gradient(again(parameters, scale), ref);
  }

  /** The new value when the loss is {@code scale} times what it should be. */
  List<Double> updated(double scale) {
    // A rule with memory cannot be done again from the middle of a run.
    boolean memory =
        !(next.experiment().optimizer() instanceof OptimizerSpec.Sgd) && next.update() > 0;
    return memory ? List.of() : List.of(after(again(parameters, scale), ref));
  }

  /** The gradient at row and column exchanged, where the matrix has that element. */
  List<Double> transposed() {
    if (ref.kind() != ParameterRef.Kind.WEIGHT || ref.row() == ref.column()) {
      return List.of();
    }
    ParameterRef other = ParameterRef.weight(ref.layer(), ref.column(), ref.row());
    return layout.has(other) ? List.of(gradient(next, other)) : List.of();
  }

  /** Gradients, or new values, of the other parameters of the layer. */
  List<Double> others(boolean afterUpdate) {
    List<ParameterRef> all =
        IntStream.range(0, layout.count())
            .mapToObj(layout::refAt)
            .filter(r -> r.layer() == ref.layer() && !r.equals(ref) && plain(r))
            .toList();
    return all.size() > MOST_OTHERS
        ? List.of()
        : all.stream().map(r -> afterUpdate ? after(next, r) : gradient(next, r)).toList();
  }

  /** Gradients that see new values of parameters which should change at the same time. */
  List<Double> sequentialGradients() {
    List<Predicate<ParameterRef>> firsts =
        List.of(
            r -> r.layer() == ref.layer() && r.kind() != ref.kind(),
            r -> r.layer() > ref.layer(),
            r -> r.layer() < ref.layer());
    List<Double> gradients = new ArrayList<>();
    for (Predicate<ParameterRef> first : firsts) {
      double[] mixed = parameters.toArray();
      for (int i = 0; i < mixed.length; i++) {
        ParameterRef r = layout.refAt(i);
        mixed[i] = first.test(r) && plain(r) ? after(next, r) : mixed[i];
      }
      gradients.add(gradient(again(MatrixView.of(1, mixed.length, mixed), 1), ref));
    }
    return gradients;
  }

  /** The gradient rounded, and the gradient of rounded parameters, to two and three digits. */
  List<Double> roundedGradients() {
    List<Double> gradients = new ArrayList<>();
    for (int digits = 2; digits <= 3; digits++) {
      MathContext context = new MathContext(digits);
      gradients.add(rounded(gradient(next, ref), context));
      double[] theta = parameters.toArray();
      for (int i = 0; i < theta.length; i++) {
        theta[i] = rounded(theta[i], context);
      }
      gradients.add(gradient(again(MatrixView.of(1, theta.length, theta), 1), ref));
    }
    return gradients;
  }

  private static double rounded(double value, MathContext context) {
    return Double.isFinite(value) ? new BigDecimal(value).round(context).doubleValue() : value;
  }

  /**
   * Gradients when σ′(z) is forgotten on the way back: everywhere, in the last layer only, in the
   * hidden layers only.
   */
  List<Double> gradientsWithoutDerivative() {
    return List.of(backward(true, true), backward(true, false), backward(false, true));
  }

  /** Plain back-propagation through the recorded matrices, without some derivatives. */
  private double backward(boolean lastWithout, boolean hiddenWithout) {
    List<LayerTrace> layers = next.layers();
    LayerTrace last = layers.getLast();
    DMatrixRMaj delta = last.delta().toMatrix();
    if (lastWithout && next.experiment().loss().kind() == LossSpec.Kind.SQUARED) {
      CommonOps_DDRM.subtract(last.a().toMatrix(), next.y().toMatrix(), delta);
      CommonOps_DDRM.scale(2 * next.factor(), delta);
    }
    for (int l = layers.size() - 1; l > ref.layer() - 1; l--) {
      LayerTrace below = layers.get(l - 1);
      DMatrixRMaj incoming = new DMatrixRMaj(delta.numRows, below.w().columns());
      CommonOps_DDRM.multTransB(delta, layers.get(l).w().toMatrix(), incoming);
      if (!hiddenWithout) {
        multiplyByDerivative(below, layers.get(l), incoming);
      }
      delta = incoming;
    }
    MatrixView input = ref.layer() == 1 ? next.x() : layers.get(ref.layer() - 2).a();
    double sum = 0;
    for (int i = 0; i < delta.numRows; i++) {
      double a = ref.kind() == ParameterRef.Kind.WEIGHT ? input.get(i, ref.row() - 1) : 1;
      sum += a * delta.get(i, ref.column() - 1);
    }
    return sum;
  }

  /** σ′ as the trace has it: the layer's delta over what came back to it. */
  private static void multiplyByDerivative(
      LayerTrace layer, LayerTrace above, DMatrixRMaj incoming) {
    DMatrixRMaj came = new DMatrixRMaj(incoming.numRows, incoming.numCols);
    CommonOps_DDRM.multTransB(above.delta().toMatrix(), above.w().toMatrix(), came);
    for (int i = 0; i < came.getNumElements(); i++) {
      double factor = came.get(i) == 0 ? 0 : layer.delta().get(i) / came.get(i);
      incoming.set(i, incoming.get(i) * factor);
    }
  }

  /** This batch again, from {@code theta}, with the loss times {@code scale}. */
  private StepTrace again(MatrixView theta, double scale) {
    Experiment e = next.experiment();
    Dataset all = e.data();
    Dataset batch =
        new Dataset(
            all.inputs(),
            all.targets(),
            next.x(),
            next.y(),
            all.inputScaling(),
            all.targetScaling());
    Experiment changed =
        e.withData(batch)
            .withBatch(BatchSpec.FULL)
            .withLoss(e.loss().withFactor(Factor.fixed(scale * next.factor())))
            .withOptimizer(e.optimizer().withRate(next.rate()))
            .withSchedule(ScheduleSpec.CONSTANT)
            .withInit(new InitSpec.Given(theta));
    return new Trainer(changed).preview();
  }

  private static boolean plain(ParameterRef r) {
    return r.kind() == ParameterRef.Kind.WEIGHT || r.kind() == ParameterRef.Kind.BIAS;
  }

  private static double gradient(StepTrace trace, ParameterRef r) {
    LayerTrace layer = trace.layers().get(r.layer() - 1);
    return switch (r.kind()) {
      case WEIGHT -> layer.gradientW().get(r.row() - 1, r.column() - 1);
      case BIAS -> layer.gradientB().get(r.column() - 1);
      case GAMMA -> layer.batchNorm().orElseThrow().gradientGamma().get(r.column() - 1);
      case BETA -> layer.batchNorm().orElseThrow().gradientBeta().get(r.column() - 1);
    };
  }

  private static double after(StepTrace trace, ParameterRef r) {
    LayerTrace layer = trace.layers().get(r.layer() - 1);
    return switch (r.kind()) {
      case WEIGHT -> layer.wAfter().get(r.row() - 1, r.column() - 1);
      case BIAS -> layer.bAfter().get(r.column() - 1);
      case GAMMA -> layer.batchNorm().orElseThrow().gammaAfter().get(r.column() - 1);
      case BETA -> layer.batchNorm().orElseThrow().betaAfter().get(r.column() - 1);
    };
  }
}
