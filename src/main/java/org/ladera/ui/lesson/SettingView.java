package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;

/** A setting of the main run with a few values to choose from; each is a run of its own. */
final class SettingView implements ControlView {
  private final Control.Setting control;
  private final Step step;
  private final StepScope scope;
  private final VBox box;
  private final List<Experiment> experiments = new ArrayList<>();
  private final List<PushButton> buttons = new ArrayList<>();
  private @Nullable Scene shown;

  SettingView(Control.Setting control, Step step, StepScope scope) {
    this.control = control;
    this.step = step;
    this.scope = scope;
    Experiment main = step.scene().runs().getFirst().experiment();
    for (String value : control.values()) {
      Experiment changed = control.setting().in(main, value);
      experiments.add(changed);
      PushButton button = new PushButton(words(value), () -> choose(changed));
      button.getStyleClass().add("setting-value");
      buttons.add(button);
    }
    box =
        new VBox(
            scope.px(8),
            scope.line(scope.label(control.id(), ""), LineStyle.control(scope.tokens())),
            new Row(Row.Share.EQUAL, scope.px(8), buttons));
  }

  private String words(String value) {
    String own = scope.labels().get(control.id() + "." + value);
    OptionalDouble number = scope.messages().numbers().parse(value);
    return own != null
        ? own
        : number.isPresent() ? scope.messages().numbers().shown(number.getAsDouble()) : value;
  }

  private void choose(Experiment experiment) {
    scope.actions().send(new Command.Load(step.scene().withMain(experiment)));
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    Scene now = frame.engine().scene();
    if (now == shown) {
      return;
    }
    shown = now;
    Experiment main = now.runs().getFirst().experiment();
    for (int i = 0; i < buttons.size(); i++) {
      boolean chosen = experiments.get(i).equals(main);
      buttons.get(i).choose(chosen);
      buttons
          .get(i)
          .setAccessibleText(
              scope
                  .messages()
                  .text(
                      chosen ? "lesson.setting.chosen" : "lesson.setting.choose",
                      Map.of("value", words(control.values().get(i)))));
    }
  }
}
