package org.ladera.present.step;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.present.step.Equation.Term;
import org.ladera.present.step.Grid.Meaning;

/** The lines of layers that work on pictures: convolution, pooling, flattening, and back. */
final class PictureLayers {
  /** Cross-correlation: the kernel as it is. */
  private static final String SLIDES = "\u22c6";

  /** Convolution in the sense of mathematics: the kernel turned by 180°. */
  private static final String TURNED = "\u2217";

  private final StepTrace trace;
  private final Explainer explainer;
  private final Grids grids;

  PictureLayers(StepTrace trace, Explainer explainer, Grids grids) {
    this.trace = trace;
    this.explainer = explainer;
    this.grids = grids;
  }

  private Grid entering(int l) {
    return grids.of(l == 1 ? Kind.X : Kind.A, l - 1);
  }

  /** The kernel slides over what enters. */
  Equation convolution(int l) {
    Grid in = entering(l);
    Grid kernel = grids.of(Kind.W, l);
    Grid z = grids.of(Kind.Z, l);
    List<Term> terms = new ArrayList<>();
    terms.add(new Term("", in));
    terms.add(new Term(SLIDES, kernel));
    String formula = in.tex() + " \\star " + kernel.tex();
    if (grids.layer(l).spec().bias()) {
      Grid b = grids.of(Kind.B, l);
      terms.add(new Term("+", b));
      formula += " + " + b.tex();
    }
    terms.add(new Term("=", z));
    return new Equation(z.tex() + " = " + formula, terms, List.of(z));
  }

  /** Pooling and flattening choose among what enters, or pass it on. */
  Equation passedOn(int l) {
    Grid in = entering(l);
    Grid a = grids.of(Kind.A, l);
    String name =
        switch (grids.layer(l).spec().kind()) {
          case LayerKind.Pool pool ->
              switch (pool.reduction()) {
                case MAX -> "\\max";
                case AVERAGE -> "\\operatorname{mean}";
              };
          case LayerKind.Flatten _ -> "\\operatorname{flat}";
          case LayerKind.Convolution _, LayerKind.Dense _, LayerKind.Function _ -> "";
        };
    return new Equation(
        a.tex() + " = " + name + "\\left(" + in.tex() + "\\right)",
        List.of(new Term("", in), new Term("\u2192", a)),
        List.of(a));
  }

  /**
   * What comes back from the layer after {@code l}, which is no dense one; adds its matrices.
   *
   * @param kind of the delta that is computed
   * @param results takes what is computed on the way
   * @param sloped whether a slope follows
   * @return its formula
   */
  String incoming(int l, Kind kind, boolean sloped, List<Term> terms, List<Grid> results) {
    Grid next = grids.of(Kind.DELTA, l + 1);
    terms.add(new Term("", next));
    if (grids.layer(l + 1).spec().kind() instanceof LayerKind.Convolution) {
      Grid kernel = grids.of(Kind.W, l + 1);
      terms.add(new Term(TURNED, kernel));
      return "\\left(" + next.tex() + " \\ast " + kernel.tex() + "\\right)";
    }
    if (!sloped) {
      return next.tex();
    }
    Grid back =
        grids.derived(
            "back/" + l,
            "\\loss{\\partial J}/\\partial " + grids.of(Kind.A, l).tex(),
            Meaning.DELTA,
            true,
            Kind.A,
            l,
            (i, j) -> ((Expression.Product) expression(kind, l, i, j)).factors().getFirst());
    terms.add(new Term("\u2192", back));
    results.add(back);
    return back.tex();
  }

  /** A kernel serves every place: its gradient is the sum over them. */
  Equation gradient(int l, Grid result) {
    Grid in = entering(l);
    Grid delta = grids.of(Kind.DELTA, l);
    return new Equation(
        result.tex() + " = " + in.tex() + " \\star " + delta.tex(),
        List.of(new Term("", in), new Term(SLIDES, delta), new Term("=", result)),
        List.of(result));
  }

  /** How many terms a sample adds to a derivative: one, or one for each place of a kernel. */
  int places(Kind kind, int l, int row) {
    if (!(grids.layer(l).spec().kind() instanceof LayerKind.Convolution c)) {
      return 1;
    }
    return kind == Kind.GRADIENT_W
        ? (int) IntStream.range(0, c.places()).filter(p -> c.inputAt(p, row - 1) >= 0).count()
        : c.places();
  }

  private Expression expression(Kind kind, int layer, int row, int column) {
    return explainer.explain(new Quantity(kind, trace.update(), layer, row, column)).expression();
  }
}
