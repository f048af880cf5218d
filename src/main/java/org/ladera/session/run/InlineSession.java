package org.ladera.session.run;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.session.Command;
import org.ladera.session.Failure;
import org.ladera.session.Frame;
import org.ladera.session.Session;
import org.ladera.session.field.FieldWork;

/**
 * A session without threads and without a clock: every command is carried out before {@code send}
 * returns, play runs to the end, and pictures are computed when a frame is asked for. For the
 * command line, for played solutions and for tests.
 */
public final class InlineSession implements Session {
  private final RunGroup runs = new RunGroup(PairExecutor.ALONE);
  private final FieldWork work;
  private final BooleanSupplier tired;

  /** Whoever asks for a frame has sent a scene before. */
  @SuppressWarnings("NullAway.Init")
  private Frame frame;

  private boolean changed;

  public InlineSession() {
    this(FieldWork.Part.ALL, () -> false);
  }

  private InlineSession(FieldWork.Part part, BooleanSupplier tired) {
    work = new FieldWork(part);
    this.tired = tired;
  }

  /**
   * One of which only the runs are wanted: curvature, optimum and plan are not worked out.
   *
   * @param cancelled asked from time to time; then a command is left where it is
   */
  public static InlineSession withoutPictures(BooleanSupplier cancelled) {
    return new InlineSession(FieldWork.Part.MAPS, cancelled);
  }

  @Override
  public void send(Command command) {
    runs.apply(command);
    changed = true;
    while ((runs.underWay() || runs.running()) && !tired.getAsBoolean()) {
      if (!runs.underWay()) {
        runs.beginStep();
      }
      runs.goOn(tired);
    }
  }

  @Override
  public Frame newest() {
    if (changed && !runs.isEmpty()) {
      WatchedFields pictures = runs.pictures();
      pictures.receive(work.compute(runs.inputs(), pictures.watched(), () -> false));
      frame = runs.frame();
      changed = false;
    }
    return frame;
  }

  @Override
  public Optional<Failure> failure() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
