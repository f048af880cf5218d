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
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.RegularisationSpec.Penalty;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Kind;

/** The loss of a batch and the penalty of its weights (S0.17, S1.24, S1.26, S2.16). */
final class LossArithmetic extends Terms {
  LossArithmetic(Values values) {
    super(values);
  }

  Expression total(Quantity q) {
    return sum(operand(q.with(Kind.LOSS)), operand(q.with(Kind.PENALTY)));
  }

  Expression loss(Quantity q) {
    List<Expression> terms = new ArrayList<>();
    for (int i = 1; i <= values.samples(); i++) {
      if (values.matched()
          && values.trace().experiment().loss().kind() == LossSpec.Kind.CATEGORICAL_CROSS_ENTROPY) {
        terms.addAll(fromLogits(q, i));
      } else {
        for (int o = 1; o <= values.network().outputs(); o++) {
          terms.add(term(i, o));
        }
      }
    }
    Expression total = withFactor(new Expression.Sum(terms));
    return values.trace().experiment().loss().kind() == LossSpec.Kind.ROOT_SQUARED
        ? apply(Function.ROOT, total)
        : total;
  }

  private Expression term(int sample, int output) {
    Expression a = output(values.layers(), sample, output);
    Expression y = operand(Kind.Y, 0, sample, output);
    Expression error = minus(a, y);
    return switch (values.trace().experiment().loss().kind()) {
      case SQUARED, ROOT_SQUARED -> squared(error);
      case ABSOLUTE -> apply(Function.ABSOLUTE, error);
      case HUBER -> huber(error, sample, output);
      case SQUARED_LOG ->
          squared(minus(apply(Function.LN_ONE_PLUS, a), apply(Function.LN_ONE_PLUS, y)));
      case BINARY_CROSS_ENTROPY ->
          values.matched() ? binaryFromLogit(sample, output, y) : binary(sample, output, a, y);
      case CATEGORICAL_CROSS_ENTROPY -> minus(number(0), product(y, apply(Function.LN, a)));
      case NEGATIVE_LOG_LIKELIHOOD -> minus(number(0), product(y, a));
      case OUTPUT -> a;
    };
  }

  private Expression huber(Expression error, int sample, int output) {
    double size =
        Math.abs(values.outputOf(sample, output) - values.trace().y().get(sample - 1, output - 1));
    return size <= 1
        ? over(squared(error), number(2))
        : minus(apply(Function.ABSOLUTE, error), number(0.5));
  }

  private Expression binary(int sample, int output, Expression a, Expression y) {
    double target = values.trace().y().get(sample - 1, output - 1);
    Expression isClass = product(y, apply(Function.LN, a));
    Expression isNot = product(minus(number(1), y), apply(Function.LN, minus(number(1), a)));
    // Nothing times the logarithm of 0 counts as nothing, as in the engine.
    double p = values.outputOf(sample, output);
    return minus(
        number(0),
        p == 1 && target == 1 ? isClass : p == 0 && target == 0 ? isNot : sum(isClass, isNot));
  }

  /** softplus(z) − y z: the same as −(y ln a + (1 − y) ln(1 − a)), and never infinite. */
  private Expression binaryFromLogit(int sample, int output, Expression y) {
    Expression z = operand(values.input(values.layers()), values.layers(), sample, output);
    return minus(Forward.softplus(z), product(y, z));
  }

  /** Σ y (ln Σ e^z − z), with the largest z taken out of the exponentials (S2.19). */
  private List<Expression> fromLogits(Quantity q, int sample) {
    Quantity here = q.at(Kind.A, values.layers(), sample, 1);
    Forward forward = new Forward(values);
    Expression logSum =
        sum(
            forward.largest(here),
            apply(Function.LN, new Expression.Sum(forward.exponentials(here))));
    List<Expression> terms = new ArrayList<>();
    for (int o = 1; o <= values.network().outputs(); o++) {
      Expression z = operand(values.input(values.layers()), values.layers(), sample, o);
      terms.add(product(operand(Kind.Y, 0, sample, o), minus(logSum, z)));
    }
    return terms;
  }

  Expression penalty() {
    var regularisation = values.trace().experiment().regularisation();
    List<Expression> weights = new ArrayList<>();
    for (LayerTrace layer : values.trace().layers()) {
      for (int r = 1; r <= layer.w().before().rows(); r++) {
        for (int c = 1; c <= layer.w().before().columns(); c++) {
          weights.add(operand(Kind.W, layer.index(), r, c));
        }
      }
    }
    List<Expression> parts = new ArrayList<>();
    for (Penalty penalty : regularisation.penalties()) {
      List<Expression> sizes =
          weights.stream()
              .map(
                  w ->
                      switch (penalty) {
                        case L1 -> apply(Function.ABSOLUTE, w);
                        case L2 -> squared(w);
                      })
              .toList();
      Expression strength = constant(penalty.id(), regularisation.strength(penalty));
      parts.add(product(strength, new Expression.Sum(sizes)));
    }
    return parts.isEmpty() ? number(0) : new Expression.Sum(parts);
  }
}
