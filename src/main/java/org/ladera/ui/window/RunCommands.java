package org.ladera.ui.window;

import org.ladera.engine.spec.Edit;
import org.ladera.explain.Dimension;
import org.ladera.explain.ReaderNumber;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Session;
import org.ladera.session.Status;
import org.ladera.ui.window.stage.LiveStage;

/**
 * What a person asks of the run on stage; where its step has nothing to play, it is not played. FX
 * thread only.
 */
final class RunCommands {
  /** Epochs in a second, at first. */
  static final double PACE = 60;

  private final Session session;
  private final LiveStage live;

  RunCommands(Session session, LiveStage live) {
    this.session = session;
    this.live = live;
  }

  /** Passes a command on; its numbers are those of the engine. */
  void send(Command command) {
    live.send(command);
  }

  void playOrPause() {
    Status status = live.frame() == null ? new Status.Ready() : live.frame().status();
    boolean running = status instanceof Status.Running || status instanceof Status.Restoring;
    play(running ? new Command.Pause() : new Command.Play());
  }

  /** As many steps of the present size. */
  void step(int count) {
    Granularity size = live.frame() == null ? Granularity.EPOCH : live.frame().granularity();
    play(new Command.Step(size, count));
  }

  private void play(Command command) {
    if (live.frame() == null || live.trains()) {
      session.send(command);
    }
  }

  void reset() {
    session.send(new Command.Reset());
  }

  /**
   * @param planned where the end is before there is a frame
   */
  void toTheEnd(long planned) {
    Frame frame = live.frame();
    play(new Command.RunTo(frame == null ? planned : frame.epochs()));
  }

  void undo() {
    session.send(new Command.Undo());
  }

  void pace(double perSecond, Granularity granularity) {
    session.send(new Command.SetPace(perSecond, granularity));
  }

  /** The moment at {@code epoch}; to the end of an epoch where steps are as large. */
  void seek(double epoch) {
    Frame frame = live.frame();
    if (frame != null) {
      int updates = frame.main().updatesPerEpoch();
      boolean whole = frame.granularity() == Granularity.EPOCH;
      seekUpdate(whole ? Math.round(epoch) * updates : Math.round(epoch * updates));
    }
  }

  void seekUpdate(long update) {
    session.send(new Command.Pause());
    session.send(new Command.Seek(update));
  }

  /** From other start weights: those of the next seed, for a run is its recipe. */
  void newStart() {
    Frame frame = live.frame();
    if (frame != null) {
      send(new Command.Reseed(frame.main().experiment().seed() + 1));
    }
  }

  /**
   * From the start with another learning rate.
   *
   * @param rate in the reader's notation
   */
  void useRate(double rate) {
    ReaderNumber typed = live.notated().conversion().typed(rate, Dimension.Basic.BASE_RATE);
    send(new Command.Apply(new Edit.SetRate(typed.engine()), false));
    session.send(new Command.Reset());
  }
}
