package org.ladera.present.graph;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * A function, or the loss as one unit reaches it, as a graph of operations with every value and
 * every derivative (Baydin et al. 2018; Griewank and Walther 2008, chapter 3).
 *
 * @param reading which run or example, for the header
 * @param empty what to say instead; none where there is a graph
 * @param nodes operands before what uses them, the result last
 * @param columns how many columns the nodes stand in
 * @param lanes how many lanes
 * @param first how far it is worked out at first sight
 * @param lit the node of the parameter that is pointed at, −1 for none
 * @param editable whether given numbers can be changed by hand
 */
public record GraphModel(
    String title,
    String reading,
    List<String> empty,
    List<Node> nodes,
    List<Edge> edges,
    int columns,
    double lanes,
    GraphSweep first,
    int lit,
    boolean editable,
    GraphWords words)
    implements CardModel {
  /** What a node is. */
  public enum Role {
    /** Given, and no parameter. */
    DATA,
    PARAMETER,
    OPERATION,
    RESULT
  }

  /**
   * A number and how it comes about.
   *
   * @param operator what it does to its operands; empty where it is given
   * @param symbol its name
   * @param lane from 0, not always whole
   * @param adjoint the derivative of the result by it
   * @param tangents its own derivatives by each parameter
   * @param asked the number of the run that it is
   */
  public record Node(
      Role role,
      String operator,
      String symbol,
      int column,
      double lane,
      double value,
      double adjoint,
      List<Double> tangents,
      Optional<ParameterRef> parameter,
      Optional<Asked> asked) {
    public Node {
      tangents = List.copyOf(tangents);
    }
  }

  /**
   * From an operand to what uses it.
   *
   * @param passing the lanes of the columns between
   * @param slope the local derivative of {@code to} by {@code from}
   * @param differentiated whether a derivative passes along it
   */
  public record Edge(int from, int to, List<Double> passing, double slope, boolean differentiated) {
    public Edge {
      passing = List.copyOf(passing);
    }
  }

  public GraphModel {
    empty = List.copyOf(empty);
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** The state at first sight. */
  @Override
  public String spoken() {
    return spoken(first, lit);
  }

  /**
   * The state when a person has come so far.
   *
   * @param about the node whose arithmetic is asked for, −1 for that of the last step
   */
  public String spoken(GraphSweep sweep, int about) {
    String state = nodes.isEmpty() ? String.join(" ", empty) : words.spoken(sweep, about);
    return title + ". " + state;
  }

  /** The view of {@code spec} of this frame. */
  public static GraphModel of(
      Frame frame, ViewSpec.Graph spec, Highlight highlight, Messages messages, Labels labels) {
    return new GraphModelBuilder(frame, spec, highlight, messages, labels).model();
  }
}
