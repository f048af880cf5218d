package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.present.step.Equation.Term;
import org.ladera.present.step.Grid.Meaning;

/** The lines of the way back: deltas, gradients, and what regularisation adds to them. */
final class Backwards {
  private static final String DOT = "\u00b7";
  private static final String MINUS = "\u2212";
  private static final String ODOT = "\u2299";

  private final StepTrace trace;
  private final Explainer explainer;
  private final Tex tex;
  private final Grids grids;
  private final PictureLayers pictures;

  Backwards(StepTrace trace, Explainer explainer, Tex tex, Grids grids) {
    this.trace = trace;
    this.explainer = explainer;
    this.tex = tex;
    this.grids = grids;
    pictures = new PictureLayers(trace, explainer, grids);
  }

  List<Equation> delta(int l) {
    boolean normalised = grids.layer(l).batchNorm().isPresent();
    Kind kind = normalised ? Kind.NORM_DELTA : Kind.DELTA;
    List<Equation> all = new ArrayList<>();
    all.add(beforeActivation(l, kind));
    if (normalised) {
      all.add(throughNormalisation(l));
    }
    return all;
  }

  private Equation beforeActivation(int l, Kind kind) {
    Grid delta = grids.of(kind, l);
    boolean last = l == trace.layers().size();
    ActivationSpec.Kind f = grids.layer(l).spec().activation().kind();
    if (last && matched(f)) {
      return fromMatchedLoss(l, delta);
    }
    boolean sloped = f.hasSlope() && !grids.layer(l).spec().kind().isPlain();
    List<Term> terms = new ArrayList<>();
    List<Grid> results = new ArrayList<>();
    String formula;
    if (last) {
      Grid pull = pull(l, kind, sloped);
      terms.add(new Term("", pull));
      results.add(pull);
      formula = pull.tex();
    } else if (grids.layer(l + 1).spec().isDense()) {
      formula = incoming(l, terms);
    } else {
      formula = pictures.incoming(l, kind, sloped, terms, results);
    }
    if (f.isLayerWide()) {
      Grid a = grids.of(Kind.A, l);
      terms.add(new Term(",", a));
      formula =
          a.tex()
              + " \\odot \\left("
              + formula
              + " - \\sum_k "
              + a.tex()
              + "_k ("
              + formula
              + ")_k\\right)";
    } else if (sloped) {
      Grid slope = slope(l, kind);
      terms.add(new Term(ODOT, slope));
      results.add(slope);
      formula = formula + " \\odot " + slope.tex();
    }
    terms.add(new Term(f.isLayerWide() ? "\u2192" : "=", delta));
    results.add(delta);
    return new Equation(delta.tex() + " = " + formula, terms, results);
  }

  private Equation fromMatchedLoss(int l, Grid delta) {
    Grid a = grids.of(Kind.A, l);
    Grid y = grids.of(Kind.Y, 0);
    boolean one = trace.factor() == 1;
    return new Equation(
        delta.tex()
            + (one
                ? " = " + a.tex() + " - " + y.tex()
                : " = c\\left(" + a.tex() + " - " + y.tex() + "\\right)")
            + (one ? "" : ",\\quad c = " + tex.number(trace.factor())),
        List.of(
            new Term(one ? "" : "$c$ \u00b7 (", a),
            new Term(MINUS, y),
            new Term(one ? "=" : ") =", delta)),
        List.of(delta));
  }

  /** What the layer after sends back; adds its matrices and gives its formula. */
  private String incoming(int l, List<Term> terms) {
    Grid next = grids.of(Kind.DELTA, l + 1);
    Grid weights = grids.transposed(Kind.W, l + 1);
    boolean turned = grids.samplesAreColumns();
    terms.add(new Term("", turned ? weights : next));
    terms.add(new Term(DOT, turned ? next : weights));
    String product = terms.get(0).grid().tex() + " \\cdot " + terms.get(1).grid().tex();
    if (grids.layer(l).mask().isEmpty()) {
      return "\\left(" + product + "\\right)";
    }
    Grid mask = grids.of(Kind.MASK, l);
    terms.add(new Term(ODOT, mask));
    return "\\frac{\\left(" + product + "\\right) \\odot " + mask.tex() + "}{1 - p}";
  }

  /** ∂J/∂a of the last layer. */
  private Grid pull(int l, Kind kind, boolean sloped) {
    String name = "\\loss{\\partial J}/\\partial " + grids.of(Kind.A, l).tex();
    return grids.derived(
        "pull/" + l,
        name,
        Meaning.DELTA,
        true,
        Kind.A,
        l,
        (i, j) -> {
          Expression e = expression(kind, l, i, j);
          return sloped ? ((Expression.Product) e).factors().getFirst() : e;
        });
  }

  private Grid slope(int l, Kind kind) {
    ActivationSpec.Kind f = grids.layer(l).spec().activation().kind();
    Kind input = grids.layer(l).batchNorm().isPresent() ? Kind.NORM_OUTPUT : Kind.Z;
    String letter = f.symbol() + "'";
    return grids.derived(
        "slope/" + l,
        "\\net{" + letter + "(" + grids.of(input, l).tex() + ")}",
        Meaning.NET,
        false,
        Kind.Z,
        l,
        (i, j) -> ((Expression.Product) expression(kind, l, i, j)).factors().getLast());
  }

  private Equation throughNormalisation(int l) {
    Grid after = grids.of(Kind.NORM_DELTA, l);
    Grid normalised = grids.of(Kind.NORMALISED, l);
    Grid variance = grids.of(Kind.VARIANCE, l);
    Grid gamma = grids.of(Kind.GAMMA, l);
    Grid delta = grids.of(Kind.DELTA, l);
    return new Equation(
        delta.tex()
            + (" = \\frac{" + gamma.tex() + "}{m\\sqrt{" + variance.tex() + " + \\epsilon}}")
            + ("\\left(m\\," + after.tex() + " - \\sum_i " + after.tex() + "_i - ")
            + (normalised.tex()
                + "\\sum_i "
                + after.tex()
                + "_i "
                + normalised.tex()
                + "_i\\right)"),
        List.of(
            new Term("", after),
            new Term(",", normalised),
            new Term(",", variance),
            new Term(",", gamma),
            new Term("\u2192", delta)),
        List.of(delta));
  }

  List<Equation> gradient(int l) {
    LayerTrace layer = grids.layer(l);
    List<Equation> all = new ArrayList<>();
    all.add(ofWeights(l));
    if (layer.spec().bias()) {
      all.add(ofColumn(l, Kind.GRADIENT_B, Kind.DELTA));
    }
    if (layer.batchNorm().isPresent()) {
      Grid delta = grids.of(Kind.NORM_DELTA, l);
      Grid normalised = grids.of(Kind.NORMALISED, l);
      Grid gamma = shown(Kind.GRADIENT_GAMMA, l);
      all.add(
          new Equation(
              gamma.tex() + " = \\sum_i " + delta.tex() + "_i \\odot " + normalised.tex() + "_i",
              List.of(new Term("", delta), new Term(ODOT, normalised), new Term("\u03a3 =", gamma)),
              List.of(gamma)));
      all.add(ofColumn(l, Kind.GRADIENT_BETA, Kind.NORM_DELTA));
    }
    return all;
  }

  /** The length of the whole gradient. */
  Equation norm() {
    List<Term> terms = new ArrayList<>();
    for (LayerTrace layer : trace.layers()) {
      if (layer.spec().kind().weightColumns() == 0) {
        continue;
      }
      List<Kind> kinds = new ArrayList<>(List.of(Kind.GRADIENT_W));
      if (layer.spec().bias()) {
        kinds.add(Kind.GRADIENT_B);
      }
      if (layer.batchNorm().isPresent()) {
        kinds.addAll(List.of(Kind.GRADIENT_GAMMA, Kind.GRADIENT_BETA));
      }
      kinds.forEach(
          kind -> terms.add(new Term(terms.isEmpty() ? "" : ",", grids.of(kind, layer.index()))));
    }
    Grid norm = grids.of(Kind.GRADIENT_NORM, 0);
    terms.add(new Term("\u2192", norm));
    return new Equation(
        norm.tex() + " = \\sqrt{\\sum \\grad{(\\partial J/\\partial}\\weight{w}\\grad{)}^2}",
        terms,
        List.of(norm));
  }

  private Equation ofWeights(int l) {
    if (grids.layer(l).spec().kind() instanceof LayerKind.Convolution) {
      return pictures.gradient(l, shown(Kind.GRADIENT_W, l));
    }
    boolean turned = grids.samplesAreColumns();
    Grid input = grids.transposed(l == 1 ? Kind.X : Kind.A, l - 1);
    Grid delta = grids.of(Kind.DELTA, l);
    Grid result = shown(Kind.GRADIENT_W, l);
    Grid left = turned ? delta : input;
    Grid right = turned ? input : delta;
    return new Equation(
        result.tex() + " = " + left.tex() + " \\cdot " + right.tex(),
        List.of(new Term("", left), new Term(DOT, right), new Term("=", result)),
        List.of(result));
  }

  private Equation ofColumn(int l, Kind gradient, Kind delta) {
    Grid from = grids.of(delta, l);
    Grid result = shown(gradient, l);
    return new Equation(
        result.tex() + " = \\sum_i " + from.tex() + "_i",
        List.of(new Term("", from), new Term("\u03a3 =", result)),
        List.of(result));
  }

  /**
   * The gradient of a phase: the run's own, or, with one sample alone, that sample's share; the
   * share of the data where a penalty is still to come.
   */
  private Grid shown(Kind kind, int l) {
    int samples = trace.x().rows();
    boolean alone = grids.sample() > 0 && samples > 1;
    boolean punished = kind == Kind.GRADIENT_W && Phase.isPunished(trace);
    if (!alone && !punished) {
      return grids.of(kind, l);
    }
    String name = grids.of(kind, l).tex();
    return grids.derived(
        (alone ? "share/" : "data/") + kind + "/" + l,
        alone ? "{" + name + "}_{(" + grids.sample() + ")}" : "{" + name + "}_{\\text{data}}",
        Meaning.GRADIENT,
        true,
        kind,
        l,
        (i, j) -> {
          List<Expression> terms = ((Expression.Sum) expression(kind, l, i, j)).terms();
          int each = pictures.places(kind, l, i);
          int from = alone ? (grids.sample() - 1) * each : 0;
          return alone && each == 1
              ? terms.get(from)
              : new Expression.Sum(terms.subList(from, alone ? from + each : samples * each));
        });
  }

  List<Equation> penalty() {
    int samples = trace.x().rows();
    List<Equation> all = new ArrayList<>();
    for (LayerTrace layer : trace.layers()) {
      if (layer.spec().kind().weightColumns() == 0) {
        continue;
      }
      int l = layer.index();
      Grid total = grids.of(Kind.GRADIENT_W, l);
      Grid data =
          grids.derived(
              "data/" + l,
              "{" + total.tex() + "}_{\\text{data}}",
              Meaning.GRADIENT,
              true,
              Kind.GRADIENT_W,
              l,
              (i, j) -> part(l, i, j, 0, samples * pictures.places(Kind.GRADIENT_W, l, i)));
      Grid added =
          grids.derived(
              "penalty/" + l,
              "\\loss{\\partial\\Omega}/\\partial " + grids.of(Kind.W, l).tex(),
              Meaning.WEIGHT,
              true,
              Kind.GRADIENT_W,
              l,
              (i, j) ->
                  part(
                      l,
                      i,
                      j,
                      samples * pictures.places(Kind.GRADIENT_W, l, i),
                      Integer.MAX_VALUE));
      all.add(
          new Equation(
              total.tex() + " = " + data.tex() + " + " + rule(grids.of(Kind.W, l).tex()),
              List.of(new Term("", data), new Term("+", added), new Term("=", total)),
              List.of(added, total)));
    }
    return all;
  }

  private Expression part(int l, int row, int column, int from, int to) {
    List<Expression> terms = ((Expression.Sum) expression(Kind.GRADIENT_W, l, row, column)).terms();
    return new Expression.Sum(terms.subList(from, Math.min(to, terms.size())));
  }

  private String rule(String w) {
    return trace.experiment().regularisation().penalties().stream()
        .map(
            penalty ->
                switch (penalty) {
                  case L1 -> "\\lambda_1 \\operatorname{sgn}(" + w + ")";
                  case L2 -> "2\\lambda_2 " + w;
                })
        .collect(Collectors.joining(" + "));
  }

  private boolean matched(ActivationSpec.Kind f) {
    return trace.experiment().loss().kind().matches(f);
  }

  private Expression expression(Kind kind, int layer, int row, int column) {
    return explainer.explain(new Quantity(kind, trace.update(), layer, row, column)).expression();
  }
}
