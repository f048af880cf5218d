package org.ladera.cli;

import org.ladera.session.Command.Load;
import org.ladera.session.Command.RunTo;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/** Where a run stands in the end. */
final class RunEnd {
  private RunEnd() {}

  /** The epochs of a run of so many, fewer where early stopping goes back to an earlier one. */
  static long epochs(Scene scene, long asked) {
    if (scene.patience().isEmpty() || asked == 0) {
      return asked;
    }
    try (InlineSession session = new InlineSession()) {
      session.send(new Load(scene));
      session.send(new RunTo(asked));
      return session.newest().main().epoch();
    }
  }
}
