package org.ladera.present.step;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.ExplanationTree;
import org.ladera.explain.Expression;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.present.step.Equation.Term;

/** The lines at the end of an update: what the optimizer remembers, and the new parameters. */
final class Changes {
  private final StepTrace trace;
  private final Explainer explainer;
  private final Notation notation;
  private final Tex tex;
  private final Grids grids;

  Changes(StepTrace trace, Explainer explainer, Notation notation, Tex tex, Grids grids) {
    this.trace = trace;
    this.explainer = explainer;
    this.notation = notation;
    this.tex = tex;
    this.grids = grids;
  }

  private List<LayerTrace> learning() {
    return trace.layers().stream()
        .filter(layer -> layer.spec().kind().weightColumns() > 0)
        .toList();
  }

  List<Equation> memory() {
    List<Equation> all = new ArrayList<>();
    for (LayerTrace layer : learning()) {
      for (OptimizerMemory m : layer.w().memory()) {
        all.add(elementwise(Kind.MEMORY_W_AFTER, layer.index(), m.name()));
      }
      if (layer.spec().bias()) {
        for (OptimizerMemory m : layer.b().memory()) {
          all.add(elementwise(Kind.MEMORY_B_AFTER, layer.index(), m.name()));
        }
      }
    }
    return all;
  }

  List<Equation> update() {
    List<Equation> all = new ArrayList<>();
    for (LayerTrace layer : learning()) {
      all.add(elementwise(Kind.W_AFTER, layer.index(), ""));
      if (layer.spec().bias()) {
        all.add(elementwise(Kind.B_AFTER, layer.index(), ""));
      }
      if (layer.batchNorm().isPresent()) {
        all.add(elementwise(Kind.GAMMA_AFTER, layer.index(), ""));
        all.add(elementwise(Kind.BETA_AFTER, layer.index(), ""));
      }
    }
    return all;
  }

  /** A matrix whose elements come from the elements at the same place in others. */
  private Equation elementwise(Kind kind, int layer, String memory) {
    Grid result = grids.of(kind, layer, memory);
    Quantity first = new Quantity(kind, trace.update(), layer, 1, 1, memory);
    Expression e = explainer.explain(first).expression();
    Set<Quantity> operands = new LinkedHashSet<>(ExplanationTree.operands(e));
    operands.remove(first);
    List<Signs> parts =
        Signs.of(e, notation)
            .filter(signs -> signs.size() == operands.size())
            .orElseGet(() -> operands.stream().map(q -> new Signs(",", q)).toList());
    if (operands.isEmpty()) {
      // The engine's rule is more than a formula of this update's numbers.
      parts = List.of(new Signs("", before(first)));
    }
    List<Term> terms = new ArrayList<>();
    for (Signs part : parts) {
      Quantity q = part.operand();
      String sign = terms.isEmpty() && part.before().equals(",") ? "" : part.before();
      terms.add(new Term(sign, grids.of(q.kind(), q.layer(), q.memory())));
    }
    boolean sum = parts.stream().noneMatch(p -> p.before().equals(","));
    terms.add(new Term(sum && !operands.isEmpty() ? "=" : "\u2192", result));
    String formula =
        operands.isEmpty() ? result.tex() : result.tex() + " = " + new MatrixFormula(tex).of(e);
    return new Equation(formula, terms, List.of(result));
  }

  private static Quantity before(Quantity after) {
    return new Quantity(after.kind().before(), after.update(), after.layer(), 1, 1, after.memory());
  }
}
