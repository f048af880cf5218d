package org.ladera.store.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.LossReading;
import org.ladera.session.run.InlineSession;

/**
 * The loss of every run at chosen epochs of a run: those a lesson marks, else 0 and the powers of
 * ten. The loss of an epoch is that before its first update; where an epoch has many updates, the
 * sum over them, each before it was done, stands beside it, as programs that learn example by
 * example print it.
 */
public final class Milestones {
  /** Stepping through larger epochs would slow a run down. */
  private static final int MOST_UPDATES = 1000;

  /**
   * @param loss J
   * @param squares Σr²; empty where the loss is none of squares
   * @param overEpoch the sum over the epoch's updates, each before it was done
   */
  public record Milestone(
      long epoch, double loss, OptionalDouble squares, OptionalDouble overEpoch) {}

  private final Deque<Long> ahead;
  private final long last;
  private final Map<String, List<Milestone>> passed = new LinkedHashMap<>();

  public Milestones(List<Long> marks, long last) {
    this.last = last;
    TreeSet<Long> epochs = new TreeSet<>(marks);
    if (marks.isEmpty()) {
      epochs.add(0L);
      for (long power = 1; power < last; power *= 10) {
        epochs.add(power);
      }
    }
    ahead = new ArrayDeque<>(epochs.headSet(last, true));
  }

  /** Takes the run to every epoch still ahead up to {@code epoch} and notes its losses. */
  public void passUpTo(long epoch, InlineSession session) {
    while (!ahead.isEmpty() && ahead.peek() <= epoch) {
      long at = ahead.poll();
      if (at > 0) {
        session.send(new Command.RunTo(at));
      }
      note(at, session);
    }
  }

  public List<Milestone> of(RunFrame run) {
    return passed.getOrDefault(run.id(), List.of());
  }

  private void note(long epoch, InlineSession session) {
    Frame frame = session.newest();
    OptionalDouble main = overEpoch(epoch, session);
    for (RunFrame run : frame.runs()) {
      if (run.epoch() == epoch) {
        passed
            .computeIfAbsent(run.id(), _ -> new ArrayList<>())
            .add(
                new Milestone(
                    epoch,
                    run.now().totalLoss(),
                    LossReading.SQUARES.value(frame, run),
                    run == frame.main() ? main : OptionalDouble.empty()));
      }
    }
  }

  private OptionalDouble overEpoch(long epoch, InlineSession session) {
    int updates = session.newest().main().updatesPerEpoch();
    if (updates < 2 || updates > MOST_UPDATES || epoch >= last) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < updates; i++) {
      sum += session.newest().main().next().lossSum();
      session.send(new Command.Step(Granularity.UPDATE, 1));
    }
    return OptionalDouble.of(sum);
  }
}
