package org.ladera.explain;

import static org.ladera.explain.Expression.apply;
import static org.ladera.explain.Expression.number;
import static org.ladera.explain.Expression.product;
import static org.ladera.explain.Expression.squared;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.RegularisationSpec.Penalty;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.explain.Expression.Function;
import org.ladera.explain.Quantity.Kind;

/** Gradients of weights and biases: each sample's share, then the penalty (S1.15, S1.26). */
final class Gradients extends Terms {
  Gradients(Values values) {
    super(values);
  }

  Expression ofWeight(Quantity q) {
    List<Expression> terms =
        shares((sample, all) -> new LayerArithmetic(values).shareOfWeight(q, sample, all));
    addPenalty(q, terms);
    return new Expression.Sum(terms);
  }

  Expression ofBias(Quantity q) {
    return new Expression.Sum(
        shares((sample, all) -> new LayerArithmetic(values).shareOfBias(q, sample, all)));
  }

  Expression ofGamma(Quantity q) {
    return new Expression.Sum(
        shares(
            (sample, all) ->
                all.add(
                    product(
                        operand(Kind.NORM_DELTA, q.layer(), sample, q.column()),
                        operand(Kind.NORMALISED, q.layer(), sample, q.column())))));
  }

  Expression ofBeta(Quantity q) {
    return new Expression.Sum(
        shares((sample, all) -> all.add(operand(Kind.NORM_DELTA, q.layer(), sample, q.column()))));
  }

  /** Adds what one sample of the batch contributes. */
  private interface Share {
    void add(int sample, List<Expression> terms);
  }

  private List<Expression> shares(Share each) {
    List<Expression> terms = new ArrayList<>();
    for (int i = 1; i <= values.samples(); i++) {
      each.add(i, terms);
    }
    return terms;
  }

  /** The square root of the sum of all squares. */
  Expression norm() {
    List<Expression> squares = new ArrayList<>();
    for (int l = 1; l <= values.layers(); l++) {
      LayerTrace layer = values.layer(l);
      for (int i = 1; i <= layer.w().before().rows(); i++) {
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
    int columns = kind == Kind.GRADIENT_W ? of.w().before().columns() : of.b().before().columns();
    for (int j = 1; j <= columns; j++) {
      squares.add(squared(operand(kind, layer, row, j)));
    }
  }

  private void addPenalty(Quantity q, List<Expression> terms) {
    var regularisation = values.trace().experiment().regularisation();
    Expression w = operand(q.with(Kind.W));
    for (Penalty penalty : regularisation.penalties()) {
      Expression strength = constant(penalty.id(), regularisation.strength(penalty));
      terms.add(
          switch (penalty) {
            case L1 -> product(strength, apply(Function.SIGN, w));
            case L2 -> product(number(2), strength, w);
          });
    }
  }
}
