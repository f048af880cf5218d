package org.ladera.present.shared;

import java.util.Optional;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.text.Messages;

/** The limit of stability of a rule as a formula. */
public final class LimitWords {
  private LimitWords() {}

  /** With symbols between dollar signs; empty for rules that have none. */
  public static Optional<String> symbols(OptimizerSpec rule, Messages messages) {
    return key(rule).map(key -> messages.text("limit.formula." + key));
  }

  /** In TeX, without dollar signs. */
  public static Optional<String> tex(OptimizerSpec rule, Messages messages) {
    return key(rule).map(key -> messages.text("limit.tex." + key));
  }

  private static Optional<String> key(OptimizerSpec rule) {
    return switch (rule) {
      case OptimizerSpec.Sgd(double _, double decay) ->
          Optional.of(decay == 0 ? "gradient-descent" : "decay");
      case OptimizerSpec.Momentum _ -> Optional.of("momentum");
      case OptimizerSpec.AveragedMomentum _ -> Optional.of("averaged-momentum");
      case OptimizerSpec.Nesterov _ -> Optional.of("nesterov");
      case OptimizerSpec.SequentialSgd _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.Adam _,
          OptimizerSpec.AdamW _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _,
          OptimizerSpec.Slipped _ ->
          Optional.empty();
    };
  }
}
