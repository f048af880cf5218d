package org.ladera.session.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.LayerSpread;
import org.ladera.session.FieldRequest;
import org.ladera.session.LayerHistory;
import org.ladera.timeline.Footprint;

/** Spreads of layers, now and at places of the path, each place once. One thread only. */
final class LayerWork {
  /** So many moments before the present one are shown at most. */
  private static final int MOST = 8;

  /** Where one moment costs more multiplications than this, the past is left out. */
  private static final double DEAR = 3e8;

  private record Known(MatrixView parameters, List<LayerSpread> layers) {}

  private final Map<Long, Known> known = new HashMap<>();
  private @Nullable Experiment of;

  /** Forgets everything where nobody asks any more. */
  void keep(Set<FieldRequest> watched) {
    if (watched.stream().noneMatch(FieldRequest.Layers.class::isInstance)) {
      known.clear();
    }
  }

  /** Empty when cancelled. */
  Optional<LayerHistory> of(FieldWork.Input input, StepTrace next, BooleanSupplier cancelled) {
    if (!input.experiment().equals(of)) {
      known.clear();
      of = input.experiment();
    }
    List<LayerHistory.Past> past = new ArrayList<>();
    if (Footprint.ofTraining(input.experiment()).multiplications() < DEAR) {
      for (int at : moments(input.path().updates(), next.update())) {
        if (cancelled.getAsBoolean()) {
          return Optional.empty();
        }
        long update = input.path().updates().get(at);
        past.add(
            new LayerHistory.Past(
                update, layers(input.experiment(), update, input.path().places().get(at))));
      }
    }
    return Optional.of(new LayerHistory(next.update(), LayerSpread.of(next), past));
  }

  private List<LayerSpread> layers(Experiment experiment, long update, MatrixView parameters) {
    Known found = known.get(update);
    if (found == null || !found.parameters().equals(parameters)) {
      Trainer trainer = new Trainer(experiment.withInit(new InitSpec.Given(parameters)));
      found = new Known(parameters, LayerSpread.of(trainer.preview()));
      known.put(update, found);
    }
    return found.layers();
  }

  /**
   * Places before {@code now} that stay the same for a while: the start, and multiples of a power
   * of two of updates.
   */
  private static List<Integer> moments(List<Long> updates, long now) {
    long apart = 1;
    while (now / apart > MOST - 1) {
      apart *= 2;
    }
    List<Integer> moments = new ArrayList<>();
    long next = 0;
    for (int i = 0; i < updates.size() && updates.get(i) < now; i++) {
      if (updates.get(i) >= next) {
        moments.add(i);
        next = (updates.get(i) / apart + 1) * apart;
      }
    }
    return moments;
  }
}
