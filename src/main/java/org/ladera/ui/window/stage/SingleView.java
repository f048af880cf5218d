package org.ladera.ui.window.stage;

import java.util.Collection;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Theme;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewContext;

/** One view of a step in a scene of its own, as it looks on the stage. FX thread only. */
public final class SingleView {
  private final ViewSlot<?, ?> slot;
  private final Messages messages;
  private final Labels labels;
  private final Scene scene;

  public SingleView(
      ViewSpec spec,
      LessonText text,
      String step,
      Messages messages,
      Tokens tokens,
      double width,
      double height) {
    this.messages = messages;
    labels = Labels.of(text, step);
    slot =
        ViewSlots.of(
            spec,
            new ViewContext(
                new ReadOnlyObjectWrapper<>(tokens),
                new ReadOnlyObjectWrapper<>(messages),
                intent -> {}));
    scene = new Scene(slot.node(), width, height);
    Theme.apply(scene, tokens);
  }

  public Scene scene() {
    return scene;
  }

  /** The pictures that the view wants to be kept up to date. */
  public Collection<FieldRequest> wanted(Frame frame) {
    return slot.wanted(frame);
  }

  public void render(Frame frame) {
    slot.render(frame, Highlight.NONE, messages, labels);
  }

  /** Finishes what is still being drawn elsewhere. */
  public void settle() {
    slot.settle();
  }

  /** Whether nothing is still being drawn elsewhere. */
  public boolean isSettled() {
    return slot.isSettled();
  }

  public void dispose() {
    slot.dispose();
  }
}
