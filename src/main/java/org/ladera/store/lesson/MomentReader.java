package org.ladera.store.lesson;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Prediction;
import org.ladera.lesson.model.RunMoment;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;

/** The fields {@code at} and {@code predict} of a check: which moment it is about. */
final class MomentReader {
  private static final String AT = "at";

  private final Scene scene;
  private final FieldReader check;

  MomentReader(Scene scene, FieldReader check) {
    this.scene = scene;
    this.check = check;
  }

  boolean predicted() {
    return check.flag("predict", false);
  }

  /** The moment of a number: the planned end where it is predicted and none is named. */
  Optional<RunMoment> asked() {
    return check.has(AT) || predicted() ? Optional.of(moment()) : Optional.empty();
  }

  /** What is played before a choice is compared. */
  Optional<Prediction> prediction() {
    if (!predicted()) {
      for (String field : List.of(AT, "reading")) {
        if (check.has(field)) {
          throw check.refuse(field, "check.not-predicted");
        }
      }
      return Optional.empty();
    }
    return Optional.of(new Prediction(moment(), curves()));
  }

  private List<RunReading> curves() {
    return check.has("reading") ? List.of(ReadingNames.read(check, "reading", scene)) : List.of();
  }

  /** The epoch up to which runs are played: the planned end where none is named. */
  long epoch() {
    return check.has(AT)
        ? check.fields(AT, Set.of("epoch")).whole("epoch", 1, scene.epochs())
        : scene.epochs();
  }

  private long lastUpdate() {
    Experiment main = scene.runs().getFirst().experiment();
    return scene.epochs() * main.batch().updatesPerEpoch(main.data().size());
  }

  private RunMoment moment() {
    if (!check.has(AT)) {
      return RunMoment.epoch(scene.epochs());
    }
    FieldReader at = check.fields(AT, Set.of("update", "epoch"));
    if (at.has("update") == at.has("epoch")) {
      throw check.refuse(AT, "check.moment");
    }
    return at.has("update")
        ? new RunMoment(RunMoment.Unit.UPDATE, at.whole("update", 0, lastUpdate()))
        : RunMoment.epoch(at.whole("epoch", 0, scene.epochs()));
  }
}
