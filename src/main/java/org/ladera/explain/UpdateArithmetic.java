package org.ladera.explain;

import static org.ladera.engine.spec.ParameterRef.Kind.BIAS;
import static org.ladera.engine.spec.ParameterRef.Kind.WEIGHT;
import static org.ladera.explain.Expression.apply;
import static org.ladera.explain.Expression.minus;
import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.over;
import static org.ladera.explain.Expression.product;
import static org.ladera.explain.Expression.squared;
import static org.ladera.explain.Expression.sum;

import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Role;

/** New parameters and the optimizer's memory (the formulas of {@link OptimizerSpec}). */
final class UpdateArithmetic extends Terms {
  UpdateArithmetic(Values values) {
    super(values);
  }

  private OptimizerSpec optimizer() {
    return values.trace().experiment().optimizer();
  }

  private Expression rate() {
    return constant("eta", values.trace().rate());
  }

  /** The parameter after the update. */
  Expression parameter(Quantity q) {
    Expression w = operand(q.with(q.kind().before()));
    Expression g = operand(q.with(q.kind().as(Role.GRADIENT)));
    if (!values.trace().experiment().network().layers().get(q.layer() - 1).trainable()) {
      return w;
    }
    boolean remembers = q.kind().isOf(WEIGHT) || q.kind().isOf(BIAS);
    return switch (optimizer()) {
      case OptimizerSpec.Sgd sgd -> minus(w, product(rate(), decayed(g, w, sgd.weightDecay())));
      // Its gradients are those of parameters half-way through the update; no trace holds them.
      case OptimizerSpec.SequentialSgd sequential -> operand(q);
      // Whether the neighbour was lower is no formula.
      case OptimizerSpec.LocalSearch search -> operand(q);
      // A pseudo-inverse is no formula of single numbers.
      case OptimizerSpec.ClosedForm closed -> operand(q);
      case OptimizerSpec.Slipped(OptimizerSpec.Sgd sgd, var slip) ->
          switch (slip) {
            case ASCENT -> sum(w, product(rate(), decayed(g, w, sgd.weightDecay())));
            case LOST_FACTOR ->
                minus(w, product(number(0.5), rate(), decayed(g, w, sgd.weightDecay())));
            case LAST_EXAMPLE_ONLY, SLOPE_AT_A ->
                minus(w, product(rate(), decayed(g, w, sgd.weightDecay())));
            case UNNORMALISED_MEAN, NO_HAT, NO_CORRECTION -> operand(q);
          };
      case OptimizerSpec other when !remembers -> operand(q);
      case OptimizerSpec.Momentum momentum -> minus(w, after(q, "v"));
      case OptimizerSpec.AveragedMomentum momentum -> minus(w, product(rate(), after(q, "v")));
      case OptimizerSpec.Nesterov nesterov ->
          minus(
              w,
              product(rate(), sum(g, product(constant("gamma", nesterov.gamma()), after(q, "v")))));
      case OptimizerSpec.AdaGrad adaGrad -> minus(w, scaled(g, after(q, "G"), adaGrad.epsilon()));
      case OptimizerSpec.AdaDelta adaDelta -> minus(w, product(rate(), change(q, g, adaDelta)));
      case OptimizerSpec.RmsProp rmsProp -> minus(w, scaled(g, after(q, "v"), rmsProp.epsilon()));
      case OptimizerSpec.Adam adam ->
          minus(w, adamStep(q, adam.beta1(), adam.beta2(), adam.epsilon()));
      case OptimizerSpec.Slipped(OptimizerSpec.Adam adam, var slip) ->
          minus(w, slippedStep(q, adam, slip));
      case OptimizerSpec.Slipped slipped -> operand(q);
      case OptimizerSpec.AdamW adam ->
          minus(
              minus(w, product(rate(), constant("lambda", adam.weightDecay()), w)),
              adamStep(q, adam.beta1(), adam.beta2(), adam.epsilon()));
    };
  }

  /** The memory after the update. */
  Expression memory(Quantity q) {
    Expression w = operand(q.with(q.kind().as(Role.PARAMETER)));
    Expression g = operand(q.with(q.kind().as(Role.GRADIENT)));
    Expression old = operand(q.withMemory(q.kind().as(Role.MEMORY), q.memory()));
    return memory(q, optimizer(), w, g, old);
  }

  private Expression memory(
      Quantity q, OptimizerSpec rule, Expression w, Expression g, Expression old) {
    return switch (rule) {
      case OptimizerSpec.Sgd sgd -> operand(q);
      case OptimizerSpec.SequentialSgd sequential -> operand(q);
      case OptimizerSpec.LocalSearch search -> operand(q);
      case OptimizerSpec.ClosedForm closed -> operand(q);
      case OptimizerSpec.Slipped(OptimizerSpec right, var _) -> memory(q, right, w, g, old);
      case OptimizerSpec.Momentum m ->
          sum(product(constant("gamma", m.gamma()), old), product(rate(), g));
      case OptimizerSpec.AveragedMomentum m -> average("beta", m.beta(), old, g);
      case OptimizerSpec.Nesterov n -> sum(product(constant("gamma", n.gamma()), old), g);
      case OptimizerSpec.AdaGrad a -> sum(old, squared(g));
      case OptimizerSpec.AdaDelta a ->
          average("rho", a.rho(), old, squared(q.memory().equals("E") ? g : change(q, g, a)));
      case OptimizerSpec.RmsProp r -> average("beta", r.beta(), old, squared(g));
      case OptimizerSpec.Adam a ->
          moment(q, old, decayed(g, w, a.weightDecay()), a.beta1(), a.beta2());
      case OptimizerSpec.AdamW a -> moment(q, old, g, a.beta1(), a.beta2());
    };
  }

  private static Expression moment(
      Quantity q, Expression old, Expression g, double beta1, double beta2) {
    return q.memory().equals("m")
        ? average("beta1", beta1, old, g)
        : average("beta2", beta2, old, squared(g));
  }

  private static Expression average(String symbol, double beta, Expression old, Expression fresh) {
    Expression share = constant(symbol, beta);
    return sum(product(share, old), product(minus(number(1), share), fresh));
  }

  private static Expression decayed(Expression g, Expression w, double decay) {
    return decay == 0 ? g : sum(g, product(constant("lambda", decay), w));
  }

  /** η g / (√memory + ε). */
  private Expression scaled(Expression g, Expression memory, double epsilon) {
    return over(
        product(rate(), g), sum(apply(Function.ROOT, memory), constant("epsilon", epsilon)));
  }

  /** √(D + ε) / √(E′ + ε) · g. */
  private Expression change(Quantity q, Expression g, OptimizerSpec.AdaDelta adaDelta) {
    Expression epsilon = constant("epsilon", adaDelta.epsilon());
    // E is c² times as large where J is c times as large, and so is the ε beside it.
    double c = values.scale();
    Expression scaled = c == 1 ? epsilon : product(number(c * c), epsilon);
    Expression d = operand(q.withMemory(q.kind().as(Role.MEMORY), "D"));
    Expression e = after(q, "E");
    return product(
        over(apply(Function.ROOT, sum(d, epsilon)), apply(Function.ROOT, sum(e, scaled))), g);
  }

  private Expression adamStep(Quantity q, double beta1, double beta2, double epsilon) {
    double t = values.trace().update() + 1;
    Expression m = over(after(q, "m"), biasCorrection("beta1", beta1, t));
    Expression v = over(after(q, "v"), biasCorrection("beta2", beta2, t));
    return over(product(rate(), m), sum(apply(Function.ROOT, v), constant("epsilon", epsilon)));
  }

  private Expression slippedStep(Quantity q, OptimizerSpec.Adam adam, OptimizerSpec.Slip slip) {
    double t = values.trace().update() + 1;
    Expression v = after(q, "v");
    Expression second =
        slip == OptimizerSpec.Slip.NO_HAT ? over(v, biasCorrection("beta2", adam.beta2(), t)) : v;
    return over(
        product(rate(), after(q, "m")),
        sum(apply(Function.ROOT, second), constant("epsilon", adam.epsilon())));
  }

  private static Expression biasCorrection(String symbol, double beta, double t) {
    return minus(number(1), new Expression.Power(constant(symbol, beta), t));
  }

  private Expression after(Quantity q, String memory) {
    return operand(q.withMemory(q.kind().as(Role.CHANGED_MEMORY), memory));
  }
}
