package org.ladera.ui.window;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.StepTrace;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.step.OpenUpdate;
import org.ladera.present.step.Phase;
import org.ladera.present.step.StepModel;
import org.ladera.present.step.StepPosition;
import org.ladera.present.step.Stepping;
import org.ladera.session.Frame;
import org.ladera.ui.step.StepScreen;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.check.DerivativePanel;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.stage.LiveStage;

/** Shows the open update on its screen, and makes its model anew only when something changed. */
final class StepDisplay {
  private final StepScreen screen;
  private final LiveStage live;
  private final Appearance appearance;
  private final DerivativePanel check;
  private @Nullable StepTrace trace;
  private OpenUpdate.@Nullable Style style;
  private @Nullable StepPosition place;
  private @Nullable Tokens tokens;
  private @Nullable StepModel model;

  StepDisplay(StepScreen screen, LiveStage live, Appearance appearance) {
    this.screen = screen;
    this.live = live;
    this.appearance = appearance;
    check = new DerivativePanel(appearance.context(intent -> {}));
  }

  /** What was shown last. */
  Optional<StepModel> model() {
    return Optional.ofNullable(model);
  }

  /** The update is closed. */
  void forget() {
    trace = null;
    screen.forget();
  }

  /**
   * @param newest the update; while it is worked out, the one that is shown stays
   * @param sample that is shown alone; 0 for all
   * @param seconds that the clock gives a step
   */
  void show(
      Stepping stepping,
      Optional<StepTrace> newest,
      Phase.Scope scope,
      int sample,
      double seconds) {
    StepTrace next = newest.orElse(trace);
    if (next == null) {
      return;
    }
    OpenUpdate.Style now =
        new OpenUpdate.Style(appearance.notation(), appearance.messages(), live.labels(), sample);
    boolean fresh = next != trace || !now.equals(style);
    if (fresh) {
      stepping.show(next, now, scope);
    }
    StepModel last = model;
    if (last == null || fresh || !stepping.place().equals(place) || appearance.tokens() != tokens) {
      last = StepModel.of(stepping);
    }
    model = last;
    trace = next;
    style = now;
    place = stepping.place();
    tokens = appearance.tokens();
    screen.render(last, appearance.tokens(), below(stepping), seconds);
  }

  /** At the end of an update its point on the surface of the loss, before it the check. */
  private Optional<Region> below(Stepping stepping) {
    Optional<ParameterRef> parameter = stepping.derivative();
    live.inspect(parameter);
    if (stepping.update().phase(stepping.place()).kind() == Phase.Kind.UPDATE) {
      return live.landscape();
    }
    if (parameter.isEmpty()) {
      return Optional.empty();
    }
    Frame frame = live.shown();
    check.render(
        DerivativeModel.of(frame, frame.main().id(), parameter.get(), appearance.messages()));
    return Optional.of(check.node());
  }
}
