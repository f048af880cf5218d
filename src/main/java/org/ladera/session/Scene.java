package org.ladera.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;

/**
 * What is on stage: one main run and the runs beside it, in lockstep by epoch.
 *
 * @param runs the main run first
 * @param epochs the planned length
 * @param claimed the loss that the program is said to descend, where it is not the one whose
 *     gradient it follows; the gradient check holds it against this
 * @param patience epochs without a lower loss on the validation examples after which play and runs
 *     end and the main run goes back to where it was least (early stopping); empty for none
 */
public record Scene(
    List<Run> runs, long epochs, Optional<LossSpec> claimed, OptionalLong patience) {
  /** A run with the id by which views and texts name it; the main run is {@code main}. */
  public record Run(String id, Experiment experiment) {}

  public static final String MAIN = "main";

  public Scene {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("a scene has at least one run");
    }
  }

  public Scene(List<Run> runs, long epochs) {
    this(runs, epochs, Optional.empty());
  }

  /** One that is not stopped early. */
  public Scene(List<Run> runs, long epochs, Optional<LossSpec> claimed) {
    this(runs, epochs, claimed, OptionalLong.empty());
  }

  /** The same with other runs. */
  public Scene with(List<Run> others) {
    return new Scene(others, epochs, claimed, patience);
  }

  /** The same with another experiment in its main run. */
  public Scene withMain(Experiment main) {
    List<Run> others = new ArrayList<>(runs);
    others.set(0, new Run(runs.getFirst().id(), main));
    return with(others);
  }

  /** The same, planned for so many epochs. */
  public Scene lasting(long otherEpochs) {
    return new Scene(runs, otherEpochs, claimed, patience);
  }

  /** The same scene to be loaded once more, which its frames can be told apart by. */
  public Scene again() {
    return with(runs);
  }

  public static Scene of(Experiment experiment, long epochs) {
    return new Scene(List.of(new Run(MAIN, experiment)), epochs);
  }
}
