package org.ladera.ui.shell;

import java.util.Collection;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.lesson.ViewRef;
import org.ladera.present.Asked;
import org.ladera.present.Brush;
import org.ladera.present.Labels;
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
record Seat<M>(ViewRef ref, Visual<M> visual, Presenter<M> presenter, Needs needs) {
  /** Makes a model: the pure function of the view's kind. */
  @FunctionalInterface
  interface Presenter<M> {
    M present(Frame frame, ViewRef ref, Brush brush, Messages messages, Labels labels);
  }

  /** The pictures that a view wants to be kept up to date. */
  @FunctionalInterface
  interface Needs {
    Collection<FieldRequest> of(ViewRef ref, Frame frame);
  }

  /** The same view with another value of one of its options. */
  Seat<M> with(String option, String value) {
    return new Seat<>(ref.with(option, value), visual, presenter, needs);
  }

  Region node() {
    return visual.node();
  }

  void render(Frame frame, Brush brush, Messages messages, Labels labels) {
    visual.render(presenter.present(frame, ref, brush, messages, labels));
  }

  Collection<FieldRequest> wanted(Frame frame) {
    return needs.of(ref, frame);
  }

  /** The number chosen in it, or else what is lit; only the main run's updates can be opened. */
  Optional<Asked> asked(Brush brush) {
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
