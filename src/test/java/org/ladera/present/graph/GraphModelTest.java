package org.ladera.present.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.function.NamedFunction;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.model.KnownNumbers;
import org.ladera.lesson.model.SweepMode;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** The graph has the values and derivatives of the run, and is laid out from left to right. */
class GraphModelTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  /** A value and its derivative in one direction, worked out together. */
  private record Dual(double value, double slope) {
    Dual plus(Dual o) {
      return new Dual(value + o.value, slope + o.slope);
    }

    Dual minus(Dual o) {
      return new Dual(value - o.value, slope - o.slope);
    }

    Dual times(Dual o) {
      return new Dual(value * o.value, slope * o.value + value * o.slope);
    }

    Dual over(Dual o) {
      return new Dual(value / o.value, (slope * o.value - value * o.slope) / (o.value * o.value));
    }

    Dual exp() {
      return new Dual(Math.exp(value), slope * Math.exp(value));
    }
  }

  private interface Formula {
    Dual at(Dual x, Dual y);
  }

  static Frame frame(String expression, double... at) {
    try {
      return Xor.after(
          Experiment.of(
              FunctionGraph.parse(expression),
              at,
              new OptimizerSpec.Sgd(1e-12),
              new ScheduleSpec.Constant(),
              0),
          0);
    } catch (FunctionSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static ViewSpec.Graph view(UnitChoice at, SweepMode mode, KnownNumbers known) {
    return new ViewSpec.Graph("main", at, mode, Optional.empty(), known);
  }

  static GraphModel model(Frame frame, ViewSpec.Graph view) {
    return GraphModel.of(frame, view, Highlight.NONE, ENGLISH, Labels.NONE);
  }

  private static GraphModel model(Frame frame) {
    return model(frame, view(UnitChoice.FIRST, SweepMode.REVERSE, KnownNumbers.ALL));
  }

  private static Node named(GraphModel model, String symbol) {
    return model.nodes().stream()
        .filter(n -> n.symbol().equals("$" + symbol + "$"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(GraphModel model, GraphSweep sweep, int chosen) {
    return model.words().lines(sweep, chosen).stream().map(l -> l.forms().getFirst()).toList();
  }

  @Test
  void twoPathsMeetAtTheVariableThatIsUsedTwice() {
    GraphModel model = model(frame("x^2*y + y", 1, 1));
    assertEquals(
        List.of("$x$", "$p$", "$y$", "$q$", "$J$"),
        model.nodes().stream().map(Node::symbol).toList());
    assertEquals(2, named(model, "x").adjoint());
    assertEquals(2, named(model, "y").adjoint());
    assertEquals(2, model.nodes().getLast().value());
    assertEquals(List.of(2.0, 2.0), model.nodes().getLast().tangents());
    assertEquals(
        "\u2202$J$/\u2202$y$ = \u2202$J$/\u2202$q$ \u00b7 \u2202($p$ \u00b7 $y$)/\u2202$y$ +"
            + " \u2202$J$/\u2202$J$ \u00b7 \u2202($q$ + $y$)/\u2202$y$ = 1 \u00b7 1 + 1 \u00b7 1 ="
            + " 2",
        lines(model, model.first(), 2).getFirst());
    // x: three edges; y: two by way of q and one straight on.
    assertEquals(6, model.words().alongPaths());
    assertTrue(model.words().costs().contains("2 \u00d7 5 = 10"), model.words().costs());
  }

  @Test
  void derivativesAreThoseOfDualNumbers() {
    assertDual("x^2*y + y", (x, y) -> x.times(x).times(y).plus(y));
    assertDual("(3*x + y)^2", (x, y) -> square(x.times(new Dual(3, 0)).plus(y)));
    assertDual("(x + y)*(x + y)/exp(x*y)", (x, y) -> square(x.plus(y)).over(x.times(y).exp()));
    assertDual(
        "-x*x*x - x/y", (x, y) -> new Dual(0, 0).minus(x.times(x).times(x)).minus(x.over(y)));
  }

  private static Dual square(Dual a) {
    return a.times(a);
  }

  private static void assertDual(String expression, Formula formula) {
    double[] at = {1.3, -0.7};
    GraphModel model = model(frame(expression, at));
    for (int v = 0; v < 2; v++) {
      Dual x = new Dual(at[0], v == 0 ? 1 : 0);
      Dual y = new Dual(at[1], v == 1 ? 1 : 0);
      Dual expected = formula.at(x, y);
      Node result = model.nodes().getLast();
      assertEquals(expected.value(), result.value(), 1e-12, expression);
      assertEquals(expected.slope(), result.tangents().get(v), 1e-12, expression);
      assertEquals(expected.slope(), named(model, v == 0 ? "x" : "y").adjoint(), 1e-12, expression);
    }
  }

  @Test
  void whatAnExpressionRepeatsIsWorkedOutOnce() {
    GraphModel model = model(frame("(x + y)*(x + y)", 1, 2));
    assertEquals(4, model.nodes().size());
    assertEquals(6, named(model, "x").adjoint());
    assertEquals(2, model.edges().stream().filter(e -> e.to() == 3).count());
  }

  @Test
  void numbersThatNeverChangeStandInsideTheOperations() {
    GraphModel model = model(frame("2*pi*x - 3", 0.5));
    assertEquals(List.of("", "6.28 \u00d7", "\u2212 3"), operators(model));
  }

  private static List<String> operators(GraphModel model) {
    return model.nodes().stream().map(Node::operator).toList();
  }

  @ParameterizedTest
  @EnumSource(NamedFunction.class)
  void edgesGoToTheRightAndNodesKeepApart(NamedFunction function) {
    Frame frame = frame(function.graph().text(), function.startX(), function.startY());
    GraphModel model = model(frame);
    for (Edge e : model.edges()) {
      int columns = model.nodes().get(e.to()).column() - model.nodes().get(e.from()).column();
      assertTrue(columns > 0, function + " " + e);
      assertEquals(columns - 1, e.passing().size());
    }
    for (Node one : model.nodes()) {
      assertTrue(one.lane() >= 0 && one.lane() <= model.lanes() - 1 + 1e-9);
      for (Node other : model.nodes()) {
        boolean apart =
            one == other
                || one.column() != other.column()
                || Math.abs(one.lane() - other.lane()) >= 1 - 1e-9;
        assertTrue(apart, function + ": " + one + " and " + other);
      }
    }
  }

  private static Experiment network(
      LossSpec loss, double[][] x, double[][] y, LayerSpec... layers) {
    return new Experiment(
        Dataset.of(x, y),
        NetworkSpec.of(x[0].length, layers),
        loss,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(0.1),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.GlorotUniform(1),
        5);
  }

  /** Σ over the examples of ∂J/∂w by the graph is the gradient that backpropagation gives. */
  private static void assertBackpropagation(Experiment experiment) {
    Frame frame = Xor.after(experiment, 2);
    for (LayerTrace layer : frame.main().next().layers()) {
      for (int u = 1; u <= layer.spec().units(); u++) {
        double[] gradient = new double[layer.w().before().rows() + 1];
        double loss = 0;
        for (int i = 0; i < frame.main().next().rows().size(); i++) {
          int example = frame.main().next().rows().get(i);
          UnitChoice unit = new UnitChoice(layer.index(), u, OptionalInt.of(example + 1));
          GraphModel model = model(frame, view(unit, SweepMode.REVERSE, KnownNumbers.ALL));
          assertEquals(List.of(), model.empty());
          loss += model.nodes().getLast().value();
          for (Node n : model.nodes()) {
            if (n.parameter().isPresent()) {
              ParameterRef ref = n.parameter().get();
              boolean bias = ref.kind() == ParameterRef.Kind.BIAS;
              gradient[bias ? layer.w().before().rows() : ref.row() - 1] += n.adjoint();
            }
          }
        }
        assertEquals(frame.main().now().totalLoss(), loss, 1e-12);
        for (int k = 0; k < layer.w().before().rows(); k++) {
          assertEquals(layer.w().gradient().get(k, u - 1), gradient[k], 1e-12);
        }
        double ofBias = layer.spec().bias() ? layer.b().gradient().get(0, u - 1) : 0;
        assertEquals(ofBias, gradient[layer.w().before().rows()], 1e-12);
      }
    }
  }

  @Test
  void aUnitHasTheGradientOfBackpropagation() {
    assertBackpropagation(Xor.thesis());
    assertBackpropagation(Xor.deep());
    double[][] x = {{0.3, -0.8}, {1.1, 0.4}};
    double[][] y = {{1, 0}, {0, 1}};
    LayerSpec hidden = LayerSpec.dense(3, ActivationSpec.TANH);
    assertBackpropagation(
        network(
            new LossSpec(LossSpec.Kind.BINARY_CROSS_ENTROPY, Factor.PER_SAMPLE),
            x,
            y,
            hidden,
            LayerSpec.dense(2, ActivationSpec.SIGMOID)));
    assertBackpropagation(
        network(LossSpec.SSE, x, y, hidden, LayerSpec.dense(2, ActivationSpec.IDENTITY)));
  }

  @Test
  void theNetInputOfAUnitHasItsDelta() {
    Frame frame = Xor.after(Xor.thesis(), 10);
    UnitChoice second = new UnitChoice(1, 2, OptionalInt.of(3));
    GraphModel model = model(frame, view(second, SweepMode.REVERSE, KnownNumbers.ALL));
    int row = frame.main().next().rows().indexOf(2);
    LayerTrace layer = frame.main().next().layers().getFirst();
    Node z =
        model.nodes().stream()
            .filter(n -> n.symbol().equals("$z^([1])_(2)$"))
            .findFirst()
            .orElseThrow();
    assertEquals(layer.z().get(row, 1), z.value(), 1e-12);
    assertEquals(layer.delta().get(row, 1), z.adjoint(), 1e-12);
  }

  @Test
  void aUnitWhoseOperationsHaveNoNameSaysWhatIsMissing() {
    GraphModel model = model(Xor.after(Xor.threeClasses(), 1));
    assertEquals(2, model.empty().size());
    assertTrue(model.nodes().isEmpty());
    assertTrue(model.first().isComplete());
  }

  @Test
  void aSweepGoesForwardsOperationByOperationAndBackFromTheResult() {
    Frame frame = frame("x^2*y + y", 1, 1);
    GraphModel model = model(frame, view(UnitChoice.FIRST, SweepMode.REVERSE, KnownNumbers.INPUTS));
    List<Integer> visited = new ArrayList<>();
    GraphSweep sweep = model.first();
    assertTrue(sweep.knowsValue(0) && !sweep.knowsValue(1) && !sweep.knowsDerivative(0));
    assertEquals(List.of("next:  $p$ = $x$$^(2)$ = ?"), lines(model, sweep, -1));
    while (!sweep.isComplete()) {
      int next = sweep.next().orElseThrow();
      sweep = sweep.moved(1);
      assertEquals(next, sweep.last().orElseThrow());
      visited.add(next);
    }
    assertEquals(List.of(1, 3, 4, 4, 3, 2, 1, 0), visited);
    assertTrue(sweep.knowsDerivative(0));
    assertFalse(sweep.moved(-1).knowsDerivative(0));
    assertEquals(sweep, sweep.moved(1));
    GraphModel values =
        model(frame, view(UnitChoice.FIRST, SweepMode.REVERSE, KnownNumbers.VALUES));
    assertTrue(values.first().knowsValue(4) && !values.first().knowsDerivative(4));
  }

  @Test
  void forwardModeCarriesTheDerivativeByOneParameterAlong() {
    Frame frame = frame("x^2*y + y", 1, 1);
    GraphModel model = model(frame, view(UnitChoice.FIRST, SweepMode.FORWARD, KnownNumbers.ALL));
    assertEquals(3, model.first().steps());
    assertEquals(
        "\u2202$p$/\u2202$x$ = \u2202($x$$^(2)$)/\u2202$x$ \u00b7 \u2202$x$/\u2202$x$ = 2 \u00b7 1"
            + " = 2",
        lines(model, model.first(), 1).getLast());
    GraphSweep byY = model.first().by(1);
    assertEquals("0", model.words().derivative(1, byY).getLast());
    assertEquals("2", model.words().derivative(4, byY).getLast());
    assertEquals(List.of("by x", "by y"), model.words().seeds());
  }

  @Test
  void oneSweepBackGivesWhatForwardModeNeedsOneForEachInputFor() {
    double[] ones = new double[8];
    Arrays.fill(ones, 2);
    GraphModel model = model(frame("a*b*c*d*m*n*k*l", ones));
    for (Node n : model.nodes()) {
      if (n.parameter().isPresent()) {
        assertEquals(128, n.adjoint());
      }
    }
    assertEquals(14, model.edges().size());
    String costs = model.words().costs();
    assertTrue(costs.contains("8 \u00d7 14 = 112") && costs.contains("reverse 14"), costs);
  }

  @Test
  void isSaidInPlainWordsInBothLanguages() {
    for (Language language : Language.values()) {
      GraphModel model =
          GraphModel.of(
              frame("x^2*y + y", 1, 1),
              view(UnitChoice.FIRST, SweepMode.REVERSE, KnownNumbers.ALL),
              Highlight.NONE,
              Messages.load(language),
              Labels.NONE);
      String spoken = model.words().spoken(model.first(), -1);
      assertTrue(spoken.contains("\u2202J/\u2202x") && !spoken.contains("$"), spoken);
    }
  }

  @Test
  void aParameterThatIsPointedAtLightsItsNode() {
    Highlight y = new Highlight(-1, 0, 0, Optional.of(ParameterRef.weight(1, 1, 2)), -1);
    GraphModel model =
        GraphModel.of(
            frame("x^2*y + y", 1, 1),
            view(UnitChoice.FIRST, SweepMode.REVERSE, KnownNumbers.ALL),
            y,
            ENGLISH,
            Labels.NONE);
    assertEquals("$y$", model.nodes().get(model.lit()).symbol());
  }
}
