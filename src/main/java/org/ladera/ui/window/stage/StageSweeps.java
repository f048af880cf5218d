package org.ladera.ui.window.stage;

import java.util.function.Consumer;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.Sweeps;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/** The sweeps of the window, which go on while other steps are on stage. */
final class StageSweeps {
  private final Sweeps sweeps = new Sweeps();

  /** A place on the stage that knows of the sweeps. */
  ViewSlot<?, ?> slot(ViewSpec view, ViewContext context) {
    return ViewSlots.of(view, context, sweeps::state);
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
      case Intent.StartSweep(Sweep sweep) -> sweeps.start(sweep);
      case Intent.StopSweep _ -> sweeps.stop();
      case Intent.OpenRun(Scene scene) -> {
        session.accept(new Command.Load(scene));
        session.accept(new Command.RunTo(scene.epochs()));
      }
    }
  }
}
