package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Control;
import org.ladera.lesson.model.Step;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.session.reading.Scalar;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;

/** How many examples one update sees. Another size is another run from the same start. */
final class BatchView implements ControlView {
  private final Control.BatchSize control;
  private final Step step;
  private final StepScope scope;
  private final VBox box;
  private final List<PushButton> buttons = new ArrayList<>();
  private @Nullable Frame newest;
  private int shown = -1;

  BatchView(Control.BatchSize control, Step step, StepScope scope) {
    this.control = control;
    this.step = step;
    this.scope = scope;
    for (int size : control.sizes()) {
      buttons.add(new PushButton(words(size), () -> choose(size)));
    }
    box =
        new VBox(
            scope.px(8),
            scope.line(
                scope.label(control.id(), "lesson.batch"), LineStyle.control(scope.tokens())),
            new Row(Row.Share.EQUAL, scope.px(8), buttons));
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
    Scene scene = step.scene();
    List<Scene.Run> runs = new ArrayList<>(scene.runs());
    Experiment main = runs.getFirst().experiment();
    BatchSpec batch = size == 0 ? BatchSpec.FULL : BatchSpec.mini(size);
    runs.set(0, new Scene.Run(runs.getFirst().id(), main.withBatch(batch)));
    scope.actions().send(new Command.Load(scene.with(runs)));
    if (newest != null) {
      Scalar.RATE_NOW
          .value(newest, newest.main())
          .ifPresent(
              rate -> scope.actions().send(new Command.Apply(new Edit.SetRate(rate), false)));
    }
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    newest = frame.engine();
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
