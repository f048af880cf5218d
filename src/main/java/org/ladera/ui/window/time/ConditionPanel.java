package org.ladera.ui.window.time;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.text.TextFlow;
import org.ladera.explain.Dimension;
import org.ladera.explain.ReaderNumber;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.time.StopWords;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Status;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.timeline.Condition;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** Runs that end when something happens, and how the last one ended. */
final class ConditionPanel extends TimePanel {
  /** Updates are counted far beyond what anybody waits for. */
  private static final double MOST_UPDATES = 1e12;

  private final Consumer<Command> send;
  private final TextFlow outcome = new TextFlow();
  private final NumberField limit;
  private final NumberField update;
  private final NumberField patience;
  private final Node validation;

  /** As it was typed: an update with fewer examples makes another limit of it. */
  private double limitValue = 0.01;

  private ReaderNumber updateValue = ReaderNumber.plain(1000);
  private ReaderNumber patienceValue = ReaderNumber.plain(50);
  private NotatedFrame newest;
  private boolean searching;
  private boolean begun;
  private String said = "";

  ConditionPanel(Consumer<Command> send, Messages messages, Tokens tokens, Runnable close) {
    super("condition.title", messages, tokens, close);
    this.send = send;
    limit =
        field(
            "condition.gradient.limit",
            "condition-limit",
            v -> v > 0,
            this::limit,
            v -> limitValue = v.shown());
    update =
        field(
            "condition.update.number",
            "condition-update",
            v -> v >= 0 && v <= MOST_UPDATES && v == Math.rint(v),
            ReaderNumber::plain,
            v -> updateValue = v);
    limit.show(ReaderNumber.plain(limitValue));
    patience =
        field(
            "condition.validation.epochs",
            "condition-patience",
            v -> v >= 1 && v <= MOST_UPDATES && v == Math.rint(v),
            ReaderNumber::plain,
            v -> patienceValue = v);
    patience.show(patienceValue);
    validation =
        option(
            "condition.validation",
            "validation",
            () -> new Condition.ValidationStalls((long) patienceValue.engine()),
            patience);
    update.show(updateValue);
    outcome.setId("condition-outcome");
    getChildren()
        .addAll(
            option("condition.loss", "loss", Condition.LossRises::new),
            option("condition.gradient", "gradient", this::gradientBelow, limit),
            option("condition.dead", "dead", Condition.UnitDies::new),
            validation,
            option("condition.sign", "sign", Condition.WeightChangesSign::new),
            option(
                "condition.update",
                "update",
                () -> new Condition.AtUpdate((long) updateValue.engine()),
                update),
            outcome,
            words(messages.text("condition.note"), 12, tokens.muted()));
  }

  private Condition gradientBelow() {
    return new Condition.GradientBelow(limit(limitValue).engine());
  }

  private ReaderNumber limit(double typed) {
    return newest.conversion().typed(typed, Dimension.Basic.BATCH_LOSS);
  }

  private NumberField field(
      String key,
      String id,
      DoublePredicate allowed,
      DoubleFunction<ReaderNumber> meant,
      Consumer<ReaderNumber> typed) {
    NumberField field =
        new NumberField(tokens, messages.numbers(), allowed, meant, typed, readable -> {});
    field.name(messages.text(key));
    field.field().setId(id);
    field.size(88);
    return field;
  }

  private Node option(String key, String id, Supplier<Condition> condition, Node... fields) {
    String words = messages.text(key);
    Button go =
        new PushButton(
            messages.text("condition.go"),
            () -> {
              searching = true;
              send.accept(new Command.RunUntil(condition.get()));
            });
    go.setId("condition-go-" + id);
    go.setAccessibleText(
        messages.text("condition.go.to", Map.of("condition", RichText.parse(words).plain())));
    Node[] all = Arrays.copyOf(fields, fields.length + 1);
    all[fields.length] = go;
    return row(words, all);
  }

  @Override
  void show(NotatedFrame now) {
    newest = now;
    Frame frame = now.shown();
    boolean held = frame.main().validation().isPresent();
    validation.setVisible(held);
    validation.setManaged(held);
    boolean running = frame.status() instanceof Status.Running;
    begun |= searching && running;
    if (frame.stop().isPresent() || begun && !running) {
      searching = false;
      begun = false;
    }
    String words =
        StopWords.of(frame, messages)
            .orElse(
                searching && running
                    ? messages.text(
                        "condition.running",
                        Map.of("update", messages.numbers().whole(frame.main().update())))
                    : "");
    if (!words.equals(said)) {
      said = words;
      fill(outcome, words, 13, tokens.text());
      outcome.setAccessibleText(RichText.parse(words).plain());
    }
  }
}
