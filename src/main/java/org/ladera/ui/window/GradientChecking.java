package org.ladera.ui.window;

import java.util.Optional;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.present.check.GradientRows;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Session;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.LiveStage;

/** The check of the gradient in its sheet, which is renewed when something was found. */
final class GradientChecking {
  /** So many derivatives have room in the sheet. */
  private static final int WORST = 12;

  private final Session session;
  private final LiveStage live;
  private final Appearance appearance;
  private final LaderaWindow window;
  private final Sheets sheets;

  /** What the open sheet shows. */
  private Optional<GradientReport> known = Optional.empty();

  GradientChecking(
      Session session, LiveStage live, Appearance appearance, LaderaWindow window, Sheets sheets) {
    this.session = session;
    this.live = live;
    this.appearance = appearance;
    this.window = window;
    this.sheets = sheets;
  }

  /** The run stands still, so that what is found is of what is seen. */
  void open() {
    if (live.frame() != null) {
      session.send(new Command.Pause());
      live.check(true);
      sheets.check(this::found, () -> live.check(false));
    }
  }

  /** Once per frame. */
  void renew() {
    Optional<GradientReport> found = checked();
    if (!found.equals(known)) {
      known = found;
      window.overlays().renew();
    }
  }

  /** What the thorough check of the present update has found; nothing until it is done. */
  private Optional<GradientReport> checked() {
    return live.present()
        .flatMap(
            f ->
                Optional.ofNullable(
                        f.checks()
                            .gradients()
                            .get(new FieldRequest.Gradient(f.main().id(), f.claimed(), true)))
                    .filter(report -> report.update() == f.main().update()));
  }

  private Optional<GradientRows> found() {
    Frame frame = live.frame();
    return frame == null
        ? Optional.empty()
        : checked()
            .map(
                report ->
                    GradientRows.worst(
                        report, WORST, frame.main(), frame.claimed(), appearance.messages()));
  }
}
