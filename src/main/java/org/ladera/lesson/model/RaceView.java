package org.ladera.lesson.model;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.spec.ParameterRef;

/** A view of rules and rates that race each other. */
public sealed interface RaceView extends ViewSpec {
  /**
   * The loss over the learning rate, at the moment of the run.
   *
   * @param range of the rates
   * @param runs ids of the runs that are points beside the own one
   */
  record Rates(String run, Optional<Range> range, List<String> runs) implements RaceView {
    public Rates {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Who comes below a loss first, and stays there.
   *
   * @param below the loss
   * @param runs ids of those that take part; all when empty
   * @param check the id of the question whose answer is the predicted order; may be empty
   */
  record Ranking(String run, double below, List<String> runs, String check) implements RaceView {
    public Ranking {
      runs = List.copyOf(runs);
    }
  }

  /**
   * What rules keep of each parameter.
   *
   * @param runs ids of further runs
   */
  record Memory(String run, List<ParameterRef> parameters, List<String> runs) implements RaceView {
    public Memory {
      parameters = List.copyOf(parameters);
      runs = List.copyOf(runs);
    }
  }

  /**
   * How fast the rule arrives, over its rate and its memory.
   *
   * @param rates the range of the rates; as far as the limits go when empty
   */
  record Stability(String run, Optional<Range> rates) implements RaceView {}

  /**
   * The slope over the direction in which one goes from the present point.
   *
   * @param u the parameter from whose axis angles are measured
   */
  record Dial(String run, ParameterRef u, ParameterRef v) implements RaceView {}
}
