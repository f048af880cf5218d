package org.ladera.present.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;

/**
 * A number of an update as it is put together, one term after the other: what meets in each term,
 * what that gives and what has been reached with it. The last term reaches the number itself.
 */
public record Accumulation(List<Term> terms) {
  /** Of more terms the largest have a step each, and all the others one together. */
  static final int MOST_TERMS = 14;

  /** What a term does to what has been reached before it. */
  public enum Way {
    FIRST(""),
    ADDED("+"),
    TAKEN_AWAY("\u2212"),
    MULTIPLIED("\u00d7"),
    DIVIDED("/"),
    /** It goes through a function. */
    THROUGH("\u2192");

    private final String sign;

    Way(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    private double reached(double before, double value) {
      return switch (this) {
        case FIRST, THROUGH -> value;
        case ADDED -> before + value;
        case TAKEN_AWAY -> before - value;
        case MULTIPLIED -> before * value;
        case DIVIDED -> before / value;
      };
    }
  }

  /**
   * @param operands the numbers of the run that meet in it
   * @param value what they give together
   * @param reached what the terms up to this one have come to
   * @param product whether they are multiplied
   * @param several how many terms it stands for
   */
  public record Term(
      Way way, Set<Quantity> operands, double value, double reached, boolean product, int several) {
    private Term reaching(double whole) {
      return new Term(way, operands, value, whole, product, several);
    }
  }

  public Accumulation {
    terms = List.copyOf(terms);
  }

  static Accumulation of(Expression e) {
    List<Term> terms = new ArrayList<>();
    gather(e, terms);
    // The engine's number is what its arithmetic gives in the order written.
    terms.add(terms.removeLast().reaching(e.value()));
    return new Accumulation(terms);
  }

  private static void gather(Expression given, List<Term> into) {
    Expression e = BreakdownBuilder.simple(given);
    switch (e) {
      case Expression.Sum sum -> add(sum.terms(), into);
      case Expression.Difference(var left, var right) -> {
        boolean negation = left instanceof Expression.Literal zero && zero.value() == 0;
        if (negation) {
          next(Way.FIRST, e, into);
        } else {
          gather(left, into);
          next(Way.TAKEN_AWAY, right, into);
        }
      }
      case Expression.Product(var factors) -> multiply(e, factors, into);
      case Expression.Quotient(Expression.Sum above, var below) -> {
        gather(above, into);
        next(Way.DIVIDED, below, into);
      }
      case Expression.Apply(_, var argument) -> {
        gather(argument, into);
        next(Way.THROUGH, e, into);
      }
      case Expression.Power(var base, _) -> {
        gather(base, into);
        next(Way.THROUGH, e, into);
      }
      case Expression.Quotient _,
          Expression.Literal _,
          Expression.Constant _,
          Expression.Operand _ ->
          next(Way.FIRST, e, into);
    }
  }

  /** A sum among the factors is put together first. */
  private static void multiply(Expression e, List<Expression> factors, List<Term> into) {
    int sum =
        IntStream.range(0, factors.size())
            .filter(i -> BreakdownBuilder.simple(factors.get(i)) instanceof Expression.Sum)
            .findFirst()
            .orElse(-1);
    if (sum < 0) {
      next(Way.FIRST, e, into);
      return;
    }
    gather(factors.get(sum), into);
    for (int i = 0; i < factors.size(); i++) {
      if (i != sum) {
        next(Way.MULTIPLIED, factors.get(i), into);
      }
    }
  }

  private static void add(List<Expression> all, List<Term> into) {
    List<Integer> each = heaviest(all, Expression::value);
    for (int i : each) {
      next(into.isEmpty() ? Way.FIRST : Way.ADDED, all.get(i), into);
    }
    if (each.size() < all.size()) {
      List<Expression> rest = new ArrayList<>(all);
      each.reversed().forEach(i -> rest.remove((int) i));
      into.add(term(Way.ADDED, new Expression.Sum(rest), into, rest.size()));
    }
  }

  private static void next(Way way, Expression e, List<Term> into) {
    into.add(term(way, e, into, 1));
  }

  private static Term term(Way way, Expression e, List<Term> before, int several) {
    double value = e.value();
    double reached = before.isEmpty() ? 0 : before.getLast().reached();
    // What goes through a function is there already.
    Set<Quantity> operands = way == Way.THROUGH ? Set.of() : ExplanationTree.operands(e);
    boolean product = BreakdownBuilder.simple(e) instanceof Expression.Product;
    return new Term(way, operands, value, way.reached(reached, value), product, several);
  }

  /** Which of many count most, in their order; of equals the first. */
  static <T> List<Integer> heaviest(List<T> all, ToDoubleFunction<T> value) {
    double[] sizes =
        all.stream().mapToDouble(value).map(v -> Double.isNaN(v) ? -1 : Math.abs(v)).toArray();
    double[] sorted = sizes.clone();
    Arrays.sort(sorted);
    double least = sorted.length > MOST_TERMS ? sorted[sorted.length - MOST_TERMS] : -1;
    int heavier = (int) Arrays.stream(sizes).filter(size -> size > least).count();
    int equal = MOST_TERMS - heavier;
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] > least || (sizes[i] == least && equal-- > 0)) {
        chosen.add(i);
      }
    }
    return List.copyOf(chosen);
  }
}
