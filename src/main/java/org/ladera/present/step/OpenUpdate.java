package org.ladera.present.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Conversion;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing.With;
import org.ladera.present.shared.Labels;
import org.ladera.session.Granularity;
import org.ladera.text.Messages;

/**
 * One update taken apart: its phases, the equations of each, and the places between which a person
 * steps. Everything in it is a number of the trace or arithmetic on such numbers.
 */
public final class OpenUpdate {
  /**
   * How it is written.
   *
   * @param sample the only sample of the batch that is shown, from 1; 0 for all
   */
  public record Style(Notation notation, Messages messages, Labels labels, int sample) {}

  /** A grid that is computed in a phase, and the equation it belongs to. */
  public record Operation(Equation equation, Grid grid) {}

  private final StepTrace trace;
  private final Style style;
  private final Phase.Scope scope;
  private final Explainer explainer;
  private final Tex tex;
  private final Equations equations;
  private final List<Phase> phases;
  private final Map<Integer, List<Operation>> operations = new HashMap<>();

  /**
   * @param trained the update as the engine has it; the notation may ask for other numbers
   */
  public OpenUpdate(StepTrace trained, Style style, Phase.Scope scope) {
    this.style = style;
    this.scope = scope;
    trace = Conversion.of(trained, style.notation()).trace(trained);
    explainer = Explainer.of(trained, style.notation());
    tex =
        new Tex(style.notation(), v -> inTex(style.messages().numbers().shown(v)))
            .of(trained.experiment().network());
    boolean columns = style.notation().samples() == Notation.Samples.COLUMNS;
    int sample = Math.min(style.sample(), trace.x().rows());
    Grids grids =
        new Grids(trace, explainer, tex, style.messages(), style.labels(), columns, sample);
    equations = new Equations(trace, explainer, style.notation(), tex, grids, scope);
    phases = Phase.of(trace, scope);
  }

  /** A number as it is written inside a formula: no space after a decimal comma. */
  static String inTex(String shown) {
    return shown.replace(",", "{,}").replace("\u2212", "-").replace("\u202f", "\\,");
  }

  /** The update with its numbers as the notation has them. */
  public StepTrace trace() {
    return trace;
  }

  public Style style() {
    return style;
  }

  /** The symbol of a number; without a penalty the loss of the data is all of J. */
  public String name(Quantity q) {
    boolean all = q.kind() == Quantity.Kind.LOSS && !Phase.isPunished(trace);
    return all ? "\\loss{J}" : tex.name(q);
  }

  /** A number of the update for reading. */
  public String shown(Quantity q) {
    return style.messages().numbers().shown(explainer.value(q));
  }

  /** How much of the update there is. */
  public Phase.Scope scope() {
    return scope;
  }

  public Tex tex() {
    return tex;
  }

  public List<Phase> phases() {
    return phases;
  }

  /** What is computed in a phase, in its order. */
  public List<Operation> operations(int phase) {
    return operations.computeIfAbsent(phase, this::read);
  }

  private List<Operation> read(int phase) {
    List<Operation> all = new ArrayList<>();
    for (Equation equation : equations.of(phases.get(phase))) {
      equation.results().forEach(grid -> all.add(new Operation(equation, grid)));
    }
    return List.copyOf(all);
  }

  /** Whether there is such a place, in the grids as they are shown. */
  boolean has(StepPosition place) {
    if (place.phase() < 0 || place.phase() >= phases.size()) {
      return false;
    }
    List<Operation> all = operations(place.phase());
    if (place.operation() < 0 || place.operation() >= all.size()) {
      return false;
    }
    Grid grid = all.get(place.operation()).grid();
    return place.cell().row() >= 0
        && place.cell().row() < grid.rows()
        && place.cell().column() >= 0
        && place.cell().column() < grid.columns();
  }

  public Operation operation(StepPosition place) {
    return operations(place.phase()).get(place.operation());
  }

  public Phase phase(StepPosition place) {
    return phases.get(place.phase());
  }

  /** The arithmetic of the chosen element. */
  public Expression expression(StepPosition place) {
    return operation(place).grid().elements().at(place.cell().row(), place.cell().column());
  }

  /** The chosen element as a number of the run; empty for what the engine does not keep. */
  public Optional<Quantity> quantity(StepPosition place) {
    return operation(place).grid().quantity(place.cell().row(), place.cell().column());
  }

  /** The expression that a number of the run is computed by. */
  Expression arithmetic(Quantity q) {
    return explainer.explain(q).expression();
  }

  /** A number with the arithmetic that gives it, as TeX: in symbols, in numbers, its value. */
  public String account(Quantity q) {
    Expression way = arithmetic(q);
    String value = tex.number(explainer.value(q));
    boolean leaf = way instanceof Expression.Operand;
    String between =
        leaf ? "" : tex.write(way, With.NAMES) + " = " + tex.write(way, With.NUMBERS) + " = ";
    return name(q) + " = " + between + value;
  }

  /** The first place of the update, as far as a step of this size goes. */
  public StepPosition start(Granularity size) {
    return inside(0, 0, size, new Grid.Cell(0, 0));
  }

  /** The last place of the update. */
  public StepPosition end(Granularity size) {
    int phase = phases.size() - 1;
    StepPosition place = inside(phase, operations(phase).size() - 1, size, new Grid.Cell(0, 0));
    if (place.open() != StepPosition.Reach.ELEMENT) {
      return place;
    }
    Grid grid = operation(place).grid();
    return place.withCell(new Grid.Cell(grid.rows() - 1, grid.columns() - 1));
  }

  /** A phase as it is when it is done. */
  public StepPosition whole(int phase, Grid.Cell wanted) {
    return inside(phase, 0, Granularity.PHASE, wanted);
  }

  private StepPosition inside(int phase, int operation, Granularity size, Grid.Cell wanted) {
    List<Operation> all = operations(phase);
    return switch (size) {
      case ELEMENT -> StepPosition.at(phase, operation, StepPosition.Reach.ELEMENT);
      case OPERATION ->
          clamped(new StepPosition(phase, operation, wanted, StepPosition.Reach.OPERATION));
      case PHASE, UPDATE, EPOCH -> {
        int about = phases.get(phase).kind() == Phase.Kind.SAMPLES ? 0 : main(all);
        yield clamped(new StepPosition(phase, about, wanted, StepPosition.Reach.PHASE));
      }
    };
  }

  /** The grid that a phase is about: the last one of its first equation. */
  private static int main(List<Operation> all) {
    int index = 0;
    while (index + 1 < all.size() && all.get(index + 1).equation() == all.get(0).equation()) {
      index++;
    }
    return index;
  }

  private StepPosition clamped(StepPosition place) {
    Grid grid = operation(place).grid();
    return place.withCell(
        new Grid.Cell(
            Math.clamp(place.cell().row(), 0, grid.rows() - 1),
            Math.clamp(place.cell().column(), 0, grid.columns() - 1)));
  }

  /**
   * One step on.
   *
   * @param size ELEMENT, OPERATION or PHASE
   * @return empty at the end of the update
   */
  public Optional<StepPosition> next(StepPosition from, Granularity size) {
    Grid grid = operation(from).grid();
    int index = from.cell().row() * grid.columns() + from.cell().column();
    if (size == Granularity.ELEMENT
        && from.open() == StepPosition.Reach.ELEMENT
        && index + 1 < grid.size()) {
      return Optional.of(from.withCell(cell(grid, index + 1)));
    }
    boolean more = from.operation() + 1 < operations(from.phase()).size();
    if (size != Granularity.PHASE && from.open() != StepPosition.Reach.PHASE && more) {
      return Optional.of(inside(from.phase(), from.operation() + 1, size, from.cell()));
    }
    return from.phase() + 1 < phases.size()
        ? Optional.of(inside(from.phase() + 1, 0, size, from.cell()))
        : Optional.empty();
  }

  /** One step back; empty at the beginning of the update. */
  public Optional<StepPosition> back(StepPosition from, Granularity size) {
    Grid grid = operation(from).grid();
    int index = from.cell().row() * grid.columns() + from.cell().column();
    if (size == Granularity.ELEMENT && from.open() == StepPosition.Reach.ELEMENT && index > 0) {
      return Optional.of(from.withCell(cell(grid, index - 1)));
    }
    if (size != Granularity.PHASE
        && from.open() != StepPosition.Reach.PHASE
        && from.operation() > 0) {
      return Optional.of(last(from.phase(), from.operation() - 1, size, from.cell()));
    }
    if (from.phase() == 0) {
      return Optional.empty();
    }
    int phase = from.phase() - 1;
    return Optional.of(last(phase, operations(phase).size() - 1, size, from.cell()));
  }

  private StepPosition last(int phase, int operation, Granularity size, Grid.Cell wanted) {
    StepPosition place = inside(phase, operation, size, wanted);
    if (size != Granularity.ELEMENT) {
      return place;
    }
    Grid grid = operation(place).grid();
    return place.withCell(cell(grid, grid.size() - 1));
  }

  private static Grid.Cell cell(Grid grid, int index) {
    return new Grid.Cell(index / grid.columns(), index % grid.columns());
  }

  /** The first phase of the layer after (or, backwards, before) the one at {@code from}. */
  public Optional<StepPosition> nextLayer(StepPosition from, int direction) {
    int layer = phase(from).layer();
    for (int p = from.phase() + direction; p >= 0 && p < phases.size(); p += direction) {
      if (phases.get(p).layer() != layer) {
        return Optional.of(whole(p, from.cell()));
      }
    }
    return Optional.empty();
  }

  /** Where a number of this update is computed or given. */
  public Optional<StepPosition> find(Quantity asked) {
    Quantity q = kept(asked);
    if (q.kind() == Quantity.Kind.RATE && q.update() == trace.update()) {
      // No grid computes the rate; it is seen where it is used.
      return Optional.of(whole(phases.size() - 1, new Grid.Cell(0, 0)));
    }
    for (int p = 0; p < phases.size(); p++) {
      List<Operation> all = operations(p);
      for (int o = 0; o < all.size(); o++) {
        Optional<Grid.Cell> cell = all.get(o).grid().find(q);
        if (cell.isPresent()) {
          return Optional.of(new StepPosition(p, o, cell.get(), StepPosition.Reach.PHASE));
        }
      }
    }
    return Optional.empty();
  }

  /** What is only passed on has no net input of its own: its value is meant. */
  private Quantity kept(Quantity q) {
    boolean passed =
        q.kind() == Quantity.Kind.Z
            && q.layer() >= 1
            && q.layer() <= trace.layers().size()
            && trace.layers().get(q.layer() - 1).spec().kind().isPlain();
    return passed ? new Quantity(Quantity.Kind.A, q.update(), q.layer(), q.row(), q.column()) : q;
  }

  /** How much of a grid of the place's phase is to be seen. */
  public boolean isShown(StepPosition place, Grid grid, int row, int column) {
    if (place.open() == StepPosition.Reach.PHASE) {
      return true;
    }
    List<Operation> all = operations(place.phase());
    int index = indexOf(all, grid);
    if (index != place.operation()) {
      return index < place.operation();
    }
    int chosen = place.cell().row() * grid.columns() + place.cell().column();
    return place.open() == StepPosition.Reach.OPERATION || row * grid.columns() + column <= chosen;
  }

  /** −1 for a grid that is not computed in the phase. */
  private static int indexOf(List<Operation> all, Grid grid) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).grid().id().equals(grid.id())) {
        return i;
      }
    }
    return -1;
  }
}
