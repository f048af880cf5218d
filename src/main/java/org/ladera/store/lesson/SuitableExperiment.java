package org.ladera.store.lesson;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.spec.Suitability;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.engine.train.Trainer;

/** Refuses what would run and mean nothing, or does not run at all. */
final class SuitableExperiment {
  private SuitableExperiment() {}

  /** The experiment, whose output layer, loss, targets and batches belong together. */
  static Experiment of(FieldReader scene, Experiment experiment) {
    for (Misfit misfit : Suitability.of(experiment)) {
      if (misfit.serious()) {
        throw scene.refuse(
            misfit.part().name().toLowerCase(Locale.ROOT),
            "misfit." + misfit.key(),
            flat(misfit.values()));
      }
    }
    ActivationSpec last = experiment.network().layers().getLast().activation();
    if (!Suitability.puts(last.kind(), experiment.loss().kind())) {
      OutsideDomain.in(new Trainer(experiment).preview())
          .ifPresent(
              outside -> {
                throw scene.refuse("loss", "domain." + outside.loss().id(), flat(outside.values()));
              });
    }
    return experiment;
  }

  private static String[] flat(Map<String, String> values) {
    return values.entrySet().stream()
        .flatMap(value -> Stream.of(value.getKey(), value.getValue()))
        .toArray(String[]::new);
  }
}
