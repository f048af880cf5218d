package org.ladera.ui.window.page;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.Session;
import org.ladera.session.Status;
import org.ladera.session.run.TrainingSession;
import org.ladera.ui.fx.FrameClock;
import org.ladera.ui.window.stage.Miniature;

/**
 * The run of the card that is pointed at: trained by the engine on a thread of its own, again and
 * again, as long as somebody looks. FX thread only.
 */
final class CardRun {
  /** A run is seen in about this time, whatever its length. */
  private static final double SECONDS = 4;

  /** A finished run stands for so many pulses before it begins again. */
  private static final int STANDS = 60;

  private final FrameClock clock = new FrameClock(this::pulse);
  private @Nullable Session session;
  private @Nullable Miniature picture;
  private @Nullable Frame shown;
  private Set<FieldRequest> watched = Set.of();
  private int stood;

  /** Trains {@code scene} for this picture, and for no other any more. */
  void begin(Scene scene, Miniature target) {
    end();
    picture = target;
    Session next = new TrainingSession();
    session = next;
    next.send(new Command.Load(scene.again()));
    next.send(new Command.SetPace(Math.max(1, scene.epochs() / SECONDS), Granularity.EPOCH));
    next.send(new Command.Play());
    clock.start();
  }

  /** Nothing runs any more; the picture stays as it is. */
  void end() {
    clock.stop();
    if (session != null) {
      session.close();
    }
    session = null;
    picture = null;
    shown = null;
    watched = Set.of();
    stood = 0;
  }

  private void pulse() {
    Session now = session;
    Miniature target = picture;
    Frame frame = now == null ? null : now.newest();
    if (now == null || target == null || frame == null) {
      return;
    }
    if (frame != shown) {
      shown = frame;
      Set<FieldRequest> wanted = new HashSet<>(target.wanted(frame));
      if (!wanted.equals(watched)) {
        watched = wanted;
        now.send(new Command.Watch(wanted));
      }
      target.render(frame);
    }
    boolean over =
        frame.status() instanceof Status.Finished || frame.status() instanceof Status.Diverged;
    stood = over ? stood + 1 : 0;
    if (stood > STANDS) {
      stood = 0;
      now.send(new Command.Reset());
      now.send(new Command.Play());
    }
  }
}
