package org.ladera.ui.lesson;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.markup.Markup;
import org.ladera.text.Numbers;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.control.SliderScale;
import org.ladera.ui.control.TrackSlider;

/** A number to set: its label, an exact field, a slider, and a sentence when it is not readable. */
final class QuantityEditor extends VBox {
  /** Smaller numbers are written with a power of ten, which needs a wider field. */
  private static final double PLAIN = 1e-4;

  private static final double POWERS = 108;

  private final NumberField field;
  private final TrackSlider slider;
  private final TextFlow problem;
  private final Consumer<ReaderNumber> changed;
  private final Echo echo = new Echo();
  private OptionalDouble limit = OptionalDouble.empty();

  /**
   * @param label Markdown
   * @param problemKey the sentence for what cannot be read or is not allowed
   * @param typed what a number of the reader is for the engine
   * @param changed gets every new value
   */
  QuantityEditor(
      StepScope scope,
      String label,
      SliderScale scale,
      DoublePredicate allowed,
      String problemKey,
      DoubleFunction<ReaderNumber> typed,
      Consumer<ReaderNumber> changed) {
    super(scope.px(4));
    this.changed = changed;
    Numbers numbers = scope.messages().numbers();
    problem = scope.line(scope.messages().text(problemKey), LineStyle.danger(scope.tokens()));
    field =
        new NumberField(
            scope.tokens(),
            numbers,
            allowed,
            typed,
            this::choose,
            is -> StepScope.reveal(problem, !is));
    if (scale.log() && scale.min() < PLAIN) {
      field.size(POWERS);
    }
    slider =
        new TrackSlider(scale, scope.tokens(), numbers::shown, value -> choose(typed.apply(value)));
    TextFlow name = scope.line(label, LineStyle.control(scope.tokens()));
    String plain = Markup.plain(Markup.line(label));
    field.name(plain);
    slider.setAccessibleText(plain);
    name.setMaxHeight(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(scope.px(8), name, field);
    head.setAlignment(Pos.CENTER_LEFT);
    StepScope.reveal(problem, false);
    getChildren().addAll(head, problem, slider);
  }

  /** A value from a frame, and the limit to mark. */
  void show(ReaderNumber value, OptionalDouble newLimit) {
    limit = newLimit;
    ReaderNumber now = echo.heard(value);
    field.show(now);
    slider.show(now.shown(), limit);
  }

  /** Sets the value as if a person had. */
  void choose(ReaderNumber value) {
    echo.sent(value);
    field.show(value);
    slider.show(value.shown(), limit);
    changed.accept(value);
  }
}
