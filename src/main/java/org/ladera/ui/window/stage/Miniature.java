package org.ladera.ui.window.stage;

import java.util.Collection;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewContext;

/** A view of a step as a small picture without its header; nothing in it answers. */
public final class Miniature extends Region {
  /** How much smaller than on the stage. */
  private static final double SCALE = 0.62;

  private static final double HEADER = 36;

  private final ViewSlot<?, ?> slot;
  private final Messages messages;
  private final Labels labels;
  private final double header;

  public Miniature(Lesson lesson, Step step, ViewSpec view, Messages messages, Tokens tokens) {
    this.messages = messages;
    labels = Labels.of(lesson.text(messages.language()), step.id());
    header = HEADER * SCALE;
    slot =
        ViewSlots.of(
            view,
            new ViewContext(
                new ReadOnlyObjectWrapper<>(tokens),
                new ReadOnlyObjectWrapper<>(messages),
                intent -> {}));
    Region node = slot.node();
    node.setManaged(false);
    node.getTransforms().add(new Scale(SCALE, SCALE, 0, 0));
    setMouseTransparent(true);
    setDisable(true);
    getChildren().add(node);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  @Override
  protected void layoutChildren() {
    slot.node().resizeRelocate(0, -header, getWidth() / SCALE, (getHeight() + header) / SCALE);
  }

  /** The pictures that it wants of the moment; from any thread. */
  public Collection<FieldRequest> wanted(Frame frame) {
    return slot.wanted(frame);
  }

  public void render(Frame frame) {
    slot.render(frame, Highlight.NONE, messages, labels);
  }

  public void dispose() {
    slot.dispose();
  }
}
