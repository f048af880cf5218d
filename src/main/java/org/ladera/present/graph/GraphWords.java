package org.ladera.present.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ladera.lesson.model.SweepMode;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** The numbers of a graph in words: labels, equations, counts. */
public final class GraphWords {
  private static final String UNKNOWN = "?";
  private static final String TIMES = " \u00b7 ";

  /**
   * How a node comes about.
   *
   * @param symbols with the names of its operands
   * @param numbers with their values
   */
  record Formula(String symbols, String numbers) {}

  /**
   * One line below the graph.
   *
   * @param forms of the same line, from the longest to the shortest
   * @param derivative whether it is about a derivative
   */
  public record Line(List<String> forms, boolean derivative) {
    public Line {
      forms = List.copyOf(forms);
    }
  }

  private final Messages messages;
  private final Numbers numbers;
  private final List<Node> nodes;
  private final List<Edge> edges;
  private final List<Formula> formulas;
  private final List<Node> parameters;

  GraphWords(Messages messages, List<Node> nodes, List<Edge> edges, List<Formula> formulas) {
    this.messages = messages;
    this.nodes = List.copyOf(nodes);
    this.edges = List.copyOf(edges);
    this.formulas = List.copyOf(formulas);
    numbers = messages.numbers();
    parameters = nodes.stream().filter(n -> n.parameter().isPresent()).toList();
  }

  /** By what forward mode may differentiate, as plain names. */
  public List<String> seeds() {
    return parameters.stream()
        .map(n -> messages.text("graph.by", Map.of("symbol", plain(n.symbol()))))
        .toList();
  }

  /** The value of a node, or only its name, from the longest form to the shortest. */
  public List<String> value(int node, GraphSweep sweep) {
    Node n = nodes.get(node);
    String shown = numbers.shown(n.value());
    return sweep.knowsValue(node) ? List.of(equal(n.symbol(), shown), shown) : List.of(n.symbol());
  }

  /** The derivative of a node in this sweep, from the longest form to the shortest. */
  public List<String> derivative(int node, GraphSweep sweep) {
    String shown = numbers.shown(derived(node, sweep));
    return sweep.knowsDerivative(node)
        ? List.of(equal(name(node, sweep), shown), shown)
        : List.of();
  }

  public String slope(Edge edge) {
    return numbers.shown(edge.slope());
  }

  /**
   * What is said below the graph.
   *
   * @param chosen a node whose arithmetic is asked for, −1 for that of the last step
   */
  public List<Line> lines(GraphSweep sweep, int chosen) {
    List<Line> lines = new ArrayList<>();
    OptionalInt about = chosen >= 0 ? OptionalInt.of(chosen) : sweep.last();
    about.ifPresent(
        node -> {
          if (sweep.knowsDerivative(node)) {
            lines.add(derivativeLine(node, sweep, true));
          }
          if (sweep.knowsValue(node)) {
            lines.add(valueLine(node, true));
          }
          if (sweep.mode() == SweepMode.FORWARD || !sweep.isBackwards()) {
            lines.sort((one, other) -> Boolean.compare(one.derivative(), other.derivative()));
          }
        });
    if (chosen < 0) {
      sweep.next().ifPresent(node -> next(node, sweep, lines));
    }
    return lines;
  }

  /** What the next step is going to work out. */
  private void next(int node, GraphSweep sweep, List<Line> lines) {
    boolean forwards = sweep.done() < sweep.order().forwards().size();
    Line line = forwards ? valueLine(node, false) : derivativeLine(node, sweep, false);
    lines.add(
        new Line(
            line.forms().stream()
                .map(form -> messages.text("graph.next", Map.of("equation", form)))
                .toList(),
            line.derivative()));
  }

  private Line valueLine(int node, boolean known) {
    Node n = nodes.get(node);
    String shown = numbers.shown(n.value());
    if (n.operator().isEmpty()) {
      return new Line(
          List.of(
              messages.text("graph.given", Map.of("symbol", n.symbol(), "value", shown)),
              equal(n.symbol(), shown)),
          false);
    }
    Formula f = formulas.get(node);
    return known
        ? line(n.symbol(), f.symbols(), f.numbers(), shown, false)
        : new Line(List.of(equal(n.symbol(), f.symbols(), UNKNOWN)), false);
  }

  private Line derivativeLine(int node, GraphSweep sweep, boolean known) {
    String name = name(node, sweep);
    String shown = numbers.shown(derived(node, sweep));
    List<Edge> ways =
        edges.stream()
            .filter(e -> e.differentiated())
            .filter(e -> sweep.mode() == SweepMode.REVERSE ? e.from() == node : e.to() == node)
            .toList();
    if (ways.isEmpty()) {
      return new Line(List.of(equal(name, known ? shown : UNKNOWN)), true);
    }
    String symbols = ways.stream().map(e -> symbols(e, sweep)).collect(Collectors.joining(" + "));
    String terms = ways.stream().map(e -> terms(e, sweep)).collect(Collectors.joining(" + "));
    return known
        ? line(name, symbols, terms, shown, true)
        : new Line(List.of(equal(name, symbols, UNKNOWN), equal(name, UNKNOWN)), true);
  }

  private static Line line(
      String name, String symbols, String terms, String value, boolean derivative) {
    return new Line(
        List.of(equal(name, symbols, terms, value), equal(name, terms, value), equal(name, value)),
        derivative);
  }

  private String symbols(Edge e, GraphSweep sweep) {
    String local =
        "\u2202(" + formulas.get(e.to()).symbols() + ")/\u2202" + nodes.get(e.from()).symbol();
    return switch (sweep.mode()) {
      case REVERSE -> name(e.to(), sweep) + TIMES + local;
      case FORWARD -> local + TIMES + name(e.from(), sweep);
    };
  }

  private String terms(Edge e, GraphSweep sweep) {
    String local = numbers.shown(e.slope());
    return switch (sweep.mode()) {
      case REVERSE -> factors(numbers.shown(derived(e.to(), sweep)), local);
      case FORWARD -> factors(local, numbers.shown(derived(e.from(), sweep)));
    };
  }

  private static String factors(String one, String other) {
    return GraphWriting.bracketed(one) + TIMES + GraphWriting.bracketed(other);
  }

  private String name(int node, GraphSweep sweep) {
    return switch (sweep.mode()) {
      case REVERSE -> "\u2202" + nodes.getLast().symbol() + "/\u2202" + nodes.get(node).symbol();
      case FORWARD ->
          "\u2202" + nodes.get(node).symbol() + "/\u2202" + parameters.get(sweep.seed()).symbol();
    };
  }

  private double derived(int node, GraphSweep sweep) {
    return switch (sweep.mode()) {
      case REVERSE -> nodes.get(node).adjoint();
      case FORWARD -> nodes.get(node).tangents().get(sweep.seed());
    };
  }

  /** How many products of local derivatives each way to all derivatives takes. */
  public String costs() {
    long once = edges.stream().filter(Edge::differentiated).count();
    return messages.text(
        "graph.costs",
        Map.of(
            "inputs",
            parameters.size(),
            "once",
            once,
            "forward",
            parameters.size() * once,
            "paths",
            numbers.shown(alongPaths())));
  }

  /** The products when every path from a parameter to the result is worked out by itself. */
  double alongPaths() {
    double[] paths = new double[nodes.size()];
    double[] products = new double[nodes.size()];
    paths[nodes.size() - 1] = 1;
    for (Edge e : edges.reversed()) {
      if (e.differentiated()) {
        paths[e.from()] += paths[e.to()];
        products[e.from()] += products[e.to()] + paths[e.to()];
      }
    }
    return IntStream.range(0, nodes.size())
        .filter(i -> nodes.get(i).parameter().isPresent())
        .mapToDouble(i -> products[i])
        .sum();
  }

  /** The state of the sweep for those who do not see it. */
  public String spoken(GraphSweep sweep, int chosen) {
    List<String> sentences = new ArrayList<>();
    lines(sweep, chosen).forEach(line -> sentences.add(line.forms().getFirst()));
    sentences.add(costs());
    sentences.add(
        messages.text("graph.position", Map.of("done", sweep.done(), "steps", sweep.steps())));
    sentences.add(messages.text("graph.keys"));
    return plain(String.join(". ", sentences));
  }

  private static String equal(String... sides) {
    return String.join(" = ", sides);
  }

  private static String plain(String rich) {
    return RichText.parse(rich).plain();
  }
}
