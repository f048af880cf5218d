package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing.With;
import org.ladera.present.step.Equation.Term;

/** The lines of an update of a function: its point, its value and its partial derivatives. */
final class FunctionEquations {
  /** A longer expression stays a name in the line and is read in the breakdown. */
  private static final int MOST_CHARACTERS = 120;

  private final StepTrace trace;
  private final Explainer explainer;
  private final Tex tex;
  private final Grids grids;

  FunctionEquations(StepTrace trace, Explainer explainer, Tex tex, Grids grids) {
    this.trace = trace;
    this.explainer = explainer;
    this.tex = tex;
    this.grids = grids;
  }

  /** The variables, and what the optimizer remembers of each. */
  List<Equation> point(Phase.Scope scope) {
    List<Equation> all = new ArrayList<>();
    all.add(alone(grids.of(Kind.W, 1)));
    if (scope == Phase.Scope.UPDATE) {
      for (OptimizerMemory memory : trace.layers().getFirst().w().memory()) {
        all.add(alone(grids.of(Kind.MEMORY_W, 1, memory.name())));
      }
    }
    return all;
  }

  private static Equation alone(Grid grid) {
    return new Equation(grid.tex(), List.of(new Term("", grid)), List.of(grid));
  }

  List<Equation> value() {
    Grid value = grids.of(Kind.LOSS, 0);
    return List.of(
        new Equation(
            value.tex() + written(new Quantity(Kind.LOSS, trace.update(), 0, 0, 0)),
            List.of(new Term("", grids.of(Kind.W, 1)), new Term("\u2192", value)),
            List.of(value)));
  }

  /** All partial derivatives; the formula shows that of the first variable. */
  Equation gradient() {
    Grid gradient = grids.of(Kind.GRADIENT_W, 1);
    Quantity first = new Quantity(Kind.GRADIENT_W, trace.update(), 1, 1, 1);
    return new Equation(
        gradient.tex() + ",\\quad " + tex.name(first) + written(first),
        List.of(new Term("", grids.of(Kind.W, 1)), new Term("\u2192", gradient)),
        List.of(gradient));
  }

  private String written(Quantity q) {
    Expression e = explainer.explain(q).expression();
    String formula = tex.write(e, With.NAMES);
    return formula.length() > MOST_CHARACTERS ? "" : " = " + formula;
  }
}
