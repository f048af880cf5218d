package org.ladera.ui.window.time;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.time.StopWords;
import org.ladera.session.Command;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.appearance.Appearance;

/** The panels with which a person goes through time: branches, changes, runs to a condition. */
public final class TimeMachine {
  private final Consumer<Command> send;
  private final Appearance appearance;
  private final Drawer drawer;
  private final Supplier<Labels> labels;
  private @Nullable Action open;
  private @Nullable TimePanel panel;
  private @Nullable NotatedFrame frame;

  /**
   * @param labels the names that the open lesson has for its columns and runs
   */
  public TimeMachine(
      Consumer<Command> send, Appearance appearance, Drawer drawer, Supplier<Labels> labels) {
    this.labels = labels;
    this.send = send;
    this.appearance = appearance;
    this.drawer = drawer;
  }

  /** Opens a panel, or closes it when it is open. */
  public void toggle(Action which) {
    if (which == open) {
      close();
    } else if (frame != null) {
      open = which;
      drawer.open(made(which, frame));
      tell();
    }
  }

  private TimePanel made(Action which, NotatedFrame now) {
    TimePanel made = make(which, now);
    made.show(now);
    panel = made;
    return made;
  }

  private TimePanel make(Action which, NotatedFrame now) {
    if (which == Action.BRANCHES) {
      return new BranchesPanel(send, appearance.messages(), appearance.tokens(), this::close);
    }
    if (which == Action.CHANGE) {
      return new ChangePanel(
          send, now, labels.get(), appearance.messages(), appearance.tokens(), this::close);
    }
    return new ConditionPanel(send, appearance.messages(), appearance.tokens(), this::close);
  }

  /** False when there was nothing to close. */
  public boolean close() {
    if (open == null) {
      return false;
    }
    drawer.close();
    open = null;
    panel = null;
    tell();
    return true;
  }

  /** Another scene, or other words and colours: the panel is made anew. */
  public void renew() {
    if (open != null && frame != null) {
      drawer.renew(made(open, frame));
    }
    tell();
  }

  public void show(NotatedFrame now) {
    boolean another =
        frame != null
            && !frame
                .engine()
                .main()
                .experiment()
                .network()
                .shape()
                .equals(now.engine().main().experiment().network().shape());
    frame = now;
    if (another) {
      renew();
    } else if (panel != null) {
      panel.show(now);
    }
    tell();
  }

  /** How a run to a condition ended is said above the transport where the panel does not say it. */
  private void tell() {
    String words =
        frame == null || open == Action.RUN_UNTIL
            ? ""
            : StopWords.of(frame.shown(), appearance.messages()).orElse("");
    drawer.say(words, appearance.tokens());
  }
}
