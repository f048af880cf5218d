package org.ladera.ui.window.stage;

import java.util.Collection;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.lesson.model.ViewRef;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
import org.ladera.ui.view.Visual;

/**
 * A place on the stage: a view, the way its model is made from a frame, and the pictures it needs.
 *
 * @param <M> the model of the view
 */
record ViewSlot<M>(ViewRef ref, Visual<M> visual, Presenter<M> presenter, Needs needs) {
  /** Makes a model: the pure function of the view's kind. */
  @FunctionalInterface
  interface Presenter<M> {
    M present(Frame frame, ViewRef ref, Highlight brush, Messages messages, Labels labels);
  }

  /** The pictures that a view wants to be kept up to date. */
  @FunctionalInterface
  interface Needs {
    Collection<FieldRequest> of(ViewRef ref, Frame frame);
  }

  /** The same view with another value of one of its options. */
  ViewSlot<M> with(String option, String value) {
    return new ViewSlot<>(ref.with(option, value), visual, presenter, needs);
  }

  Region node() {
    return visual.node();
  }

  void render(Frame frame, Highlight brush, Messages messages, Labels labels) {
    visual.render(presenter.present(frame, ref, brush, messages, labels));
  }

  Collection<FieldRequest> wanted(Frame frame) {
    return needs.of(ref, frame);
  }

  /** The number chosen in it, or else what is lit; only the main run's updates can be opened. */
  Optional<Asked> asked(Highlight brush) {
    return ref.run().equals(Scene.MAIN)
        ? visual.asked().or(() -> Asked.of(brush))
        : Optional.empty();
  }

  void settle() {
    visual.settle();
  }

  boolean isSettled() {
    return visual.isSettled();
  }

  void dispose() {
    visual.dispose();
  }
}
