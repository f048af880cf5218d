package org.ladera.present.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.function.GraphNode;
import org.ladera.engine.function.GraphPass;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.graph.GraphModel.Edge;
import org.ladera.present.graph.GraphModel.Node;
import org.ladera.present.graph.GraphModel.Role;
import org.ladera.present.graph.GraphSubject.Input;
import org.ladera.present.graph.GraphSubject.Operation;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/** Works out a {@link GraphModel}. */
final class GraphModelBuilder {
  /** The names of nameless operations, as many as there are; the variables keep theirs. */
  private static final List<String> LETTERS = List.of("p", "q", "s", "t", "u", "v", "g", "h");

  private final Frame frame;
  private final RunFrame run;
  private final ViewSpec.Graph spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Labels labels;

  GraphModelBuilder(
      Frame frame, ViewSpec.Graph spec, Highlight highlight, Messages messages, Labels labels) {
    this.frame = frame;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    this.labels = labels;
    run = frame.run(spec.run());
  }

  GraphModel model() {
    String title = messages.text("graph.title");
    String reading = frame.runs().size() > 1 ? labels.run(spec.run(), "") : "";
    return GraphSubject.of(run, spec.at(), highlight, messages.letters())
        .map(subject -> new Drawn(subject).model(title, reading))
        .orElseGet(() -> nothing(title));
  }

  private GraphModel nothing(String title) {
    List<String> words = List.of(messages.text("graph.empty"), messages.text("graph.empty.next"));
    GraphSweep.Order order = new GraphSweep.Order(List.of(), List.of());
    GraphSweep sweep = GraphSweep.first(order, spec.mode(), 0, spec.known());
    GraphWords none = new GraphWords(messages, List.of(), List.of(), List.of());
    return new GraphModel(title, "", words, List.of(), List.of(), 0, 0, sweep, -1, false, none);
  }

  /** One graph, with its nodes that are drawn: numbers that never change stand in the others. */
  private final class Drawn {
    private final GraphSubject subject;
    private final FunctionGraph graph;
    private final GraphPass pass;
    private final GraphWriting writing;
    private final boolean[] moving;
    private final boolean[] differentiated;
    private final List<Integer> shown;
    private final List<double[]> tangents = new ArrayList<>();

    Drawn(GraphSubject subject) {
      this.subject = subject;
      graph = subject.graph();
      pass = new GraphPass(graph);
      moving = below(variable -> true);
      differentiated = below(v -> subject.inputs().get(v).parameter().isPresent());
      double[] at = subject.inputs().stream().mapToDouble(Input::value).toArray();
      pass.forward(at);
      for (int v = 0; v < at.length; v++) {
        if (subject.inputs().get(v).parameter().isPresent()) {
          double[] direction = new double[at.length];
          direction[v] = 1;
          pass.tangent(direction);
          tangents.add(IntStream.range(0, moving.length).mapToDouble(pass::tangent).toArray());
        }
      }
      pass.reverse(new double[at.length]);
      writing = new GraphWriting(graph, i -> !moving[i], pass::value, messages.numbers());
      shown = IntStream.range(0, moving.length).filter(i -> moving[i]).boxed().toList();
    }

    /** The nodes that depend on some of the variables. */
    private boolean[] below(IntPredicate variable) {
      boolean[] below = new boolean[graph.nodes().size()];
      for (int i = 0; i < below.length; i++) {
        below[i] =
            graph.nodes().get(i) instanceof GraphNode.Variable(int index)
                ? variable.test(index)
                : operands(i).stream().anyMatch(o -> below[o]);
      }
      return below;
    }

    private List<Integer> operands(int node) {
      return IntStream.of(pass.left(node), pass.right(node)).filter(o -> o >= 0).boxed().toList();
    }

    private List<Integer> drawnOperands(int node) {
      return operands(node).stream().filter(o -> moving[o]).map(shown::indexOf).toList();
    }

    GraphModel model(String title, String reading) {
      GraphPlaces places = new GraphPlaces(shown.stream().map(this::drawnOperands).toList());
      List<String> symbols = symbols();
      List<Node> nodes = new ArrayList<>();
      List<Edge> edges = new ArrayList<>();
      for (int i = 0; i < shown.size(); i++) {
        nodes.add(node(i, symbols.get(i), places));
        edges.addAll(edges(i, places));
      }
      List<Integer> forwards =
          IntStream.range(0, nodes.size())
              .filter(i -> !operands(shown.get(i)).isEmpty())
              .boxed()
              .toList();
      List<Integer> backwards =
          IntStream.range(0, nodes.size())
              .filter(i -> differentiated[shown.get(i)])
              .boxed()
              .toList()
              .reversed();
      GraphSweep.Order order = new GraphSweep.Order(forwards, backwards);
      List<Optional<ParameterRef>> parameters =
          nodes.stream().map(Node::parameter).filter(Optional::isPresent).toList();
      int seed = Math.max(0, spec.by().map(by -> parameters.indexOf(Optional.of(by))).orElse(0));
      int lit =
          highlight.parameter().isEmpty()
              ? -1
              : nodes.stream().map(Node::parameter).toList().indexOf(highlight.parameter());
      return new GraphModel(
          title,
          reading,
          List.of(),
          nodes,
          edges,
          places.columns(),
          places.lanes(),
          GraphSweep.first(order, spec.mode(), seed, spec.known()),
          lit,
          run == frame.main(),
          new GraphWords(messages, nodes, edges, formulas(symbols)));
    }

    private Node node(int i, String symbol, GraphPlaces places) {
      int g = shown.get(i);
      Optional<Input> input =
          graph.nodes().get(g) instanceof GraphNode.Variable(int index)
              ? Optional.of(subject.inputs().get(index))
              : Optional.empty();
      Optional<ParameterRef> parameter = input.flatMap(Input::parameter);
      boolean result = i == shown.size() - 1;
      Role role =
          input.isPresent()
              ? parameter.isPresent() ? Role.PARAMETER : Role.DATA
              : result ? Role.RESULT : Role.OPERATION;
      Optional<Asked> asked =
          parameter
              .<Asked>map(Asked.Derivative::new)
              .or(() -> operation(g).flatMap(Operation::asked))
              .or(() -> result ? Optional.of(new Asked.PresentLoss()) : Optional.empty());
      return new Node(
          role,
          writing.operator(g),
          symbol,
          places.column(i),
          places.lane(i),
          pass.value(g),
          pass.adjoint(g),
          tangents.stream().map(t -> t[g]).toList(),
          parameter,
          asked);
    }

    private List<Edge> edges(int i, GraphPlaces places) {
      int g = shown.get(i);
      List<Edge> edges = new ArrayList<>();
      List<Integer> all = operands(g);
      for (int k = 0; k < all.size(); k++) {
        int operand = all.get(k);
        if (moving[operand]) {
          edges.add(
              new Edge(
                  shown.indexOf(operand),
                  i,
                  places.passing(i, edges.size()),
                  k == 0 ? pass.leftSlope(g) : pass.rightSlope(g),
                  differentiated[operand]));
        }
      }
      return edges;
    }

    private Optional<Operation> operation(int node) {
      FunctionGraph.Span span = graph.span(node);
      String text = graph.text().substring(span.from(), span.to()).replace(" ", "");
      return Optional.ofNullable(subject.operations().get(text));
    }

    private List<String> symbols() {
      List<String> symbols = new ArrayList<>();
      List<String> taken = new ArrayList<>(graph.variables());
      int number = 0;
      boolean few = shown.size() - subject.inputs().size() - 1 <= LETTERS.size() / 2;
      for (int g : shown) {
        if (graph.nodes().get(g) instanceof GraphNode.Variable(int index)) {
          symbols.add(subject.inputs().get(index).symbol());
        } else if (g == shown.getLast()) {
          symbols.add(subject.output());
        } else if (operation(g).isPresent()) {
          symbols.add(operation(g).get().symbol());
        } else if (few) {
          String letter = LETTERS.stream().filter(l -> !taken.contains(l)).findFirst().orElse("p");
          taken.add(letter);
          symbols.add("$" + letter + "$");
        } else {
          symbols.add("$v_(" + ++number + ")$");
        }
      }
      return symbols;
    }

    private List<GraphWords.Formula> formulas(List<String> symbols) {
      return shown.stream()
          .map(
              g ->
                  new GraphWords.Formula(
                      writing.formula(g, o -> symbols.get(shown.indexOf(o))),
                      writing.formula(g, o -> messages.numbers().shown(pass.value(o)))))
          .toList();
    }
  }
}
