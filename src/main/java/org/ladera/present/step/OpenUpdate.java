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
  private final StepOrder order = new StepOrder(this);

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

  /** From place to place through the update. */
  public StepOrder order() {
    return order;
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

  /** How the chosen element is put together, one term after the other. */
  public Accumulation accumulation(StepPosition place) {
    return Accumulation.of(
        quantity(place).map(this::arithmetic).orElseGet(() -> expression(place)));
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

  /** Where a number of this update is computed or given. */
  public Optional<StepPosition> find(Quantity asked) {
    Quantity q = kept(asked);
    if (q.kind() == Quantity.Kind.RATE && q.update() == trace.update()) {
      // No grid computes the rate; it is seen where it is used.
      return Optional.of(order.whole(phases.size() - 1, new Grid.Cell(0, 0)));
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

  /** Whether a number is there already; what other phases compute is left to them. */
  boolean isShown(StepPosition place, Quantity q) {
    if (place.open() == StepPosition.Reach.PHASE) {
      return true;
    }
    for (Operation operation : operations(place.phase())) {
      Optional<Grid.Cell> cell = operation.grid().find(q);
      if (cell.isPresent()) {
        return isShown(place, operation.grid(), cell.get().row(), cell.get().column());
      }
    }
    return true;
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
