package org.ladera.present.step;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Writing.With;
import org.ladera.present.step.Breakdown.Part;
import org.ladera.present.step.Breakdown.Picture;
import org.ladera.present.step.Breakdown.Told;
import org.ladera.text.Messages;

/** Takes an expression apart into the parts of a breakdown, and finds words for each. */
final class BreakdownBuilder {
  /** Kinds whose numbers show no sign while they are positive. */
  private static final Set<Kind> MOSTLY_POSITIVE =
      EnumSet.of(
          Kind.X,
          Kind.Y,
          Kind.A,
          Kind.MASK,
          Kind.VARIANCE,
          Kind.RATE,
          Kind.LOSS,
          Kind.PENALTY,
          Kind.TOTAL,
          Kind.GRADIENT_NORM);

  private static final int DIGITS = 5;

  /** Longer formulas of a part are shortened in the middle. */
  private static final int MOST_TERMS = 2;

  private final OpenUpdate update;
  private final Phase phase;
  private final StepPosition place;
  private final Messages messages;
  private final Sentences sentences;

  BreakdownBuilder(OpenUpdate update, StepPosition place, Messages messages) {
    this.update = update;
    this.place = place;
    this.messages = messages;
    phase = update.phase(place);
    sentences = new Sentences(update, messages);
  }

  /** The parts of an expression with the sign before each, the first of a level taken apart. */
  List<Part> parts(Expression e) {
    List<Part> parts = new ArrayList<>();
    collect(simple(e), "", parts);
    return parts;
  }

  /** A sum or a product of one is that one. */
  static Expression simple(Expression e) {
    if (e instanceof Expression.Sum s && s.terms().size() == 1) {
      return simple(s.terms().getFirst());
    }
    return e instanceof Expression.Product p && p.factors().size() == 1
        ? simple(p.factors().getFirst())
        : e;
  }

  private void collect(Expression e, String before, List<Part> into) {
    switch (e) {
      case Expression.Sum sum -> {
        for (int i = 0; i < sum.terms().size(); i++) {
          Expression term = simple(sum.terms().get(i));
          String sign = i == 0 ? before : "+";
          if (sum.terms().size() <= 2 && term instanceof Expression.Product p && isShort(p)) {
            collect(p, sign, into);
          } else {
            into.add(part(sign, term));
          }
        }
      }
      case Expression.Difference d -> {
        boolean negation = d.left() instanceof Expression.Literal zero && zero.value() == 0;
        if (!negation) {
          into.add(part(before, simple(d.left())));
        }
        Expression right = simple(d.right());
        if (right instanceof Expression.Product p && isShort(p)) {
          collect(p, "\u2212", into);
        } else {
          into.add(part("\u2212", right));
        }
      }
      case Expression.Product product -> factors(product, before, into);
      case Expression.Literal _,
          Expression.Constant _,
          Expression.Operand _,
          Expression.Quotient _,
          Expression.Power _,
          Expression.Apply _ ->
          into.add(part(before, e));
    }
  }

  private void factors(Expression.Product product, String before, List<Part> into) {
    boolean first = true;
    for (Expression factor : product.factors()) {
      Expression f = simple(factor);
      String sign = first ? before : "\u00d7";
      if (f instanceof Expression.Product inner && isSlope(f)) {
        into.add(part(sign, inner));
      } else if (f instanceof Expression.Product inner && inner.factors().size() <= 3) {
        factors(inner, sign, into);
      } else {
        into.add(part(sign, f));
      }
      first = false;
    }
  }

  private static boolean isShort(Expression.Product p) {
    return p.factors().stream().allMatch(f -> !(simple(f) instanceof Expression.Sum));
  }

  /** Whether an expression is no more than sums, differences and products of parts. */
  boolean isFlat(Expression e) {
    return switch (simple(e)) {
      case Expression.Sum _, Expression.Difference _ -> true;
      case Expression.Product _, Expression.Operand _ -> true;
      case Expression.Literal _,
          Expression.Constant _,
          Expression.Quotient _,
          Expression.Power _,
          Expression.Apply _ ->
          false;
    };
  }

  private Part part(String before, Expression e) {
    return new Part(
        before, e.value(), () -> List.copyOf(ExplanationTree.operands(e)), () -> told(e));
  }

  private Told told(Expression e) {
    double value = e.value();
    boolean slope = isSlope(e);
    Picture picture =
        slope && slopeAt().isPresent()
            ? new Picture.Slope(activation(), slopeAt().get())
            : line(e, value);
    return new Told(
        slope ? slopeTex() : e instanceof Expression.Literal ? "" : brief(e),
        shown(value, signed(e)),
        slope ? Grid.Meaning.NET : meaning(e),
        picture,
        slope ? sentences.slope(activation(), slopeAt(), value) : sentences.part(phase, e));
  }

  /** In a gradient every term is what one sample says. */
  List<Part> shares(List<Part> parts) {
    double all = parts.stream().mapToDouble(p -> Math.abs(p.value())).sum();
    return parts.stream()
        .map(
            part -> {
              double share = all == 0 ? 0 : Math.abs(part.value()) / all;
              return part.saying(told -> share(part, share).orElse(told.sentence()));
            })
        .toList();
  }

  private Optional<String> share(Part part, double share) {
    return part.operands().stream()
        .filter(q -> q.kind() == Kind.DELTA || q.kind() == Kind.NORM_DELTA)
        .findFirst()
        .map(q -> sentences.share(q, share));
  }

  boolean isGradient() {
    return phase.kind() == Phase.Kind.GRADIENT;
  }

  /** The input of an activation that works on each number alone. */
  static Optional<Expression> input(Expression e) {
    return e instanceof Expression.Apply apply
            && apply.argument() instanceof Expression.Operand operand
            && isNet(operand.quantity().kind())
        ? Optional.of(operand)
        : Optional.empty();
  }

  private static boolean isNet(Kind kind) {
    return kind == Kind.Z || kind == Kind.NORM_OUTPUT;
  }

  /** The number itself, at the end of its breakdown. */
  Part result(String tex, double value, Grid grid, Optional<Quantity> q, List<Part> parts) {
    Told told =
        new Told(
            tex,
            shown(value, grid.signed()),
            grid.meaning(),
            curve(q, parts).orElse(new Picture.Line(round(Math.abs(value)), grid.signed())),
            sentences.result(q, value));
    String before = parts.isEmpty() ? "" : phase.kind() == Phase.Kind.ACTIVATION ? "\u2192" : "=";
    return new Part(before, value, List::of, () -> told);
  }

  /** The activation over its input, where that is one number. */
  private Optional<Picture> curve(Optional<Quantity> q, List<Part> parts) {
    boolean one = parts.size() == 1 && parts.getFirst().operands().size() == 1;
    return phase.kind() == Phase.Kind.ACTIVATION
            && one
            && isNet(parts.getFirst().operands().getFirst().kind())
        ? q.map(known -> new Picture.Curve(activation(), parts.getFirst().value()))
        : Optional.empty();
  }

  /** The last factor of a delta is the slope of its activation. */
  private boolean isSlope(Expression e) {
    if (phase.kind() != Phase.Kind.DELTA
        || update.operation(place).grid().id().startsWith("slope")) {
      return false;
    }
    Expression whole = update.quantity(place).map(q -> update.arithmetic(q)).orElse(null);
    return whole instanceof Expression.Product p
        && p.factors().size() > 1
        && simple(p.factors().getLast()).equals(simple(e))
        && hasSlope();
  }

  private boolean hasSlope() {
    ActivationSpec.Kind kind = activation().kind();
    boolean kept =
        update.operations(place.phase()).stream().anyMatch(o -> o.grid().id().startsWith("slope"));
    return kept && kind.hasSlope();
  }

  private ActivationSpec activation() {
    return update.trace().layers().get(phase.layer() - 1).spec().activation();
  }

  /** What enters the activation of the chosen unit for the chosen sample. */
  private Optional<Double> slopeAt() {
    return update
        .quantity(place)
        .map(
            q -> {
              var layer = update.trace().layers().get(q.layer() - 1);
              var input = layer.batchNorm().map(n -> n.output()).orElse(layer.z());
              return input.get(q.row() - 1, q.column() - 1);
            });
  }

  private String slopeTex() {
    Quantity q = update.quantity(place).orElseThrow();
    boolean normalised = update.trace().layers().get(q.layer() - 1).batchNorm().isPresent();
    Kind input = normalised ? Kind.NORM_OUTPUT : Kind.Z;
    String z = update.tex().name(new Quantity(input, q.update(), q.layer(), q.row(), q.column()));
    String f = activation().kind() == ActivationSpec.Kind.SIGMOID ? "\\sigma'" : "f'";
    return "\\net{" + f + "(" + z + ")}";
  }

  /** The formula of a part; a long sum is shortened in the middle. */
  private String brief(Expression e) {
    if (e instanceof Expression.Sum s && s.terms().size() > MOST_TERMS) {
      return update.tex().write(s.terms().getFirst(), With.NAMES)
          + " + \\dots + "
          + update.tex().write(s.terms().getLast(), With.NAMES);
    }
    return e instanceof Expression.Apply(var function, Expression.Sum sum)
        ? update.tex().apply(function, brief(sum))
        : update.tex().write(e, With.NAMES);
  }

  private static Grid.Meaning meaning(Expression e) {
    return e instanceof Expression.Operand o
        ? Meanings.of(o.quantity().kind())
        : Grid.Meaning.PLAIN;
  }

  private static boolean signed(Expression e) {
    return e instanceof Expression.Operand o
        ? o.value() < 0 || !MOSTLY_POSITIVE.contains(o.quantity().kind())
        : e.value() < 0 || (e instanceof Expression.Sum && !ExplanationTree.operands(e).isEmpty());
  }

  private Picture line(Expression e, double value) {
    return new Picture.Line(round(Math.abs(value)), signed(e) || value < 0);
  }

  /** The next of 1, 2, 5, 10 … above a size, so that pictures of a run keep their scale. */
  static double round(double size) {
    if (size == 0 || !Double.isFinite(size)) {
      return 1;
    }
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(size)));
    double share = size / power;
    return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
  }

  String shown(double value, boolean signed) {
    String number = messages.numbers().shown(value, DIGITS);
    return signed && value > 0 ? "+" + number : number;
  }

  /** The name of an element of a matrix that the engine does not keep. */
  String element(String matrix, Grid.Cell cell) {
    return "{" + matrix + "}_{" + (cell.row() + 1) + "," + (cell.column() + 1) + "}";
  }

  /** "Sample 2, unit 1, with its numbers". */
  String title(Grid grid, Grid.Cell cell, Optional<Quantity> q) {
    String where = grid.where(cell);
    return where.isEmpty()
        ? messages.text("step.breakdown.alone")
        : messages.text("step.breakdown.title", Map.of("where", where));
  }

  /** A parameter that an update begins with leads to the update that left it. */
  List<Part> linked(List<Part> parts, Quantity q) {
    Optional<Kind> after = q.kind().after();
    if (after.isEmpty() || q.update() == 0) {
      return parts;
    }
    Quantity source =
        new Quantity(after.get(), q.update() - 1, q.layer(), q.row(), q.column(), q.memory());
    return parts.stream().map(part -> part.from(source)).toList();
  }

  /** Why there is nothing to work out. */
  String leaf(Quantity q) {
    boolean sample = update.scope() == Phase.Scope.SAMPLE;
    boolean supposed = update.scope() == Phase.Scope.LOSS && q.update() == 0;
    String before = supposed ? "supposed" : q.update() == 0 ? "start" : "before";
    String why =
        q.kind() == Kind.X || q.kind() == Kind.Y
            ? sample ? "sample" : "data"
            : q.kind() == Kind.MASK ? "mask" : q.kind().after().isPresent() ? before : "rule";
    return messages.text("step.leaf." + why);
  }
}
