package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.present.step.Equation.Term;
import org.ladera.present.step.Grid.Meaning;

/** The lines of each phase of one update (S0.13 to S0.24, S1.15, S2.17, S2.19). */
final class Equations {
  private static final String MINUS = "\u2212";
  private static final String ODOT = "\u2299";

  private final StepTrace trace;
  private final Explainer explainer;
  private final Tex tex;
  private final Grids grids;
  private final Phase.Scope scope;
  private final Backwards backwards;
  private final Changes changes;
  private final PictureLayers pictures;

  /** The parts of the sum that the factor of the loss stands before, once they were asked for. */
  private List<Expression> shares = List.of();

  Equations(
      StepTrace trace,
      Explainer explainer,
      Notation notation,
      Tex tex,
      Grids grids,
      Phase.Scope scope) {
    this.trace = trace;
    this.scope = scope;
    this.explainer = explainer;
    this.tex = tex;
    this.grids = grids;
    backwards = new Backwards(trace, explainer, tex, grids);
    changes = new Changes(trace, explainer, notation, tex, grids);
    pictures = new PictureLayers(trace, explainer, grids);
  }

  List<Equation> of(Phase phase) {
    int l = phase.layer();
    if (trace.experiment().function().isPresent()) {
      return ofFunction(phase);
    }
    return switch (phase.kind()) {
      case SAMPLES -> given();
      case NET_INPUT -> List.of(netInput(l));
      case NORMALISATION -> normalisation(l);
      case ACTIVATION -> List.of(activation(l));
      case LOSS -> loss();
      case DELTA -> backwards.delta(l);
      case GRADIENT ->
          l > Phase.lowest(trace) || Phase.isPunished(trace)
              ? backwards.gradient(l)
              : whole(backwards.gradient(l));
      case PENALTY -> whole(backwards.penalty());
      case MEMORY -> changes.memory();
      case UPDATE -> changes.update();
    };
  }

  private List<Equation> ofFunction(Phase phase) {
    FunctionEquations lines = new FunctionEquations(trace, explainer, tex, grids);
    return switch (phase.kind()) {
      case SAMPLES -> lines.point(scope);
      case LOSS -> lines.value();
      case GRADIENT -> whole(List.of(lines.gradient()));
      case MEMORY -> changes.memory();
      case UPDATE -> changes.update();
      case NET_INPUT, NORMALISATION, ACTIVATION, DELTA, PENALTY -> List.of();
    };
  }

  /** The last part of the gradient, and then the length of all of it. */
  private List<Equation> whole(List<Equation> last) {
    List<Equation> all = new ArrayList<>(last);
    all.add(backwards.norm());
    return all;
  }

  /** What the update begins with. */
  private List<Equation> given() {
    List<Equation> all = new ArrayList<>();
    Grid x = grids.of(Kind.X, 0);
    boolean answered = scope != Phase.Scope.SAMPLE;
    all.add(side(answered ? List.of(x, grids.of(Kind.Y, 0)) : List.of(x)));
    for (LayerTrace layer : trace.layers()) {
      if (layer.spec().kind().weightColumns() == 0) {
        continue;
      }
      List<Grid> parameters = new ArrayList<>();
      parameters.add(grids.of(Kind.W, layer.index()));
      if (layer.spec().bias()) {
        parameters.add(grids.of(Kind.B, layer.index()));
      }
      if (layer.batchNorm().isPresent()) {
        parameters.add(grids.of(Kind.GAMMA, layer.index()));
        parameters.add(grids.of(Kind.BETA, layer.index()));
      }
      all.add(side(parameters));
      List<Grid> memories = new ArrayList<>();
      for (OptimizerMemory m : layer.w().memory()) {
        memories.add(grids.of(Kind.MEMORY_W, layer.index(), m.name()));
        if (layer.spec().bias()) {
          memories.add(grids.of(Kind.MEMORY_B, layer.index(), m.name()));
        }
      }
      if (!memories.isEmpty() && scope == Phase.Scope.UPDATE) {
        all.add(side(memories));
      }
    }
    return all;
  }

  /** Matrices beside each other, nothing computed. */
  private static Equation side(List<Grid> parts) {
    List<Term> terms = parts.stream().map(g -> new Term("", g)).toList();
    return new Equation(
        parts.stream().map(Grid::tex).collect(Collectors.joining(",\\quad ")), terms, parts);
  }

  private Equation netInput(int l) {
    if (grids.layer(l).spec().kind() instanceof LayerKind.Convolution) {
      return pictures.convolution(l);
    }
    Grid a = grids.of(l == 1 ? Kind.X : Kind.A, l - 1);
    Grid w = grids.of(Kind.W, l);
    Grid z = grids.of(Kind.Z, l);
    boolean turned = grids.samplesAreColumns();
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("", turned ? w : a));
    terms.add(new Term("\u00b7", turned ? a : w));
    String formula = terms.get(0).grid().tex() + " \\cdot " + terms.get(1).grid().tex();
    if (grids.layer(l).spec().bias()) {
      Grid b = grids.of(Kind.B, l);
      terms.add(new Term("+", b));
      formula += " + " + b.tex();
    }
    terms.add(new Term("=", z));
    return new Equation(z.tex() + " = " + formula, terms, List.of(z));
  }

  private List<Equation> normalisation(int l) {
    Grid z = grids.of(Kind.Z, l);
    Grid mean = grids.of(Kind.MEAN, l);
    Grid variance = grids.of(Kind.VARIANCE, l);
    Grid normalised = grids.of(Kind.NORMALISED, l);
    Grid output = grids.of(Kind.NORM_OUTPUT, l);
    Grid gamma = grids.of(Kind.GAMMA, l);
    Grid beta = grids.of(Kind.BETA, l);
    return List.of(
        new Equation(
            mean.tex() + " = \\frac{1}{m} \\sum_i " + z.tex() + "_i",
            List.of(new Term("", z), new Term("\u2192", mean)),
            List.of(mean)),
        new Equation(
            variance.tex() + " = \\frac{1}{m} \\sum_i (" + z.tex() + "_i - " + mean.tex() + ")^2",
            List.of(new Term("", z), new Term(MINUS, mean), new Term("\u2192", variance)),
            List.of(variance)),
        new Equation(
            normalised.tex()
                + (" = \\frac{" + z.tex() + " - " + mean.tex() + "}")
                + ("{\\sqrt{" + variance.tex() + " + \\epsilon}}"),
            List.of(
                new Term("", z),
                new Term(MINUS, mean),
                new Term("/ \u221a", variance),
                new Term("=", normalised)),
            List.of(normalised)),
        new Equation(
            output.tex() + " = " + gamma.tex() + " \\odot " + normalised.tex() + " + " + beta.tex(),
            List.of(
                new Term("", gamma),
                new Term(ODOT, normalised),
                new Term("+", beta),
                new Term("=", output)),
            List.of(output)));
  }

  private Equation activation(int l) {
    if (grids.layer(l).spec().kind().isPlain()) {
      return pictures.passedOn(l);
    }
    Grid input = grids.of(input(l), l);
    Grid a = grids.of(Kind.A, l);
    LayerTrace layer = grids.layer(l);
    String f = layer.spec().activation().kind().symbol();
    String applied = f + "\\left(" + input.tex() + "\\right)";
    if (layer.mask().isEmpty()) {
      return new Equation(
          a.tex() + " = " + applied,
          List.of(new Term("", input), new Term("\u2192", a)),
          List.of(a));
    }
    Grid mask = grids.of(Kind.MASK, l);
    Grid before =
        grids.derived(
            "f/" + l, applied, Meaning.DATA, true, Kind.A, l, (i, j) -> undropped(l, i, j));
    return new Equation(
        a.tex() + " = \\frac{" + applied + " \\odot " + mask.tex() + "}{1 - p}",
        List.of(
            new Term("", input),
            new Term("\u2192", before),
            new Term(ODOT, mask),
            new Term("/ (1 \u2212 $p$) =", a)),
        List.of(before, mask, a));
  }

  /** The activation before dropout: f(z) of f(z) · mask / (1 − p). */
  private Expression undropped(int l, int sample, int unit) {
    Expression a = expression(Kind.A, l, sample, unit);
    return a instanceof Expression.Quotient q && q.above() instanceof Expression.Product p
        ? p.factors().getFirst()
        : a;
  }

  private List<Equation> loss() {
    int last = trace.layers().size();
    Grid a = grids.of(Kind.A, last);
    Grid y = grids.of(Kind.Y, 0);
    Grid share =
        grids.derived("loss", "\\loss{\\ell}", Meaning.LOSS, false, Kind.Y, 0, this::shareOfLoss);
    Grid total =
        Phase.isPunished(trace)
            ? grids.of(Kind.LOSS, 0)
            : grids.of(Kind.LOSS, 0).named("\\loss{J}");
    String factor = "c = " + tex.number(trace.factor());
    List<Equation> all = new ArrayList<>();
    boolean root = trace.experiment().loss().kind() == LossSpec.Kind.ROOT_SQUARED;
    all.add(
        new Equation(
            total.tex()
                + (root ? " = \\sqrt{c \\sum \\loss{\\ell}}" : " = c \\sum \\loss{\\ell}")
                + ",\\quad \\loss{\\ell} = "
                + lossTerm(a.tex(), y.tex())
                + ",\\quad "
                + factor,
            List.of(
                new Term("", a),
                new Term(",", y),
                new Term("\u2192", share),
                new Term(root ? "\u221a$c$ \u03a3" : "$c$ \u03a3 =", total)),
            List.of(share, total)));
    if (Phase.isPunished(trace)) {
      Grid penalty = grids.of(Kind.PENALTY, 0);
      Grid sum = grids.of(Kind.TOTAL, 0);
      all.add(
          new Equation(
              sum.tex() + " = " + total.tex() + " + " + penalty.tex(),
              List.of(new Term("", total), new Term("+", penalty), new Term("=", sum)),
              List.of(penalty, sum)));
    }
    return all;
  }

  private String lossTerm(String a, String y) {
    String error = a + " - " + y;
    return switch (trace.experiment().loss().kind()) {
      case SQUARED, ROOT_SQUARED -> "(" + error + ")^2";
      case ABSOLUTE -> "\\left|" + error + "\\right|";
      case HUBER -> "h(" + error + ")";
      case OUTPUT -> a;
      case SQUARED_LOG -> "\\left(\\ln(1 + " + a + ") - \\ln(1 + " + y + ")\\right)^2";
      case BINARY_CROSS_ENTROPY ->
          "-" + y + " \\ln " + a + " - (1 - " + y + ") \\ln(1 - " + a + ")";
      case CATEGORICAL_CROSS_ENTROPY -> "-" + y + " \\ln " + a;
      case NEGATIVE_LOG_LIKELIHOOD -> "-" + y + "\\, " + a;
    };
  }

  /** One sample's and one output's part of the sum that the factor stands before. */
  private Expression shareOfLoss(int sample, int output) {
    if (shares.isEmpty()) {
      Expression loss = expression(Kind.LOSS, 0, 0, 0);
      Expression scaled = loss instanceof Expression.Apply root ? root.argument() : loss;
      Expression sum = scaled instanceof Expression.Product p ? p.factors().getLast() : scaled;
      shares = ((Expression.Sum) sum).terms();
    }
    return shares.get((sample - 1) * trace.y().columns() + output - 1);
  }

  private Kind input(int l) {
    return grids.layer(l).batchNorm().isPresent() ? Kind.NORM_OUTPUT : Kind.Z;
  }

  private Expression expression(Kind kind, int layer, int row, int column) {
    return explainer.explain(new Quantity(kind, trace.update(), layer, row, column)).expression();
  }
}
