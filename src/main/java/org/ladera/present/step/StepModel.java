package org.ladera.present.step;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Quantity;

/**
 * Everything that the step-through screen shows at one place.
 *
 * @param phases the path, all of it
 * @param equation the line that the place belongs to
 * @param lit the numbers that the chosen element comes from
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

  public StepModel {
    phases = List.copyOf(phases);
    lit = Set.copyOf(lit);
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
    Set<Quantity> lit = new HashSet<>(ExplanationTree.operands(breakdown.expression()));
    lit.addAll(ExplanationTree.operands(update.expression(place)));
    var messages = update.style().messages();
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
        DataFlow.of(update, place, lit));
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

  /** The chosen element, when it is a number of the run. */
  public Optional<Quantity> quantity() {
    return update.quantity(place);
  }
}
