package org.ladera.session;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.timeline.Footprint;

/**
 * A session that measures what is asked of it before it is done: a change after which this machine
 * could not hold the runs, or an epoch would not end, is refused. One thread.
 */
public final class MeasuredSession implements Session {
  private final Session session;
  private final long heap;
  private @Nullable Frame newest;
  private Optional<RefusedChange> refusal = Optional.empty();

  /**
   * @param heap the most memory there is for all runs, in bytes
   */
  public MeasuredSession(Session session, long heap) {
    this.session = session;
    this.heap = heap;
  }

  @Override
  public void send(Command command) {
    Optional<RefusedChange> fault = needed(command).map(needed -> new RefusedChange(needed, heap));
    if (fault.isEmpty()) {
      session.send(command);
    } else {
      refusal = fault;
    }
  }

  /** What is needed after the command, where that is more than now and too much. */
  private Optional<Footprint> needed(Command command) {
    return switch (command) {
      case Command.Load load -> tooMuch(load.scene().runs().stream().map(Scene.Run::experiment), 0);
      case Command.Apply(Edit edit, boolean all) when newest != null -> {
        Frame now = newest;
        RunFrame main = now.main();
        long before = sum(now.runs().stream().map(RunFrame::experiment)).bytes();
        yield tooMuch(
            now.runs().stream()
                .map(
                    run ->
                        all || run.equals(main)
                            ? changed(run.experiment(), edit)
                            : run.experiment()),
            before);
      }
      case Command _ -> Optional.empty();
    };
  }

  private Optional<Footprint> tooMuch(Stream<Experiment> runs, long before) {
    Footprint needed = sum(runs);
    boolean fits = needed.bytes() <= before || (needed.fits(heap) && needed.isQuick());
    return fits ? Optional.empty() : Optional.of(needed);
  }

  private static Footprint sum(Stream<Experiment> runs) {
    return runs.map(Footprint::ofRun).reduce(new Footprint(0, 0), Footprint::and);
  }

  private static Experiment changed(Experiment run, Edit edit) {
    return switch (edit) {
      case Edit.SetData set when set.data().x().columns() == run.network().inputs() ->
          run.withData(set.data());
      case Edit.SetOptimizer set -> run.withOptimizer(set.optimizer());
      case Edit.SetActivation _, Edit.SetData _, Edit.SetParameter _, Edit.SetParameters _ -> run;
      case Edit.SetRate _ -> run;
    };
  }

  @Override
  public @Nullable Frame newest() {
    newest = session.newest();
    return newest;
  }

  @Override
  public Optional<Failure> failure() {
    return session.failure();
  }

  @Override
  public Optional<RefusedChange> refusal() {
    Optional<RefusedChange> told = refusal;
    refusal = Optional.empty();
    return told;
  }

  @Override
  public void close() {
    session.close();
  }
}
