package org.ladera.session.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ladera.engine.spec.Experiment;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;

/**
 * A reading of one run of a scene: {@code J} of the main one, {@code raw/J} of another.
 *
 * @param run id of the run
 */
public record RunReading(String run, Reading reading) {
  /** The kinds by how they are written; every kind has its entry. */
  static final List<Function<ReadingName, Optional<? extends Reading>>> KINDS =
      List.of(
          Scalar::of,
          LossReading::of,
          ParameterReading::of,
          SampleReading::of,
          SampleLoss::of,
          UnitReading::of,
          JacobianReading::of,
          SecantReading::of,
          LayerReading::of,
          MemoryReading::of,
          HeldOutReading::of);

  /** The reading that is written so; empty when no number is called so. */
  public static Optional<RunReading> parse(String written) {
    return ReadingName.parse(written)
        .flatMap(
            name ->
                KINDS.stream()
                    .<Reading>flatMap(kind -> kind.apply(name).stream())
                    .findFirst()
                    .map(reading -> new RunReading(name.run(), reading)));
  }

  /** The same, where the variables of a function that is descended have their names too. */
  public static Optional<RunReading> parse(String written, Scene scene) {
    return parse(written, run -> experiment(scene, run));
  }

  /** The same for a frame of such a scene. */
  public static Optional<RunReading> parse(String written, Frame frame) {
    return parse(
        written,
        run ->
            frame.runs().stream()
                .filter(r -> r.id().equals(run))
                .map(RunFrame::experiment)
                .findFirst());
  }

  private static Optional<RunReading> parse(
      String written, Function<String, Optional<Experiment>> experiments) {
    return parse(written)
        .or(
            () ->
                ReadingName.parse(written)
                    .flatMap(
                        name ->
                            experiments
                                .apply(name.run())
                                .flatMap(e -> ofVariable(name, e))
                                .map(reading -> new RunReading(name.run(), reading))));
  }

  private static Optional<Reading> ofVariable(ReadingName name, Experiment experiment) {
    return ParameterReading.ofVariable(name, experiment)
        .<Reading>map(reading -> reading)
        .or(() -> MemoryReading.ofVariable(name, experiment));
  }

  /** A reading of the main run. */
  public static RunReading main(Reading reading) {
    return new RunReading(Scene.MAIN, reading);
  }

  /** How it is written; the main run needs no name. */
  public String text() {
    return run.equals(Scene.MAIN) ? reading.text() : run + "/" + reading.text();
  }

  /** The run of a frame that it is of. */
  public Optional<RunFrame> in(Frame frame) {
    return run.equals(Scene.MAIN)
        ? Optional.of(frame.main())
        : frame.runs().stream().filter(r -> r.id().equals(run)).findFirst();
  }

  /** The number, or empty when this frame does not have it. */
  public OptionalDouble value(Frame frame) {
    return in(frame).map(r -> reading.value(frame, r)).orElse(OptionalDouble.empty());
  }

  /** Why a scene cannot have it. */
  public enum Fault {
    NO_RUN,
    MISSING
  }

  /** Why the scene cannot have it, or nothing. */
  public Optional<Fault> fault(Scene scene) {
    Optional<Experiment> experiment = experiment(scene, run);
    return experiment.isEmpty()
        ? Optional.of(Fault.NO_RUN)
        : reading.exists(experiment.get()) ? Optional.empty() : Optional.of(Fault.MISSING);
  }

  private static Optional<Experiment> experiment(Scene scene, String id) {
    return scene.runs().stream()
        .filter(r -> r.id().equals(id))
        .map(Scene.Run::experiment)
        .findFirst();
  }
}
