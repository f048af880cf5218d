package org.ladera.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.timeline.Trajectory;

/**
 * A session whose main run has the run of the scene before beside it, as a ghost: where a new scene
 * takes the place of an old one and the two can be compared. Everything else is that of the session
 * it is made of.
 */
public final class ElderRun implements Session {
  /** Of no branch of the run on stage. */
  private static final int NO_BRANCH = -1;

  private final Session session;
  private Optional<RunFrame.Ghost> elder = Optional.empty();
  private @Nullable Frame newest;
  private @Nullable Frame shown;

  public ElderRun(Session session) {
    this.session = session;
  }

  /**
   * From now on this run is the ghost, where it has run and its losses can be compared with those
   * of the next; else there is none.
   *
   * @param before the run that is left
   * @param next the run that takes its place
   */
  public void remember(RunFrame before, Scene.Run next) {
    boolean comparable =
        before.reachedEpoch() > 0
            && before.experiment().loss().equals(next.experiment().loss())
            && before.experiment().data().targets().equals(next.experiment().data().targets());
    boolean alike = before.experiment().network().equals(next.experiment().network());
    elder =
        comparable
            ? Optional.of(
                new RunFrame.Ghost(
                    NO_BRANCH,
                    "",
                    before.experiment().optimizer().rate(),
                    before.history(),
                    alike
                        ? before.path()
                        : new Trajectory(new long[0], new double[0][], new double[0], 0),
                    false))
            : Optional.empty();
    shown = null;
  }

  /** No ghost from now on. */
  public void forget() {
    elder = Optional.empty();
    shown = null;
  }

  @Override
  public void send(Command command) {
    session.send(command);
  }

  @Override
  public @Nullable Frame newest() {
    Frame now = session.newest();
    if (now == null || elder.isEmpty()) {
      return now;
    }
    if (now != newest || shown == null) {
      newest = now;
      shown = with(now, elder.get());
    }
    return shown;
  }

  private static Frame with(Frame frame, RunFrame.Ghost ghost) {
    List<RunFrame> runs = new ArrayList<>(frame.runs());
    runs.set(0, frame.main().beside(ghost));
    return frame.with(runs);
  }

  @Override
  public Optional<Failure> failure() {
    return session.failure();
  }

  @Override
  public Optional<RefusedChange> refusal() {
    return session.refusal();
  }

  @Override
  public void close() {
    session.close();
  }
}
