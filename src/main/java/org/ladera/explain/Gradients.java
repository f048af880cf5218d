package org.ladera.explain;

import static org.ladera.explain.Expression.apply;
import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.product;
import static org.ladera.explain.Expression.squared;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Kind;

/** Gradients of weights and biases: each sample's share, then the penalty (S1.15, S1.26). */
final class Gradients extends Terms {
  Gradients(Values values) {
    super(values);
  }

  Expression of(Quantity q) {
    List<Expression> terms = new ArrayList<>();
    for (int i = 1; i <= values.samples(); i++) {
      addShare(q, i, terms);
    }
    if (q.kind() == Kind.GRADIENT_W) {
      addPenalty(q, terms);
    }
    return new Expression.Sum(terms);
  }

  /** The square root of the sum of all squares. */
  Expression norm() {
    List<Expression> squares = new ArrayList<>();
    for (int l = 1; l <= values.layers(); l++) {
      LayerTrace layer = values.layer(l);
      for (int i = 1; i <= layer.w().rows(); i++) {
        square(Kind.GRADIENT_W, l, i, squares);
      }
      if (layer.spec().bias()) {
        square(Kind.GRADIENT_B, l, 1, squares);
      }
      if (layer.batchNorm().isPresent()) {
        square(Kind.GRADIENT_GAMMA, l, 1, squares);
        square(Kind.GRADIENT_BETA, l, 1, squares);
      }
    }
    return apply(Function.ROOT, new Expression.Sum(squares));
  }

  private void square(Kind kind, int layer, int row, List<Expression> squares) {
    LayerTrace of = values.layer(layer);
    int columns = kind == Kind.GRADIENT_W ? of.w().columns() : of.b().columns();
    for (int j = 1; j <= columns; j++) {
      squares.add(squared(operand(kind, layer, row, j)));
    }
  }

  private void addShare(Quantity q, int sample, List<Expression> terms) {
    switch (q.kind()) {
      case GRADIENT_W -> new LayerArithmetic(values).shareOfWeight(q, sample, terms);
      case GRADIENT_GAMMA ->
          terms.add(
              product(
                  operand(Kind.NORM_DELTA, q.layer(), sample, q.column()),
                  operand(Kind.NORMALISED, q.layer(), sample, q.column())));
      case GRADIENT_BETA -> terms.add(operand(Kind.NORM_DELTA, q.layer(), sample, q.column()));
      case GRADIENT_B -> new LayerArithmetic(values).shareOfBias(q, sample, terms);
      case X,
          Y,
          Z,
          MEAN,
          VARIANCE,
          NORMALISED,
          NORM_OUTPUT,
          A,
          MASK,
          LOSS,
          PENALTY,
          TOTAL,
          DELTA,
          NORM_DELTA,
          GRADIENT_NORM,
          W,
          B,
          GAMMA,
          BETA,
          W_AFTER,
          B_AFTER,
          GAMMA_AFTER,
          BETA_AFTER,
          MEMORY_W,
          MEMORY_B,
          MEMORY_W_AFTER,
          MEMORY_B_AFTER,
          RATE ->
          throw new IllegalArgumentException(q.toString());
    }
  }

  private void addPenalty(Quantity q, List<Expression> terms) {
    var regularisation = values.trace().experiment().regularisation();
    Expression w = operand(q.with(Kind.W));
    if (regularisation.l1() != 0) {
      terms.add(product(constant("l1", regularisation.l1()), apply(Function.SIGN, w)));
    }
    if (regularisation.l2() != 0) {
      terms.add(product(number(2), constant("l2", regularisation.l2()), w));
    }
  }
}
