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
import org.ladera.engine.spec.LayerSpec;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Kind;

/** Net inputs, normalisation and activations (S0.13, S0.15, S0.20, S0.21). */
final class Forward extends Terms {
  Forward(Values values) {
    super(values);
  }

  Expression input(Quantity q) {
    return operand(q.with(Kind.X));
  }

  Expression mean(Quantity q) {
    return over(new Expression.Sum(column(Kind.Z, q)), number(values.samples()));
  }

  Expression normOutput(Quantity q) {
    return sum(
        product(
            operand(q.at(Kind.GAMMA, q.layer(), 1, q.column())), operand(q.with(Kind.NORMALISED))),
        operand(q.at(Kind.BETA, q.layer(), 1, q.column())));
  }

  private List<Expression> column(Kind kind, Quantity q) {
    List<Expression> terms = new ArrayList<>();
    for (int i = 1; i <= values.samples(); i++) {
      terms.add(operand(kind, q.layer(), i, q.column()));
    }
    return terms;
  }

  Expression variance(Quantity q) {
    Expression mean = operand(q.at(Kind.MEAN, q.layer(), 1, q.column()));
    List<Expression> squares =
        column(Kind.Z, q).stream().<Expression>map(z -> squared(minus(z, mean))).toList();
    return over(new Expression.Sum(squares), number(values.samples()));
  }

  Expression normalised(Quantity q) {
    return over(
        minus(operand(q.with(Kind.Z)), operand(q.at(Kind.MEAN, q.layer(), 1, q.column()))),
        deviation(q));
  }

  /** √(variance + ε). */
  Expression deviation(Quantity q) {
    double epsilon = values.layer(q.layer()).batchNorm().orElseThrow().epsilon();
    return apply(
        Function.ROOT,
        sum(operand(q.at(Kind.VARIANCE, q.layer(), 1, q.column())), constant("epsilon", epsilon)));
  }

  Expression activation(Quantity q) {
    if (values.layer(q.layer()).spec().kind().isPlain()) {
      return new LayerArithmetic(values).netInput(q.with(Kind.Z));
    }
    Expression f = function(q);
    LayerSpec spec = values.layer(q.layer()).spec();
    if (values.layer(q.layer()).mask().isEmpty()) {
      return f;
    }
    return over(
        product(f, operand(q.with(Kind.MASK))), minus(number(1), constant("p", spec.dropout())));
  }

  /** f(z), before dropout. */
  Expression function(Quantity q) {
    Expression z = operand(q.with(values.input(q.layer())));
    ActivationSpec f = values.activation(q.layer());
    return switch (f.kind()) {
      case IDENTITY -> z;
      case STEP -> apply(Function.STEP, z);
      case SIGMOID -> apply(Function.SIGMOID, z);
      case TANH -> apply(Function.TANH, z);
      case RELU -> apply(Function.POSITIVE_PART, z);
      case LEAKY_RELU ->
          minus(
              apply(Function.POSITIVE_PART, z),
              product(constant("alpha", f.parameter()), negativePart(z)));
      case ELU ->
          sum(
              apply(Function.POSITIVE_PART, z),
              product(
                  constant("alpha", f.parameter()),
                  minus(apply(Function.EXP, minus(number(0), negativePart(z))), number(1))));
      case SOFTPLUS -> softplus(z);
      case SOFTMAX -> softmax(q);
    };
  }

  /** max(0, −z). */
  private static Expression negativePart(Expression z) {
    return apply(Function.POSITIVE_PART, minus(number(0), z));
  }

  /** ln(1 + e^z) as max(0, z) + ln(1 + e^−|z|), which cannot overflow. */
  static Expression softplus(Expression z) {
    return sum(
        apply(Function.POSITIVE_PART, z),
        apply(
            Function.LN_ONE_PLUS,
            apply(Function.EXP, minus(number(0), apply(Function.ABSOLUTE, z)))));
  }

  private Expression softmax(Quantity q) {
    return over(exponential(q, q.column()), new Expression.Sum(exponentials(q)));
  }

  List<Expression> exponentials(Quantity q) {
    List<Expression> terms = new ArrayList<>();
    for (int k = 1; k <= values.layer(q.layer()).spec().units(); k++) {
      terms.add(exponential(q, k));
    }
    return terms;
  }

  private Expression exponential(Quantity q, int unit) {
    return apply(
        Function.EXP,
        minus(operand(values.input(q.layer()), q.layer(), q.row(), unit), largest(q)));
  }

  /** The largest logit of the sample: subtracting it changes no share and avoids overflow. */
  Expression largest(Quantity q) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 1; k <= values.layer(q.layer()).spec().units(); k++) {
      Quantity z = new Quantity(values.input(q.layer()), q.update(), q.layer(), q.row(), k);
      largest = Math.max(largest, values.of(z));
    }
    return constant("max", largest);
  }
}
