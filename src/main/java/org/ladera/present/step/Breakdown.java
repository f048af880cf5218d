package org.ladera.present.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Writing.With;
import org.ladera.text.Messages;

/**
 * The arithmetic of the chosen element, with its numbers.
 *
 * @param title which element it is
 * @param tex its symbol
 * @param leaf why there is nothing to work out; empty where there is
 * @param parts what it is put together from, then the number itself
 * @param wide whether the parts are few enough to stand side by side with a picture each
 */
public record Breakdown(
    String title,
    String tex,
    double value,
    String leaf,
    List<Part> parts,
    boolean wide,
    Expression expression) {
  private static final int MOST_COLUMNS = 4;

  /**
   * One of the parts. What is told of it is worked out when it is asked for: of a long sum that is
   * only the heaviest ones. For one thread at a time.
   */
  public static final class Part {
    private final String before;
    private final double value;
    private final Supplier<List<Quantity>> within;
    private final Supplier<Told> tell;
    private @Nullable List<Quantity> operands;
    private @Nullable Told told;

    /**
     * @param before the sign before it
     * @param within the numbers of the run in it
     */
    Part(String before, double value, Supplier<List<Quantity>> within, Supplier<Told> tell) {
      this.before = before;
      this.value = value;
      this.within = within;
      this.tell = tell;
    }

    /** The sign before it. */
    public String before() {
      return before;
    }

    public double value() {
      return value;
    }

    private Told told() {
      if (told == null) {
        told = tell.get();
      }
      return told;
    }

    /** Its symbol or formula. */
    public String tex() {
      return told().tex();
    }

    /** The number for reading. */
    public String shown() {
      return told().shown();
    }

    public Grid.Meaning meaning() {
      return told().meaning();
    }

    /** The numbers of the run in it, that can be opened. */
    public List<Quantity> operands() {
      if (operands == null) {
        operands = within.get();
      }
      return operands;
    }

    /** Where the number lies. */
    public Picture picture() {
      return told().picture();
    }

    /** What it says. */
    public String sentence() {
      return told().sentence();
    }

    Part from(Quantity source) {
      return new Part(before, value, () -> List.of(source), this::told);
    }

    Part saying(Function<Told, String> sentence) {
      return new Part(before, value, this::operands, () -> told().saying(sentence.apply(told())));
    }
  }

  /** What is told of a part. */
  record Told(String tex, String shown, Grid.Meaning meaning, Picture picture, String sentence) {
    Told saying(String words) {
      return new Told(tex, shown, meaning, picture, words);
    }
  }

  /** The small picture of a number. */
  public sealed interface Picture {
    /** On a line from −extent to extent, or from 0 on where it is never negative. */
    record Line(double extent, boolean signed) implements Picture {}

    /** The slope of an activation over its input. */
    record Slope(ActivationSpec activation, double at) implements Picture {}

    /** An activation over its input. */
    record Curve(ActivationSpec activation, double at) implements Picture {}
  }

  public Breakdown {
    parts = List.copyOf(parts);
  }

  /** The breakdown of the chosen element. */
  public static Breakdown of(OpenUpdate update, StepPosition place) {
    Expression e = update.expression(place);
    Optional<Quantity> q = update.quantity(place);
    OpenUpdate.Operation operation = update.operation(place);
    Messages messages = update.style().messages();
    Expression arithmetic = q.map(known -> update.arithmetic(known)).orElse(e);
    BreakdownBuilder accounts = new BreakdownBuilder(update, place, messages);
    boolean leaf =
        q.isPresent()
            && arithmetic instanceof Expression.Operand operand
            && operand.quantity().equals(q.get());
    String symbol =
        q.map(update::name).orElseGet(() -> accounts.element(operation.grid().tex(), place.cell()));
    List<Part> parts = new ArrayList<>();
    Optional<Expression> input = BreakdownBuilder.input(arithmetic);
    if (!leaf) {
      parts.addAll(accounts.parts(input.orElse(arithmetic)));
    }
    if (accounts.isGradient()) {
      List<Part> told = accounts.shares(parts);
      parts.clear();
      parts.addAll(told);
    }
    boolean flat = input.isPresent() || accounts.isFlat(arithmetic);
    boolean wide = parts.size() <= MOST_COLUMNS && flat;
    parts.add(accounts.result(symbol, e.value(), operation.grid(), q, parts));
    return new Breakdown(
        accounts.title(operation.grid(), place.cell(), q),
        symbol,
        e.value(),
        leaf ? accounts.leaf(q.get()) : "",
        leaf ? accounts.linked(parts, q.get()) : parts,
        wide,
        arithmetic);
  }

  /** The part of a sum that a number takes part in. */
  public Optional<Part> partWith(Quantity q) {
    return parts.stream()
        .limit(parts.size() - 1L)
        .filter(part -> parts.size() > 2 && part.operands().contains(q))
        .findFirst();
  }

  /** What each pixel adds, where the element is a sum over all of a sample's picture. */
  public Optional<DrawnPicture> shares(OpenUpdate update) {
    return update
        .trace()
        .experiment()
        .pictures(0)
        .filter(shape -> shape.size() > 1 && shape.size() < parts.size())
        .flatMap(this::shares);
  }

  private Optional<DrawnPicture> shares(Shape shape) {
    Map<Integer, Double> byPixel = new HashMap<>();
    for (Part part : parts.subList(0, parts.size() - 1)) {
      part.operands().stream()
          .filter(q -> q.kind() == Quantity.Kind.X)
          .forEach(q -> byPixel.put(q.column(), part.value()));
    }
    return shape.size() == byPixel.size()
        ? Optional.of(DrawnPicture.of(shape, byPixel::get, u -> true, u -> false))
        : Optional.empty();
  }

  /** The parts that are told of many, in their order, without the number itself. */
  public List<Integer> told() {
    return Accumulation.heaviest(parts.subList(0, parts.size() - 1), Part::value);
  }

  /** The parts that a term is one of, or stands for. */
  public List<Integer> of(Accumulation.Term term) {
    List<Integer> told = told();
    List<Integer> same =
        told.stream()
            .filter(i -> Set.copyOf(parts.get(i).operands()).equals(term.operands()))
            .toList();
    return same.isEmpty()
        ? told.stream()
            .filter(i -> !Collections.disjoint(parts.get(i).operands(), term.operands()))
            .toList()
        : same;
  }

  /** The formula with names. */
  public String names(OpenUpdate update) {
    return update.tex().write(expression, With.NAMES);
  }

  /** The formula with numbers. */
  public String numbers(OpenUpdate update) {
    return update.tex().write(expression, With.NUMBERS);
  }

  /** The whole as one line, for a person who cannot see the picture. */
  public String spoken(Messages messages) {
    return messages.text(
        "step.breakdown.spoken",
        Map.of("title", title, "value", messages.numbers().shown(value, 6)));
  }
}
