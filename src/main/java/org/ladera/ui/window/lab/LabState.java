package org.ladera.ui.window.lab;

import java.util.Optional;
import org.ladera.engine.spec.Experiment;
import org.ladera.explain.Notation;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Step;
import org.ladera.store.document.LabDocument;

/**
 * What the panel of a laboratory shows.
 *
 * @param document that is on stage
 * @param step that was read from it
 * @param now the settings of the run as it stands, with the changes made on its way
 * @param begun whether the run has made an update
 * @param fromHere whether what a run can take on its way is done from here
 * @param refused the change made last, where it could not be
 * @param undo what would be taken back; empty for nothing
 * @param redo what would be done again
 * @param edited whether something is not yet in a file of the person's
 * @param secondsPerEpoch as it is expected on this machine
 * @param file its name; empty before there is one
 */
public record LabState(
    LabDocument document,
    Step step,
    Experiment now,
    boolean begun,
    boolean fromHere,
    Optional<Refusal> refused,
    Optional<LabPart> undo,
    Optional<LabPart> redo,
    boolean edited,
    String file,
    Notation notation,
    double secondsPerEpoch) {
  /**
   * A document that was not put on stage, and why.
   *
   * @param possible whether it can be all the same: it would only take long, or much memory
   */
  public record Refusal(LabDocument document, Fault fault, boolean possible) {}

  /** The settings of the document. */
  Experiment experiment() {
    return step.scene().runs().getFirst().experiment();
  }

  /** Whether a function is descended, which has neither data nor network. */
  boolean isFunction() {
    return experiment().function().isPresent();
  }
}
