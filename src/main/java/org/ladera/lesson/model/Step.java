package org.ladera.lesson.model;

import java.util.List;
import java.util.Optional;
import org.ladera.session.Command;
import org.ladera.session.Scene;

/**
 * One step of a lesson.
 *
 * @param scene what runs in this step, built from the lesson's scene and the step's changes
 * @param views what the stage shows; the first one is the one the step talks about
 * @param controls in the order shown
 * @param marks epochs whose loss a report names, increasing; empty when none was chosen
 * @param covers what stays covered until a check is answered
 * @param trains whether there is something to play; else the window offers no transport
 * @param solution commands and answers that, played without a window, pass the checks
 */
public record Step(
    String id,
    Scene scene,
    List<ViewSpec> views,
    List<Control> controls,
    List<Check> checks,
    List<Long> marks,
    List<Move> solution,
    List<Cover> covers,
    boolean trains) {
  public Step {
    marks = List.copyOf(marks);
    views = List.copyOf(views);
    controls = List.copyOf(controls);
    checks = List.copyOf(checks);
    solution = List.copyOf(solution);
    covers = List.copyOf(covers);
  }

  public Step(
      String id,
      Scene scene,
      List<ViewSpec> views,
      List<Control> controls,
      List<Check> checks,
      List<Move> solution) {
    this(id, scene, views, controls, checks, List.of(), solution, List.of(), true);
  }

  /** One move of a played solution. */
  public sealed interface Move {
    record Send(Command command) implements Move {}

    /** An answer typed or chosen in the question {@code check}. */
    record Answer(String check, String value) implements Move {}
  }

  public Optional<Check> check(String checkId) {
    return checks.stream().filter(c -> c.id().equals(checkId)).findFirst();
  }

  /** The same step with another scene. */
  public Step with(Scene other) {
    return new Step(id, other, views, controls, checks, marks, solution, covers, trains);
  }
}
