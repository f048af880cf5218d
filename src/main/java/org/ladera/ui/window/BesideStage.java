package org.ladera.ui.window;

import java.util.Optional;
import java.util.function.Consumer;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.time.TimelineModel;
import org.ladera.present.time.TransportModel;
import org.ladera.session.Frame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.ui.lesson.NarrativePane;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.LiveStage;
import org.ladera.ui.window.transport.StepPace;

/**
 * What a frame says beside the views: in the bar below them and on the page. While a run is running
 * the two are renewed in turn, so that no pulse has to do with both.
 */
final class BesideStage {
  private final LiveStage live;
  private final LaderaWindow window;
  private final NarrativePane page;
  private final Appearance appearance;
  private final Consumer<NotatedFrame> drawer;

  /** The bar has been renewed, the page not yet. */
  private boolean pageDue;

  private long barNanos;
  private long pageNanos;

  /**
   * @param drawer shows the frame above the bar
   */
  BesideStage(
      LiveStage live,
      LaderaWindow window,
      NarrativePane page,
      Appearance appearance,
      Consumer<NotatedFrame> drawer) {
    this.live = live;
    this.window = window;
    this.page = page;
    this.appearance = appearance;
    this.drawer = drawer;
  }

  /** Whether something still waits to be shown, also when there is no newer frame. */
  boolean isDue() {
    return pageDue;
  }

  /** How long it takes to show what comes next, as it did lately. */
  long nanos() {
    return pageDue ? pageNanos : barNanos;
  }

  /**
   * Shows a frame.
   *
   * @param all whether more than the frame has changed
   * @param pace while an update is open
   */
  void show(NotatedFrame now, boolean all, Optional<StepPace> pace) {
    boolean both = all || !(now.shown().status() instanceof Status.Running);
    long began = System.nanoTime();
    if (both || !pageDue) {
      bar(now, pace);
      barNanos += (System.nanoTime() - began - barNanos) / 4;
    }
    began = System.nanoTime();
    if (both || pageDue) {
      page.render(now);
      pageNanos += (System.nanoTime() - began - pageNanos) / 4;
    }
    pageDue = !both && !pageDue;
  }

  private void bar(NotatedFrame now, Optional<StepPace> pace) {
    Frame frame = now.shown();
    Messages messages = appearance.messages();
    TransportModel transport = TransportModel.of(frame, messages, live.labels().covered());
    window
        .transport()
        .show(
            live.trains(),
            transport,
            TimelineModel.of(frame, messages),
            pace,
            frame.main().experiment().seed(),
            messages,
            appearance.tokens());
    drawer.accept(now);
    window.notices().show(transport.halt(), appearance.tokens());
  }
}
