package org.ladera.present.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.present.step.Accumulation.Term;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * Everything that the step-through screen shows at one place.
 *
 * @param phases the path, all of it
 * @param equation the line that the place belongs to
 * @param lit the numbers that the chosen element comes from
 * @param accumulation how the chosen element is put together
 * @param trail how a person came here, as symbols
 * @param head over the equation
 * @param title of the story
 * @param text the story, with formulas
 * @param element which element of how many
 */
public record StepModel(
    OpenUpdate update,
    StepPosition place,
    List<PathItem> phases,
    Equation equation,
    Set<Quantity> lit,
    Breakdown breakdown,
    Accumulation accumulation,
    List<TrailItem> trail,
    String head,
    String title,
    String text,
    String count,
    String element,
    DataFlow dataFlow) {
  /** One phase of the path. */
  public record PathItem(Phase phase, String name, String tex, Grid.Meaning meaning) {}

  /** A number that was opened on the way. */
  public record TrailItem(Quantity quantity, String tex) {}

  private static final Comparator<StepModel> ORDER =
      Comparator.comparingLong((StepModel m) -> m.update.trace().update())
          .thenComparingInt(m -> m.place.phase())
          .thenComparingInt(m -> m.place.operation())
          .thenComparingInt(m -> m.place.cell().row())
          .thenComparingInt(m -> m.place.cell().column())
          .thenComparingInt(m -> m.place.terms() == 0 ? Integer.MAX_VALUE : m.place.terms());

  public StepModel {
    phases = List.copyOf(phases);
    lit = Collections.unmodifiableSet(lit);
    trail = List.copyOf(trail);
  }

  /** What a person sees who stands there. */
  public static StepModel of(Stepping stepping) {
    OpenUpdate update = stepping.update();
    StepPosition place = stepping.place();
    PhaseWords words = new PhaseWords(update);
    Phase phase = update.phase(place);
    OpenUpdate.Operation operation = update.operation(place);
    Breakdown breakdown = Breakdown.of(update, place);
    Set<Quantity> lit = ExplanationTree.operands(breakdown.expression());
    Expression chosen = update.expression(place);
    if (breakdown.expression() != chosen) {
      lit.addAll(ExplanationTree.operands(chosen));
    }
    Accumulation accumulation = update.accumulation(place);
    double reached = term(accumulation, place).map(Term::reached).orElse(breakdown.value());
    Messages messages = update.style().messages();
    Grid grid = operation.grid();
    long index = (long) place.cell().row() * grid.columns() + place.cell().column() + 1;
    List<PathItem> path = new ArrayList<>();
    for (Phase p : update.phases()) {
      path.add(new PathItem(p, words.name(p), words.tex(p), meaning(p)));
    }
    return new StepModel(
        update,
        place,
        path,
        operation.equation(),
        lit,
        breakdown,
        accumulation,
        stepping.trail().stream().map(q -> new TrailItem(q, update.name(q))).toList(),
        words.head(phase),
        words.title(phase),
        words.text(phase),
        messages.text(
            "step.phase.count",
            Map.of("phase", place.phase() + 1, "phases", update.phases().size())),
        messages.text(
            "step.element",
            Map.of(
                "index", messages.numbers().whole(index),
                "count", messages.numbers().whole(grid.size()))),
        DataFlow.of(update, place, lit, reached));
  }

  private static Grid.Meaning meaning(Phase phase) {
    return switch (phase.kind()) {
      case SAMPLES, ACTIVATION -> Grid.Meaning.DATA;
      case NET_INPUT, NORMALISATION -> Grid.Meaning.NET;
      case LOSS -> Grid.Meaning.LOSS;
      case DELTA -> Grid.Meaning.DELTA;
      case GRADIENT -> Grid.Meaning.GRADIENT;
      case PENALTY, MEMORY, UPDATE -> Grid.Meaning.WEIGHT;
    };
  }

  /** Whether its place lies after that of another model, in the order of steps. */
  public boolean follows(Optional<StepModel> before) {
    return before.map(b -> ORDER.compare(this, b) > 0).orElse(true);
  }

  /** The term that was put in last, where the element is put together term by term. */
  public Optional<Term> term() {
    return term(accumulation, place);
  }

  private static Optional<Term> term(Accumulation accumulation, StepPosition place) {
    List<Term> all = accumulation.terms();
    return place.terms() == 0
        ? Optional.empty()
        : Optional.of(all.get(Math.min(place.terms(), all.size()) - 1));
  }

  /**
   * What a term has to do with in the network.
   *
   * @param reached what stands in the element's cell meanwhile; empty while nothing does
   */
  public DataFlow dataFlow(Term term, OptionalDouble reached) {
    return DataFlow.of(update, place, term.operands(), reached.orElse(Double.NaN));
  }

  /** "Term 2 of 4: + 0.5 · so far 0.75". */
  public String told(Term term) {
    Messages messages = update.style().messages();
    Numbers numbers = messages.numbers();
    return messages.text(
        term.several() > 1 ? "step.term.rest" : "step.term",
        Map.of(
            "index", numbers.whole(accumulation.terms().indexOf(term) + 1L),
            "count", numbers.whole(accumulation.terms().size()),
            "terms", numbers.whole(term.several()),
            "value", (term.way().sign() + " " + numbers.shown(term.value())).strip(),
            "reached", numbers.shown(term.reached())));
  }

  /** The chosen element as one line, for a person who cannot see it. */
  public String spoken() {
    String whole = breakdown.spoken(update.style().messages());
    return term().map(term -> told(term) + ". " + whole).orElse(whole);
  }

  /** The chosen element, when it is a number of the run. */
  public Optional<Quantity> quantity() {
    return update.quantity(place);
  }
}
