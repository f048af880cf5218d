package org.ladera.ui.window.stage;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepState;
import org.ladera.session.sweep.Sweeps;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/** The sweeps of the window, which go on while other steps are on stage. */
public final class StageSweeps {
  private final Sweeps sweeps = new Sweeps();
  private Predicate<Intent.OpenRun> taken = run -> false;

  /** Who is asked first to put a run on stage; false where that is for the stage to do. */
  public void onRun(Predicate<Intent.OpenRun> first) {
    taken = first;
  }

  /** Puts a run of a sweep on stage; false where nobody takes it. */
  public boolean open(Intent.OpenRun run) {
    return taken.test(run);
  }

  /** Begins a sweep, or goes on with it. */
  public void start(Sweep sweep) {
    sweeps.start(sweep);
  }

  /** What is known of a sweep now. */
  public SweepState state(Sweep sweep) {
    return sweeps.state(sweep);
  }

  /** A place on the stage that knows of the sweeps. */
  ViewSlot<?, ?> slot(ViewSpec view, ViewContext context) {
    return ViewSlots.of(view, context, sweeps::state);
  }

  /** The window is closed: nobody looks at what is still to come. */
  public void close() {
    sweeps.close();
  }

  /** Another number whenever something has changed. */
  long version() {
    return sweeps.version();
  }

  /**
   * @param session gets what a gesture in the view of a sweep asks of the run on stage
   */
  void perform(Intent.OfSweep asked, Consumer<Command> session) {
    switch (asked) {
      case Intent.StartSweep(Sweep sweep) -> start(sweep);
      case Intent.StopSweep _ -> sweeps.stop();
      case Intent.OpenRun run -> {
        if (!open(run)) {
          Scene scene = run.sweep().scene(run.of());
          session.accept(new Command.Load(scene));
          session.accept(new Command.RunTo(scene.epochs()));
        }
      }
    }
  }
}
