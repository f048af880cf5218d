package org.ladera.engine.train;

import java.util.List;
import org.ladera.engine.kernel.Exponential;
import org.ladera.engine.kernel.Halves;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.spec.OptimizerSpec;

/**
 * An update rule with its memory, for networks and for plain functions alike. {@link
 * OptimizerSpec.SequentialSgd} is the plain rule, to be called for one parameter at a time.
 */
public final class Optimizer {
  /** From so many parameters on, two threads are faster than one. */
  private static final int WORTH_SHARING = 30_000;

  /** An update rule with its constants in place. */
  private interface Rule {
    void update(double[] w, double[] g, int from, int to, double rate);
  }

  private OptimizerSpec spec;
  private Rule rule;
  private final List<String> names;
  private final double[][] memory;
  private long steps;
  private final PairExecutor pair;
  private final Halves halves;

  /** The parameters, the gradient and the rate of the update that is being done. */
  private double[] moved = {};

  private double[] slopes = {};
  private double rate;

  /** A rule with an empty memory for {@code count} parameters. */
  public Optimizer(OptimizerSpec spec, int count) {
    this(spec, count, PairExecutor.ALONE);
  }

  /**
   * A rule with an empty memory for {@code count} parameters.
   *
   * @param pair who does the two halves of the parameters when there are many
   */
  public Optimizer(OptimizerSpec spec, int count, PairExecutor pair) {
    this.pair = pair;
    halves = new Halves(pair, (_, from, to) -> rule.update(moved, slopes, from, to, rate));
    this.spec = spec;
    names = names(spec);
    memory = new double[names.size()][count];
    rule = rule(spec);
  }

  private static List<String> names(OptimizerSpec spec) {
    return switch (spec) {
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _ ->
          List.of();
      case OptimizerSpec.Slipped(var right, var _) -> names(right);
      case OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.Nesterov _,
          OptimizerSpec.RmsProp _ ->
          List.of("v");
      case OptimizerSpec.AdaGrad _ -> List.of("G");
      case OptimizerSpec.AdaDelta _ -> List.of("E", "D");
      case OptimizerSpec.Adam _, OptimizerSpec.AdamW _ -> List.of("m", "v");
    };
  }

  public OptimizerSpec spec() {
    return spec;
  }

  /** The names of the memories as in the formulas: v, G, E, D, m. */
  public List<String> names() {
    return names;
  }

  /** One memory, one number per parameter: the array itself, not to be modified. */
  public double[] memory(int index) {
    return memory[index];
  }

  /** Updates done with this memory. */
  public long steps() {
    return steps;
  }

  /** Goes on with other constants; the memory is kept if the rule is the same. */
  Optimizer with(OptimizerSpec other, int count) {
    if (!other.getClass().equals(spec.getClass()) || !names(other).equals(names)) {
      return new Optimizer(other, count, pair);
    }
    spec = other;
    rule = rule(other);
    return this;
  }

  void restore(long stepsDone, double[] from, int offset) {
    steps = stepsDone;
    int at = offset;
    for (double[] part : memory) {
      System.arraycopy(from, at, part, 0, part.length);
      at += part.length;
    }
  }

  void copyTo(double[] into, int offset) {
    int at = offset;
    for (double[] part : memory) {
      System.arraycopy(part, 0, into, at, part.length);
      at += part.length;
    }
  }

  int memorySize() {
    return memory.length == 0 ? 0 : memory.length * memory[0].length;
  }

  /** Whether no memory can outgrow the gradients that feed it by more than a modest factor. */
  boolean isContracting() {
    double[] values = spec.constants();
    for (int i = 0; i < values.length; i++) {
      boolean contracts =
          switch (spec.rule().constants().get(i).range()) {
            case SHARE -> values[i] >= 0 && values[i] <= 0.999999;
            case POSITIVE -> values[i] >= 1e-100;
            case NOT_NEGATIVE, COUNT, SEED, ANY -> true;
          };
      if (!contracts) {
        return false;
      }
    }
    return true;
  }

  /**
   * One update of parameters {@code from} … {@code to} − 1.
   *
   * @param theta parameters, modified
   * @param g gradient, not modified
   * @param rate η of this update
   */
  public void update(double[] theta, double[] g, int from, int to, double rate) {
    steps++;
    rule.update(theta, g, from, to, rate);
  }

  /**
   * One update of all parameters.
   *
   * @param theta parameters, modified
   * @param g gradient, not modified
   * @param rate η of this update
   */
  public void update(double[] theta, double[] g, double rate) {
    steps++;
    moved = theta;
    slopes = g;
    this.rate = rate;
    halves.run(theta.length < WORTH_SHARING ? 0 : theta.length / 2, theta.length);
  }

  /** Chosen once: a switch over patterns would allocate at every update. */
  private Rule rule(OptimizerSpec of) {
    return switch (of) {
      case OptimizerSpec.Sgd(double _, double decay) ->
          (w, g, from, to, rate) -> UpdateRule.sgd(w, g, from, to, rate, decay);
      case OptimizerSpec.LocalSearch _ ->
          (w, g, from, to, rate) -> {
            throw new IllegalStateException("a search follows no gradient");
          };
      case OptimizerSpec.ClosedForm _ ->
          (w, g, from, to, rate) -> {
            throw new IllegalStateException("a closed form follows no gradient");
          };
      case OptimizerSpec.Slipped(OptimizerSpec.Sgd sgd, var slip) -> {
        double times = times(slip);
        yield (w, g, from, to, rate) ->
            UpdateRule.sgd(w, g, from, to, times * rate, sgd.weightDecay());
      }
      case OptimizerSpec.Slipped(OptimizerSpec.Adam o, var slip) -> slipped(o, slip);
      case OptimizerSpec.Slipped(var right, var _) -> rule(right);
      case OptimizerSpec.SequentialSgd _ ->
          (w, g, from, to, rate) -> UpdateRule.sgd(w, g, from, to, rate, 0);
      case OptimizerSpec.Momentum(double _, double gamma) ->
          (w, g, from, to, rate) -> UpdateRule.momentum(w, g, memory[0], from, to, rate, gamma);
      case OptimizerSpec.AveragedMomentum(double _, double beta) ->
          (w, g, from, to, rate) ->
              UpdateRule.averagedMomentum(w, g, memory[0], from, to, rate, beta);
      case OptimizerSpec.Nesterov(double _, double gamma) ->
          (w, g, from, to, rate) -> UpdateRule.nesterov(w, g, memory[0], from, to, rate, gamma);
      case OptimizerSpec.AdaGrad(double _, double epsilon) ->
          (w, g, from, to, rate) -> UpdateRule.adaGrad(w, g, memory[0], from, to, rate, epsilon);
      case OptimizerSpec.AdaDelta(double _, double rho, double epsilon) ->
          (w, g, from, to, rate) ->
              UpdateRule.adaDelta(w, g, memory[0], memory[1], from, to, rate, rho, epsilon);
      case OptimizerSpec.RmsProp(double _, double beta, double epsilon) ->
          (w, g, from, to, rate) ->
              UpdateRule.rmsProp(w, g, memory[0], from, to, rate, beta, epsilon);
      case OptimizerSpec.Adam o ->
          (w, g, from, to, rate) ->
              adam(w, g, from, to, rate, o.beta1(), o.beta2(), o.epsilon(), o.weightDecay());
      case OptimizerSpec.AdamW o ->
          (w, g, from, to, rate) -> {
            UpdateRule.shrink(w, from, to, 1 - rate * o.weightDecay());
            adam(w, g, from, to, rate, o.beta1(), o.beta2(), o.epsilon(), 0);
          };
    };
  }

  /** What a slip makes of the rate. */
  private static double times(OptimizerSpec.Slip slip) {
    return switch (slip) {
      case ASCENT -> -1;
      case LOST_FACTOR -> 0.5;
      case NO_HAT, NO_CORRECTION, LAST_EXAMPLE_ONLY, SLOPE_AT_A, UNNORMALISED_MEAN -> 1;
    };
  }

  private Rule slipped(OptimizerSpec.Adam o, OptimizerSpec.Slip slip) {
    return (w, g, from, to, rate) -> {
      boolean second = slip == OptimizerSpec.Slip.NO_HAT;
      double unbias2 = second ? 1 / (1 - Exponential.power(o.beta2(), steps)) : 1;
      UpdateRule.adam(
          w,
          g,
          memory[0],
          memory[1],
          from,
          to,
          rate,
          o.beta1(),
          o.beta2(),
          o.epsilon(),
          o.weightDecay(),
          1,
          unbias2);
    };
  }

  private void adam(
      double[] w,
      double[] g,
      int from,
      int to,
      double rate,
      double beta1,
      double beta2,
      double epsilon,
      double decay) {
    double unbias1 = 1 / (1 - Exponential.power(beta1, steps));
    double unbias2 = 1 / (1 - Exponential.power(beta2, steps));
    UpdateRule.adam(
        w, g, memory[0], memory[1], from, to, rate, beta1, beta2, epsilon, decay, unbias1, unbias2);
  }
}
