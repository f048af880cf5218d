package org.ladera.present.graph;

import java.util.List;
import java.util.OptionalInt;
import org.ladera.lesson.model.KnownNumbers;
import org.ladera.lesson.model.SweepMode;

/**
 * How far a person has gone through a graph, one operation at a time.
 *
 * @param seed in forward mode, by which parameter is differentiated, from 0
 * @param done how many steps
 */
public record GraphSweep(Order order, SweepMode mode, int seed, int done) {
  /**
   * The steps there are.
   *
   * @param forwards the operations, each after its operands
   * @param backwards what has a derivative, the result first and each before its operands
   */
  public record Order(List<Integer> forwards, List<Integer> backwards) {
    public Order {
      forwards = List.copyOf(forwards);
      backwards = List.copyOf(backwards);
    }

    private int steps(SweepMode mode) {
      return switch (mode) {
        case REVERSE -> forwards.size() + backwards.size();
        case FORWARD -> forwards.size();
      };
    }
  }

  public GraphSweep {
    done = Math.clamp(done, 0, order.steps(mode));
  }

  static GraphSweep first(Order order, SweepMode mode, int seed, KnownNumbers known) {
    int done =
        switch (known) {
          case INPUTS -> 0;
          case VALUES -> mode == SweepMode.REVERSE ? order.forwards().size() : 0;
          case ALL -> order.steps(mode);
        };
    return new GraphSweep(order, mode, seed, done);
  }

  /** The same way through another graph. */
  public GraphSweep in(Order other) {
    return new GraphSweep(other, mode, seed, isComplete() ? Integer.MAX_VALUE : done);
  }

  /** Further by so many steps, or back. */
  public GraphSweep moved(int by) {
    return new GraphSweep(order, mode, seed, Math.max(0, done + by));
  }

  /** The other mode, where it begins, or where it ends if this one is there. */
  public GraphSweep in(SweepMode other) {
    return new GraphSweep(order, other, seed, isComplete() ? order.steps(other) : 0);
  }

  /** By another parameter, as far as now. */
  public GraphSweep by(int parameter) {
    return new GraphSweep(order, mode, parameter, done);
  }

  public int steps() {
    return order.steps(mode);
  }

  public boolean isComplete() {
    return done == steps();
  }

  /** Whether the sweep goes back to what is given. */
  public boolean isBackwards() {
    return done > order.forwards().size();
  }

  public boolean knowsValue(int node) {
    int at = order.forwards().indexOf(node);
    return at < done;
  }

  /** Whether the derivative of a node is worked out, by it or of it. */
  public boolean knowsDerivative(int node) {
    if (!order.backwards().contains(node)) {
      return false;
    }
    return switch (mode) {
      case REVERSE -> order.backwards().indexOf(node) < done - order.forwards().size();
      case FORWARD -> knowsValue(node);
    };
  }

  /** The node of the last step. */
  public OptionalInt last() {
    return done == 0 ? OptionalInt.empty() : OptionalInt.of(at(done - 1));
  }

  /** The node of the next step. */
  public OptionalInt next() {
    return isComplete() ? OptionalInt.empty() : OptionalInt.of(at(done));
  }

  private int at(int step) {
    int forwards = order.forwards().size();
    return step < forwards ? order.forwards().get(step) : order.backwards().get(step - forwards);
  }
}
