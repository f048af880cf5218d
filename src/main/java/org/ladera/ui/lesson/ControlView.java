package org.ladera.ui.lesson;

import javafx.scene.layout.Region;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.NotatedFrame;

/** A control of a step on screen. */
interface ControlView {
  Region node();

  /** Shows the values of {@code frame}; idempotent. */
  void render(NotatedFrame frame);

  /** The view of {@code control}. */
  static ControlView of(Control control, Step step, StepScope scope) {
    NetworkSpec network = step.scene().runs().getFirst().experiment().network();
    return switch (control) {
      case Control.Rate rate -> new RateView(rate, scope);
      case Control.Parameter parameter -> new ParameterView(parameter, network, scope);
      case Control.Start start -> new StartView(start, network, scope, overSurface(step));
      case Control.BatchSize batch -> new BatchView(batch, scope);
      case Control.Setting setting -> new SettingView(setting, step, scope);
      case Control.Images images -> new OwnImagesView(images, step, scope);
    };
  }

  /** Whether a view of the step takes a click as the new start. */
  private static boolean overSurface(Step step) {
    return step.views().stream().anyMatch(ViewSpec.OverParameters.class::isInstance);
  }
}
