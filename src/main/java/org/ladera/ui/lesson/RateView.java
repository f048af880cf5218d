package org.ladera.ui.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.explain.Dimension;
import org.ladera.explain.ReaderNumber;
import org.ladera.explain.RunConversion;
import org.ladera.landscape.Curvature;
import org.ladera.lesson.model.Control;
import org.ladera.present.shared.LimitWords;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.reading.Scalar;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Row;
import org.ladera.ui.control.SliderScale;
import org.ladera.ui.theme.Type;

/** The learning rate with the limit beyond which the rule of the run grows. */
final class RateView implements ControlView {
  /** The limit is read to the digits at which runs still differ. */
  private static final int LIMIT_DIGITS = 6;

  private final Control.Rate rate;
  private final StepScope scope;
  private final VBox box;
  private final QuantityEditor quantity;
  private RunConversion conversion;
  private final Text most;

  /** At the right below the slider: its limit where that is shown, else where it ends. */
  private final HBox limitLine = new HBox();

  /** What the schedule makes of the rate now; the editor has the one it begins with. */
  private final Text scheduled;

  private final TextFlow scheduledLine;

  private String shownLimit = "";

  RateView(Control.Rate rate, StepScope scope) {
    this.rate = rate;
    this.scope = scope;
    conversion = scope.conversion(Scene.MAIN);
    quantity =
        new QuantityEditor(
            scope,
            scope.label(rate.id(), "lesson.rate"),
            new SliderScale(number(rate.min()).shown(), number(rate.max()).shown(), true),
            value -> value > 0,
            "lesson.field.positive",
            value -> conversion.typed(value, Dimension.Basic.BASE_RATE),
            value ->
                scope.actions().send(new Command.Apply(new Edit.SetRate(value.engine()), false)));
    most = end(rate.max());
    limitLine.getChildren().setAll(most);
    scheduled = caption("");
    scheduledLine = new TextFlow(scheduled);
    StepScope.reveal(scheduledLine, false);
    HBox least = new HBox(end(rate.min()));
    box =
        new VBox(
            0,
            quantity,
            new Row(Row.Share.APART, scope.px(8), List.of(least, limitLine)),
            scheduledLine);
    if (!rate.presets().isEmpty()) {
      box.getChildren().add(presets());
    }
  }

  /** A rate that the lesson is written with. */
  private ReaderNumber number(double written) {
    return conversion.shown(written, Dimension.Basic.BASE_RATE);
  }

  /** A number at an end of the slider. */
  private Text end(double value) {
    return caption(scope.messages().numbers().shown(number(value).shown()));
  }

  private Text caption(String words) {
    Text text = new Text(words);
    text.setFont(Type.text(scope.tokens(), 12, Type.Weight.REGULAR));
    text.setFill(scope.tokens().muted());
    return text;
  }

  private Region presets() {
    FlowPane flow = new FlowPane(scope.px(8), scope.px(8));
    flow.setPadding(new Insets(scope.px(8), 0, 0, 0));
    for (double preset : rate.presets()) {
      ReaderNumber number = number(preset);
      String words = scope.messages().numbers().shown(number.shown());
      PushButton button = new PushButton(words, () -> quantity.choose(number));
      button.setAccessibleText(scope.messages().text("lesson.rate.preset", Map.of("rate", words)));
      flow.getChildren().add(button);
    }
    return flow;
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    conversion = frame.conversion();
    OptionalDouble limit =
        rate.showLimit() && !scope.covered().get().hides(Scene.MAIN, Scalar.STABLE_RATE)
            ? Scalar.STABLE_RATE.value(frame.shown(), frame.shown().main())
            : OptionalDouble.empty();
    if (frame.engine().main().experiment().schedule() instanceof ScheduleSpec.Constant) {
      quantity.show(frame.rate(), limit);
    } else {
      quantity.show(frame.baseRate(), limit);
      showScheduled(frame.rate().shown());
    }
    showLimit(frame, limit);
  }

  private void showScheduled(double now) {
    scheduled.setText(
        scope
            .messages()
            .text("lesson.rate.scheduled", Map.of("rate", scope.messages().numbers().shown(now))));
    StepScope.reveal(scheduledLine, true);
  }

  private void showLimit(NotatedFrame frame, OptionalDouble limit) {
    RunFrame run = frame.shown().main();
    boolean everywhere = run.curvature().map(Curvature::everywhere).orElse(false);
    Optional<String> formula =
        limit.isPresent() && Double.isFinite(limit.getAsDouble())
            ? LimitWords.tex(run.experiment().optimizer(), scope.messages())
            : Optional.empty();
    String text =
        formula
            .map(
                tex ->
                    scope
                        .messages()
                        .text(
                            everywhere ? "lesson.rate.limit" : "lesson.rate.limit.here",
                            Map.of(
                                "formula",
                                tex,
                                "limit",
                                scope
                                    .messages()
                                    .numbers()
                                    .shown(limit.getAsDouble(), LIMIT_DIGITS))))
            .orElse("");
    if (!text.equals(shownLimit)) {
      shownLimit = text;
      limitLine
          .getChildren()
          .setAll(text.isEmpty() ? most : scope.line(text, LineStyle.danger(scope.tokens())));
    }
  }
}
