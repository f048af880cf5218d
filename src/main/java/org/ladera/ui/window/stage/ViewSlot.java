package org.ladera.ui.window.stage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
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
 * @param <S> what the lesson says of the view
 * @param <M> the model of the view
 */
record ViewSlot<S extends ViewSpec, M>(
    S spec, Visual<M> visual, Presenter<S, M> presenter, Needs<S> needs, Choice<S> choice) {
  /** Makes a model: the pure function of the view's kind. */
  @FunctionalInterface
  interface Presenter<S, M> {
    M present(Frame frame, S spec, Highlight highlight, Messages messages, Labels labels);
  }

  /** The pictures that a view wants to be kept up to date. */
  @FunctionalInterface
  interface Needs<S> {
    Collection<FieldRequest> of(S spec, Frame frame);
  }

  /** The same view with a parameter chosen in it. */
  @FunctionalInterface
  interface Choice<S> {
    S of(S spec, ParameterRef parameter);
  }

  /** A view in which no parameter is chosen. */
  ViewSlot(S spec, Visual<M> visual, Presenter<S, M> presenter, Needs<S> needs) {
    this(spec, visual, presenter, needs, (same, parameter) -> same);
  }

  /** A view that is drawn from the frame alone. */
  ViewSlot(S spec, Visual<M> visual, Presenter<S, M> presenter) {
    this(spec, visual, presenter, (same, frame) -> List.of());
  }

  ViewSlot<S, M> choosing(ParameterRef parameter) {
    return new ViewSlot<>(choice.of(spec, parameter), visual, presenter, needs, choice);
  }

  Region node() {
    return visual.node();
  }

  void render(Frame frame, Highlight highlight, Messages messages, Labels labels) {
    visual.render(presenter.present(frame, spec, highlight, messages, labels));
  }

  /** The same, of the update after the one that is shown, which has been seen for a while. */
  void advance(Frame frame, Highlight highlight, Messages messages, Labels labels) {
    visual.advance(presenter.present(frame, spec, highlight, messages, labels));
  }

  Collection<FieldRequest> wanted(Frame frame) {
    return needs.of(spec, frame);
  }

  /** Whether it shows the run whose updates can be opened. */
  boolean opens() {
    return spec.run().equals(Scene.MAIN);
  }

  /** The number that is chosen or pointed at in it. */
  Optional<Asked> asked() {
    return opens() ? visual.asked() : Optional.empty();
  }

  /** The number it is about while none is chosen. */
  Optional<Asked> about() {
    return opens() ? visual.about() : Optional.empty();
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
