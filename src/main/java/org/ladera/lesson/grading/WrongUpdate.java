package org.ladera.lesson.grading;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.ParameterReading;

/** The next update of a run for one parameter, done again with something wrong. */
final class WrongUpdate {
  /** With more parameters than this, some other one's number would match by accident. */
  static final int MOST_OTHERS = 12;

  private final StepTrace next;
  private final Rerun rerun;
  private final HandBackward byHand;
  private final ParameterRef ref;
  private final ParameterLayout layout;

  WrongUpdate(RunFrame run, ParameterRef ref) {
    next = run.next();
    rerun = Rerun.of(run);
    byHand = new HandBackward(next);
    this.ref = ref;
    layout = new ParameterLayout(next.experiment().network());
  }

  /** The parameter before the update. */
  double old() {
    return rerun.parameters().get(layout.indexOf(ref));
  }

  /** The gradient when the loss is {@code scale} times what it should be. */
  double gradient(double scale) {
    return ParameterReading.gradient(rerun.scaled(scale), ref);
  }

  /** The new value when the loss is {@code scale} times what it should be. */
  List<Double> updated(double scale) {
    // A rule with memory cannot be done again from the middle of a run.
    boolean memory =
        !(next.experiment().optimizer() instanceof OptimizerSpec.Sgd) && next.update() > 0;
    return memory ? List.of() : List.of(ParameterReading.newValue(rerun.scaled(scale), ref));
  }

  /**
   * The gradient at row and column exchanged, and gradients whose deltas came through W, not Wᵀ.
   */
  List<Double> transposedGradients() {
    return Stream.concat(
            exchanged().stream(), byHand.gradients(ref, HandBackward.Slip.TRANSPOSED).stream())
        .toList();
  }

  private List<Double> exchanged() {
    if (ref.kind() != ParameterRef.Kind.WEIGHT || ref.row() == ref.column()) {
      return List.of();
    }
    ParameterRef other = ParameterRef.weight(ref.layer(), ref.column(), ref.row());
    return layout.has(other) ? List.of(ParameterReading.gradient(next, other)) : List.of();
  }

  /** Gradients, or new values, of the other parameters of the layer. */
  List<Double> others(boolean afterUpdate) {
    return others(next, ref).stream()
        .map(
            r ->
                afterUpdate
                    ? ParameterReading.newValue(next, r)
                    : ParameterReading.gradient(next, r))
        .toList();
  }

  /** The other weights and biases of the layer, where they are few. */
  static List<ParameterRef> others(StepTrace next, ParameterRef ref) {
    ParameterLayout layout = new ParameterLayout(next.experiment().network());
    List<ParameterRef> all =
        IntStream.range(0, layout.count())
            .mapToObj(layout::refAt)
            .filter(r -> r.layer() == ref.layer() && !r.equals(ref) && Rerun.isPlain(r))
            .toList();
    return all.size() > MOST_OTHERS ? List.of() : all;
  }

  /**
   * Gradients that see new values of parameters which should change at the same time: on the way
   * back only, or all over again.
   */
  List<Double> sequentialGradients() {
    return Stream.concat(
            byHand.gradients(ref, HandBackward.Slip.NEW_WEIGHTS).stream(),
            rerun.sequential(ref.layer(), r -> r.kind() != ref.kind()).stream()
                .map(trace -> ParameterReading.gradient(trace, ref)))
        .toList();
  }

  /** Gradients of single examples, where the batch has several. */
  List<Double> shares() {
    int examples = next.rows().size();
    return examples > MOST_OTHERS || !Rerun.isPlain(ref) ? List.of() : byHand.shares(ref);
  }

  /** The gradient rounded, and the gradient of rounded parameters, to two and three digits. */
  List<Double> roundedGradients() {
    double right = ParameterReading.gradient(next, ref);
    return IntStream.rangeClosed(2, 3)
        .boxed()
        .flatMap(
            digits ->
                Stream.of(
                    Rerun.rounding(digits).applyAsDouble(right),
                    ParameterReading.gradient(rerun.rounded(digits), ref)))
        .toList();
  }

  /** Gradients when σ′(z) is forgotten on the way back, in one layer or in several. */
  List<Double> gradientsWithoutDerivative() {
    return byHand.gradients(ref, HandBackward.Slip.NO_DERIVATIVE);
  }
}
