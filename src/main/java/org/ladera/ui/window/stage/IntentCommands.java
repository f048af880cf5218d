package org.ladera.ui.window.stage;

import java.util.Map;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Session;
import org.ladera.ui.view.Intent;

/** Turns what a gesture asks of the main run into commands. */
final class IntentCommands {
  private final Session session;
  private final Frame frame;

  /**
   * @param frame the moment at which the gesture was made, in the engine's own numbers
   */
  IntentCommands(Session session, Frame frame) {
    this.session = session;
    this.frame = frame;
  }

  void start(Intent.PutStart put) {
    session.send(new Command.SetStart(changed(true, put.values())));
  }

  void parameters(Intent.SetParameters set) {
    session.send(new Command.Apply(changed(false, set.values()), false));
  }

  void seek(Intent.SeekUpdate seek) {
    session.send(new Command.Pause());
    session.send(new Command.Seek(seek.update()));
  }

  void data(Intent.SetData set) {
    session.send(new Command.Apply(new Edit.SetData(set.data()), frame.sharesData()));
  }

  /**
   * The way of the rule that was there before stays as a branch.
   *
   * @param rule in the engine's own numbers
   */
  void rule(OptimizerSpec rule) {
    long update = frame.main().update();
    session.send(new Command.Pause());
    session.send(new Command.Seek(0));
    session.send(new Command.Apply(new Edit.SetOptimizer(rule), false));
    session.send(new Command.Seek(update));
  }

  /** The parameters of the main run, now or at its start, with some of them changed. */
  private Edit.SetParameters changed(boolean atStart, Map<ParameterRef, Double> values) {
    RunFrame run = frame.main();
    return Edit.SetParameters.of(
        run.experiment().network(), atStart ? run.start().parameters() : run.parameters(), values);
  }
}
