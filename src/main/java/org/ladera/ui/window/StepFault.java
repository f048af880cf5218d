package org.ladera.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.ladera.session.Failure;
import org.ladera.session.Session;
import org.ladera.text.Messages;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.LiveStage;

/**
 * What the stage says where the run of a step could not be begun, with the ways out of it. FX
 * thread only.
 */
final class StepFault {
  private final Session session;
  private final LiveStage live;
  private final LaderaWindow window;
  private final Appearance appearance;
  private Optional<Failure> fault = Optional.empty();
  private final List<Way> ways = new ArrayList<>();

  /**
   * A way out.
   *
   * @param key of its words
   */
  private record Way(String key, Runnable take) {
    PushButton button(Messages messages) {
      PushButton button = new PushButton(messages.text(key), take);
      button.setId(key.replace('.', '-'));
      return button;
    }
  }

  StepFault(Session session, LiveStage live, LaderaWindow window, Appearance appearance) {
    this.session = session;
    this.live = live;
    this.window = window;
    this.appearance = appearance;
  }

  /**
   * A step is opened: the faults of others are past.
   *
   * @param again opens it once more
   * @param move goes so many steps on
   */
  void open(Course course, Runnable again, IntConsumer move) {
    fault = Optional.empty();
    window.transport().setDisable(false);
    ways.clear();
    ways.add(new Way("stage.fault.again", again));
    int step = course.place().step();
    if (step > 0) {
      ways.add(new Way("stage.fault.back", () -> move.accept(-1)));
    } else if (course.lesson().steps().size() > 1) {
      ways.add(new Way("stage.fault.next", () -> move.accept(1)));
    }
  }

  /** Once per pulse, before the stage takes its frame: what the session has to tell. */
  void pulse() {
    if (fault.isPresent() && live.frame() != null) {
      // It has begun after all, as where another program has given memory back.
      ways.getFirst().take().run();
    }
    session.refusal().ifPresent(window.notices()::tell);
    session
        .failure()
        .ifPresent(
            what -> {
              if (live.frame() == null && what.where() == Failure.Where.RUN) {
                fault = Optional.of(what);
                show();
              } else {
                window.notices().tell(what);
              }
            });
  }

  /** The views have taken the stage: they give it back while there is nothing to show in them. */
  void show() {
    Messages messages = appearance.messages();
    fault.ifPresent(
        what -> {
          // Its readings are still those of the step before.
          window.transport().setDisable(true);
          List<PushButton> buttons = ways.stream().map(way -> way.button(messages)).toList();
          window
              .stage()
              .showEmpty(
                  messages.text("stage.fault.title"),
                  messages.text(what.tooLarge() ? "stage.fault.memory" : "stage.fault.text"),
                  buttons);
        });
  }
}
