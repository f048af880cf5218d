package org.ladera.present.loss;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * What the next step is put together from, over two parameters: what the memory of the rule brings
 * along, and what the present gradient adds. Both add up to the step.
 */
public record StepParts(double memoryU, double memoryV, double gradientU, double gradientV) {
  /** Empty for rules whose steps have one part only. */
  static Optional<StepParts> of(StepTrace next, ParameterRef u, ParameterRef v) {
    return share(next, u)
        .flatMap(
            first ->
                share(next, v)
                    .map(second -> new StepParts(first[0], second[0], first[1], second[1])));
  }

  /** Of one parameter: the part of the memory and that of the gradient. */
  private static Optional<double[]> share(StepTrace next, ParameterRef ref) {
    ParameterTrace parameter = next.layers().get(ref.layer() - 1).parameters(ref.kind());
    int row = ref.row() - 1;
    int column = ref.column() - 1;
    double step = parameter.after().get(row, column) - parameter.before().get(row, column);
    List<OptimizerMemory> memory = parameter.memory();
    double old = memory.isEmpty() ? 0 : memory.getFirst().before().get(row, column);
    double now = memory.isEmpty() ? 0 : memory.getFirst().after().get(row, column);
    return share(next.experiment().optimizer(), step, next.rate(), old, now);
  }

  private static Optional<double[]> share(
      OptimizerSpec rule, double step, double rate, double old, double now) {
    return switch (rule) {
      case OptimizerSpec.Momentum(double _, double gamma) -> both(step, -gamma * old);
      case OptimizerSpec.AveragedMomentum(double _, double beta) -> both(step, -rate * beta * old);
      case OptimizerSpec.Nesterov(double _, double gamma) ->
          both(step, -rate * gamma * gamma * old);
      case OptimizerSpec.Adam adam -> both(step, now == 0 ? 0 : step * adam.beta1() * old / now);
      case OptimizerSpec.AdamW adam -> both(step, now == 0 ? 0 : step * adam.beta1() * old / now);
      case OptimizerSpec.Slipped(OptimizerSpec right, var _) -> share(right, step, rate, old, now);
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _ ->
          Optional.empty();
    };
  }

  private static Optional<double[]> both(double step, double memory) {
    return Optional.of(new double[] {memory, step - memory});
  }
}
