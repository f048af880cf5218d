package org.ladera.present.time;

import java.util.Map;
import java.util.Optional;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.Frame;
import org.ladera.session.Stop;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;

/** How a run to a condition ended, in a sentence; symbols stand between dollar signs. */
public final class StopWords {
  private StopWords() {}

  /** Empty while nothing is to be said. */
  public static Optional<String> of(Frame frame, Messages messages) {
    return frame.stop().map(stop -> text(stop, frame, messages));
  }

  private static String text(Stop stop, Frame frame, Messages messages) {
    Numbers numbers = messages.numbers();
    String update = numbers.whole(stop.update());
    return switch (stop.why()) {
      case MET ->
          messages.text(
              "stop.met",
              Map.of(
                  "update", update, "what", found(stop.finding().orElseThrow(), frame, messages)));
      case PLANNED_END ->
          messages.text(
              "stop.end",
              Map.of(
                  "epoch", numbers.whole(frame.epochs()),
                  "condition", condition(stop.condition(), messages)));
      case DIVERGED ->
          messages.text(
              "stop.diverged",
              Map.of("update", update, "condition", condition(stop.condition(), messages)));
      case LEFT ->
          messages.text(
              "stop.left",
              Map.of("update", update, "condition", condition(stop.condition(), messages)));
    };
  }

  private static String found(Finding finding, Frame frame, Messages messages) {
    Numbers numbers = messages.numbers();
    return switch (finding) {
      case Finding.Loss(double before, double now) ->
          messages.text(
              "stop.loss", Map.of("before", numbers.shown(before), "now", numbers.shown(now)));
      case Finding.Gradient(double norm) ->
          messages.text("stop.gradient", Map.of("norm", numbers.shown(norm)));
      case Finding.Dead(var unit) ->
          messages.text("stop.dead", Map.of("layer", unit.layer(), "unit", unit.unit()));
      case Finding.Sign(var parameter, double before, double now) ->
          messages.text(
              "stop.sign",
              Map.of(
                  "parameter",
                  ParameterSymbols.of(
                      parameter, frame.main().experiment().network(), messages.letters()),
                  "before",
                  numbers.shown(before),
                  "now",
                  numbers.shown(now)));
      case Finding.Stalled(double least, long epoch) ->
          messages.text(
              "stop.stalled", Map.of("loss", numbers.shown(least), "epoch", numbers.whole(epoch)));
      case Finding.Update _ -> messages.text("stop.update");
    };
  }

  private static String condition(Condition condition, Messages messages) {
    Numbers numbers = messages.numbers();
    return switch (condition) {
      case Condition.LossRises _ -> messages.text("condition.loss");
      case Condition.GradientBelow below ->
          messages.text("condition.gradient.of", Map.of("limit", numbers.shown(below.limit())));
      case Condition.UnitDies _ -> messages.text("condition.dead");
      case Condition.WeightChangesSign _ -> messages.text("condition.sign");
      case Condition.ValidationStalls stalls ->
          messages.text(
              "condition.validation.of", Map.of("epochs", numbers.whole(stalls.patience())));
      case Condition.AtUpdate at ->
          messages.text("condition.update.of", Map.of("update", numbers.whole(at.update())));
    };
  }
}
