package org.ladera.explain;

import static org.ladera.explain.Expression.apply;
import static org.ladera.explain.Expression.minus;
import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.over;
import static org.ladera.explain.Expression.product;
import static org.ladera.explain.Expression.squared;
import static org.ladera.explain.Expression.sum;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Kind;

/** Deltas, from the loss backwards (S0.22 to S0.24, S1.15, S2.17). */
final class Deltas extends Terms {
  Deltas(Values values) {
    super(values);
  }

  Expression of(Quantity q) {
    boolean normalised = values.layer(q.layer()).batchNorm().isPresent();
    return q.kind() == Kind.DELTA && normalised ? throughNormalisation(q) : beforeActivation(q);
  }

  /** ∂J/∂u, u being what enters the activation. */
  private Expression beforeActivation(Quantity q) {
    boolean last = q.layer() == values.layers();
    if (last && values.matched()) {
      Expression a = output(q.layer(), q.row(), q.column());
      return withFactor(minus(shares(q, a), operand(Kind.Y, 0, q.row(), q.column())));
    }
    ActivationSpec f = values.activation(q.layer());
    if (f.kind().isLayerWide()) {
      return throughSoftmax(q);
    }
    List<Expression> factors = new ArrayList<>();
    factors.add(incoming(q, q.column()));
    if (f.kind().hasSlope() && !values.layer(q.layer()).spec().kind().isPlain()) {
      factors.add(slope(q, f));
    }
    return factors.size() == 1 ? factors.getFirst() : new Expression.Product(factors);
  }

  /** The output; where the targets of softmax do not add up to 1, that many times. */
  private Expression shares(Quantity q, Expression a) {
    if (values.trace().experiment().loss().kind() != LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY) {
      return a;
    }
    List<Expression> targets = new ArrayList<>();
    double mass = 0;
    for (int k = 1; k <= values.network().outputs(); k++) {
      targets.add(operand(Kind.Y, 0, q.row(), k));
      mass += values.trace().y().get(q.row() - 1, k - 1);
    }
    return mass == 1 ? a : product(a, new Expression.Sum(targets));
  }

  /** ∂J/∂f of one unit: what comes back from the layer after, or from the loss; with dropout. */
  private Expression incoming(Quantity q, int unit) {
    Expression back =
        q.layer() == values.layers()
            ? fromLoss(q, unit)
            : new LayerArithmetic(values).fromNext(q, unit);
    if (values.layer(q.layer()).mask().isEmpty()) {
      return back;
    }
    Expression mask = operand(Kind.MASK, q.layer(), q.row(), unit);
    double p = values.layer(q.layer()).spec().dropout();
    return over(product(back, mask), minus(number(1), constant("p", p)));
  }

  private Expression fromLoss(Quantity q, int output) {
    Expression a = output(q.layer(), q.row(), output);
    Expression y = operand(Kind.Y, 0, q.row(), output);
    Expression error = minus(a, y);
    return switch (values.trace().experiment().loss().kind()) {
      case SQUARED -> withFactor(product(number(2), error));
      case ROOT_SQUARED ->
          over(withFactor(error), operand(new Quantity(Kind.LOSS, q.update(), 0, 0, 0)));
      case ABSOLUTE -> withFactor(apply(Function.SIGN, error));
      case HUBER -> withFactor(huber(q, output, error));
      case SQUARED_LOG ->
          over(
              withFactor(
                  product(
                      number(2),
                      minus(apply(Function.LN_ONE_PLUS, a), apply(Function.LN_ONE_PLUS, y)))),
              sum(number(1), a));
      case BINARY_CROSS_ENTROPY -> withFactor(binary(q, output, a, y));
      case CATEGORICAL_CROSS_ENTROPY -> minus(number(0), withFactor(over(y, a)));
      case NEGATIVE_LOG_LIKELIHOOD -> minus(number(0), withFactor(y));
      case OUTPUT -> withFactor(number(1));
    };
  }

  /** (a − y)/(a(1 − a)); at a = 0 or 1 only the part that is not 0/0. */
  private Expression binary(Quantity q, int output, Expression a, Expression y) {
    double p = values.outputOf(q.row(), output);
    return p == 1
        ? minus(number(0), over(y, a))
        : p == 0
            ? over(minus(number(1), y), minus(number(1), a))
            : over(minus(a, y), product(a, minus(number(1), a)));
  }

  private Expression huber(Quantity q, int output, Expression error) {
    double e =
        values.of(q.at(Kind.A, q.layer(), q.row(), output))
            - values.of(q.at(Kind.Y, 0, q.row(), output));
    return Math.abs(e) <= 1 ? error : apply(Function.SIGN, error);
  }

  /** f′(u), from the activation itself where the formula of the courses does so. */
  private Expression slope(Quantity q, ActivationSpec f) {
    Quantity input = q.with(values.input(q.layer()));
    Expression u = operand(input);
    boolean positive = values.of(input) > 0;
    boolean dropped = values.layer(q.layer()).mask().isPresent();
    Expression a = dropped ? new Forward(values).function(q.with(Kind.A)) : operand(q.with(Kind.A));
    return switch (f.kind()) {
      case IDENTITY -> number(1);
      case STEP -> number(0);
      case SIGMOID -> product(a, minus(number(1), a));
      case TANH -> minus(number(1), squared(a));
      case RELU -> apply(Function.IS_POSITIVE, u);
      case LEAKY_RELU -> positive ? number(1) : constant("alpha", f.parameter());
      case ELU ->
          positive ? number(1) : product(constant("alpha", f.parameter()), apply(Function.EXP, u));
      case SOFTPLUS -> apply(Function.SIGMOID, u);
      case SOFTMAX -> throw new IllegalStateException("the softmax has a Jacobian, not a slope");
    };
  }

  /** Σₖ ∂J/∂aₖ · aₖ(1[k = j] − aⱼ). */
  private Expression throughSoftmax(Quantity q) {
    List<Expression> terms = new ArrayList<>();
    Forward forward = new Forward(values);
    Expression own = forward.function(q.with(Kind.A));
    for (int k = 1; k <= values.layer(q.layer()).spec().units(); k++) {
      Expression other = forward.function(q.at(Kind.A, q.layer(), q.row(), k));
      terms.add(product(incoming(q, k), other, minus(number(k == q.column() ? 1 : 0), own)));
    }
    return new Expression.Sum(terms);
  }

  /** Ioffe and Szegedy 2015, the gradients after algorithm 1, gathered. */
  private Expression throughNormalisation(Quantity q) {
    int m = values.samples();
    List<Expression> deltas = new ArrayList<>();
    List<Expression> weighted = new ArrayList<>();
    for (int i = 1; i <= m; i++) {
      Expression d = operand(Kind.NORM_DELTA, q.layer(), i, q.column());
      deltas.add(d);
      weighted.add(product(d, operand(Kind.NORMALISED, q.layer(), i, q.column())));
    }
    Expression inside =
        minus(
            minus(product(number(m), operand(q.with(Kind.NORM_DELTA))), new Expression.Sum(deltas)),
            product(operand(q.with(Kind.NORMALISED)), new Expression.Sum(weighted)));
    return over(
        product(operand(q.at(Kind.GAMMA, q.layer(), 1, q.column())), inside),
        product(number(m), new Forward(values).deviation(q)));
  }
}
