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
  private static final double HEADER = 36;

  private final ViewSlot<?, ?> slot;
  private final Messages messages;
  private final Labels labels;
  private final double scale;
  private final double header;

  /**
   * @param scale how large it is beside the view on the stage
   */
  public Miniature(
      Lesson lesson, Step step, ViewSpec view, double scale, Messages messages, Tokens tokens) {
    this.scale = scale;
    this.messages = messages;
    labels = Labels.of(lesson.text(messages.language()), step.id());
    header = HEADER * scale;
    slot =
        ViewSlots.of(
            view,
            new ViewContext(
                new ReadOnlyObjectWrapper<>(tokens),
                new ReadOnlyObjectWrapper<>(messages),
                intent -> {}));
    Region node = slot.node();
    node.setManaged(false);
    node.getTransforms().add(new Scale(scale, scale, 0, 0));
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
    slot.node().resizeRelocate(0, -header, getWidth() / scale, (getHeight() + header) / scale);
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
