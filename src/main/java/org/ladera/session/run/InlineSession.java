package org.ladera.session.run;

import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Session;
import org.ladera.session.field.FieldWork;

/**
 * A session without threads and without a clock: every command is carried out before {@code send}
 * returns, play runs to the end, and pictures are computed when a frame is asked for. For the
 * command line, for played solutions and for tests.
 */
public final class InlineSession implements Session {
  private final RunGroup ensemble = new RunGroup();
  private final FieldWork work = new FieldWork(FieldWork.Part.ALL);
  private Frame frame;
  private boolean changed;

  @Override
  public void send(Command command) {
    ensemble.apply(command);
    changed = true;
    while (ensemble.underWay() || ensemble.running()) {
      if (!ensemble.underWay()) {
        ensemble.beginStep();
      }
      ensemble.goOn(() -> false);
    }
  }

  @Override
  public Frame newest() {
    if (changed && !ensemble.isEmpty()) {
      ensemble.receive(work.compute(ensemble.inputs(), ensemble.watched(), () -> false));
      frame = ensemble.frame();
      changed = false;
    }
    return frame;
  }

  @Override
  public void close() {}
}
