package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.lesson.model.Control;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;

/** How many examples one update sees. Another size is another run, and the old one stays. */
final class BatchView implements ControlView {
  private final Control.BatchSize control;
  private final StepScope scope;
  private final VBox box;
  private final List<PushButton> buttons = new ArrayList<>();
  private int shown = -1;

  BatchView(Control.BatchSize control, StepScope scope) {
    this.control = control;
    this.scope = scope;
    for (int size : control.sizes()) {
      buttons.add(new PushButton(words(size), () -> choose(size)));
    }
    box =
        new VBox(
            scope.px(8),
            scope.line(
                scope.label(control.id(), "lesson.batch"), LineStyle.control(scope.tokens())),
            new Row(Row.Share.EQUAL, scope.px(8), buttons),
            scope.line(
                scope.messages().text("lesson.batch.note"), LineStyle.caption(scope.tokens())));
  }

  private String words(int size) {
    String own = scope.labels().get(control.id() + "." + size);
    if (own != null) {
      return own;
    }
    return size == 0
        ? scope.messages().text("lesson.batch.all")
        : scope.messages().numbers().whole(size);
  }

  private void choose(int size) {
    scope
        .actions()
        .send(new Command.Reset(Optional.of(size == 0 ? BatchSpec.FULL : BatchSpec.mini(size))));
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    int now = frame.engine().main().experiment().batch().size();
    if (now == shown) {
      return;
    }
    shown = now;
    for (int i = 0; i < buttons.size(); i++) {
      int size = control.sizes().get(i);
      boolean chosen = size == now;
      buttons.get(i).choose(chosen);
      buttons
          .get(i)
          .setAccessibleText(
              scope
                  .messages()
                  .text(
                      chosen ? "lesson.batch.chosen" : "lesson.batch.choose",
                      Map.of("size", words(size))));
    }
  }
}
