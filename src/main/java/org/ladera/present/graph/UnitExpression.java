package org.ladera.present.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.FunctionSyntaxException;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.Loss;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity.Kind;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.present.graph.GraphSubject.Input;
import org.ladera.present.graph.GraphSubject.Operation;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.RunFrame;
import org.ladera.text.Letters;

/**
 * The loss of one example as a function of the parameters of one unit: its sum, its activation, and
 * every way from there to the loss. What does not depend on the unit is a number.
 */
final class UnitExpression {
  private final RunFrame run;
  private final StepTrace next;
  private final Letters letters;
  private final int layer;
  private final int unit;
  private final int row;
  private final List<Input> inputs = new ArrayList<>();
  private final Map<String, Operation> operations = new HashMap<>();

  UnitExpression(RunFrame run, UnitChoice at, Highlight highlight, Letters letters) {
    this.run = run;
    this.letters = letters;
    next = run.next();
    layer = Math.clamp(at.layer(), 1, next.layers().size());
    unit = Math.clamp(at.unit(), 1, traced(layer).spec().units());
    int wanted = highlight.sample() >= 0 ? highlight.sample() : at.sample().orElse(1) - 1;
    row = Math.max(0, next.rows().indexOf(wanted));
  }

  private LayerTrace traced(int l) {
    return next.layers().get(l - 1);
  }

  /** Empty where an operation on the way has no name in expressions, or there are too many. */
  Optional<GraphSubject> subject() {
    boolean plain =
        next.experiment().regularisation().isNone()
            && next.layers().stream()
                .map(LayerTrace::spec)
                .allMatch(s -> s.isDense() && !s.batchNorm() && s.dropout() == 0);
    MatrixView w = traced(layer).w().before();
    int parameters = w.rows() + (traced(layer).spec().bias() ? 1 : 0);
    if (!plain || parameters > FunctionGraph.MOST_VARIABLES) {
      return Optional.empty();
    }
    boolean given = parameters + w.rows() < FunctionGraph.MOST_VARIABLES;
    String z = sum(w, given);
    Optional<String> loss = activated(z, layer, unit).flatMap(a -> onwards(a, given));
    try {
      Optional<FunctionGraph> graph =
          loss.isEmpty() ? Optional.empty() : Optional.of(FunctionGraph.parse(loss.get()));
      // A number that has overflowed reads as a variable more.
      return graph
          .filter(g -> g.variables().size() == inputs.size())
          .map(g -> new GraphSubject(g.shared(), inputs, operations, output()));
    } catch (FunctionSyntaxException tooLong) {
      return Optional.empty();
    }
  }

  /** J of a single example, its share of J where the batch has more. */
  private String output() {
    return next.rows().size() == 1 ? "$J$" : "$J_(" + (next.rows().get(row) + 1) + ")$";
  }

  /**
   * @param given whether what enters stands beside the weights as inputs of their own
   */
  private String sum(MatrixView w, boolean given) {
    StringJoiner terms = new StringJoiner("+");
    for (int i = 1; i <= w.rows(); i++) {
      double value = entering(i);
      String factor = "x" + i;
      if (given) {
        inputs.add(new Input(entered(i), value, Optional.empty()));
      } else {
        factor = literal(value);
      }
      parameter(ParameterRef.weight(layer, i, unit), w.get(i - 1, unit - 1));
      String term = factor + "*w" + i;
      operations.put(
          term, new Operation(w.rows() == 1 ? "$u$" : "$u_(" + i + ")$", Optional.empty()));
      terms.add(term);
      if (i > 1) {
        operations.put(terms.toString(), new Operation("$s_(" + i + ")$", Optional.empty()));
      }
    }
    if (traced(layer).spec().bias()) {
      parameter(ParameterRef.bias(layer, unit), traced(layer).b().before().get(0, unit - 1));
      terms.add("b");
    }
    return terms.toString();
  }

  private void parameter(ParameterRef ref, double value) {
    String symbol = ParameterSymbols.of(ref, run.experiment().network(), letters);
    inputs.add(new Input(symbol, value, Optional.of(ref)));
  }

  private double entering(int i) {
    return layer == 1 ? next.x().get(row, i - 1) : traced(layer - 1).a().get(row, i - 1);
  }

  private String entered(int i) {
    if (layer > 1) {
      return symbol("a", layer - 1, i);
    }
    return next.x().columns() == 1 ? "$x$" : "$x_(" + i + ")$";
  }

  private String symbol(String letter, int l, int u) {
    return ParameterSymbols.isUnit(run.experiment().network())
        ? "$" + letter + "$"
        : "$" + letter + letters.layer(l) + "_(" + u + ")$";
  }

  /** f(z), with the names of both. */
  private Optional<String> activated(String z, int l, int u) {
    ActivationSpec f = traced(l).spec().activation();
    Optional<String> a =
        switch (f.kind()) {
          case IDENTITY -> Optional.of(z);
          case SIGMOID -> Optional.of("sigmoid(" + z + ")");
          case TANH -> Optional.of("tanh(" + z + ")");
          case RELU -> Optional.of("relu(" + z + ")");
          case SOFTPLUS -> Optional.of("ln(1+exp(" + z + "))");
          case STEP, LEAKY_RELU, ELU, SOFTMAX -> Optional.empty();
        };
    a.ifPresent(text -> operations.put(text, named(Kind.A, "a", l, u)));
    operations.put(z, named(Kind.Z, "z", l, u));
    return a;
  }

  private Operation named(Kind kind, String letter, int l, int u) {
    return new Operation(
        symbol(letter, l, u), Optional.of(new Asked.Unit(kind, l, u, next.rows().get(row))));
  }

  /** From the activation of the unit through all later layers to the loss. */
  private Optional<String> onwards(String a, boolean given) {
    Map<Integer, String> moving = new HashMap<>(Map.of(unit, a));
    for (int l = layer + 1; l <= next.layers().size(); l++) {
      Map<Integer, String> beyond = new HashMap<>();
      for (int u = 1; u <= traced(l).spec().units(); u++) {
        Optional<String> activated = activated(net(moving, l, u), l, u);
        if (activated.isEmpty()) {
          return Optional.empty();
        }
        beyond.put(u, activated.get());
      }
      moving = beyond;
    }
    return loss(moving, given && layer == next.layers().size());
  }

  /** The sum of a later unit: a term for each moving input, the others together as a number. */
  private String net(Map<Integer, String> moving, int l, int u) {
    LayerTrace traced = traced(l);
    double rest = traced.z().get(row, u - 1);
    StringJoiner terms = new StringJoiner("+");
    for (int i = 1; i <= traced.w().before().rows(); i++) {
      if (moving.containsKey(i)) {
        double weight = traced.w().before().get(i - 1, u - 1);
        rest -= traced(l - 1).a().get(row, i - 1) * weight;
        terms.add("(" + moving.get(i) + ")*" + literal(weight));
      }
    }
    LayerSpec spec = traced.spec();
    boolean all = moving.size() == traced.w().before().rows();
    if (!all || spec.bias()) {
      terms.add(literal(all ? traced.b().before().get(0, u - 1) : rest));
    }
    return terms.toString();
  }

  private Optional<String> loss(Map<Integer, String> outputs, boolean given) {
    StringJoiner terms = new StringJoiner("+");
    for (int u = 1; u <= traced(next.layers().size()).spec().units(); u++) {
      if (outputs.containsKey(u)) {
        Optional<String> term = term(outputs.get(u), next.y().get(row, u - 1), given, u);
        if (term.isEmpty()) {
          return Optional.empty();
        }
        terms.add(term.get());
      }
    }
    double rest = lossOfOthers(outputs.keySet());
    if (rest != 0) {
      terms.add(literal(rest));
    }
    String factor = next.factor() == 1 ? "" : literal(next.factor()) + "*";
    return Optional.of(factor.isEmpty() ? terms.toString() : factor + "(" + terms + ")");
  }

  /** What the outputs that the unit cannot move have in the sum of the loss. */
  private double lossOfOthers(Set<Integer> moving) {
    LayerTrace last = traced(next.layers().size());
    double sum = 0;
    for (int u = 1; u <= last.spec().units(); u++) {
      if (!moving.contains(u)) {
        double[] z = {last.z().get(row, u - 1)};
        double[] a = {last.a().get(row, u - 1)};
        double[] y = {next.y().get(row, u - 1)};
        sum += Loss.sum(run.experiment().loss(), last.spec().activation(), z, a, y, 1, 1);
      }
    }
    return sum;
  }

  private Optional<String> term(String a, double y, boolean given, int u) {
    return switch (run.experiment().loss().kind()) {
      case SQUARED -> Optional.of(squared(a, y, given, u));
      case BINARY_CROSS_ENTROPY ->
          y == 1 ? Optional.of("-ln(" + a + ")") : crossEntropyOfNone(a, y);
      case OUTPUT -> Optional.of(a);
      case ABSOLUTE,
          ROOT_SQUARED,
          HUBER,
          SQUARED_LOG,
          CATEGORICAL_CROSS_ENTROPY,
          NEGATIVE_LOG_LIKELIHOOD ->
          Optional.empty();
    };
  }

  private static Optional<String> crossEntropyOfNone(String a, double y) {
    return y == 0 ? Optional.of("-ln(1-" + a + ")") : Optional.empty();
  }

  private String squared(String a, double y, boolean given, int u) {
    String target = literal(y);
    if (given) {
      target = "y";
      inputs.add(new Input("$y$", y, Optional.empty()));
    }
    String residual = "(" + a + ")-" + target;
    String name = next.y().columns() == 1 ? "$r$" : "$r_(" + u + ")$";
    operations.put(residual, new Operation(name, Optional.empty()));
    return "(" + residual + ")^2";
  }

  /** A number as an expression may hold it after any sign. */
  private static String literal(double value) {
    return value < 0 ? "(" + value + ")" : String.valueOf(value);
  }
}
