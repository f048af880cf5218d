package org.ladera.ui.window.time;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.text.TextFlow;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.engine.spec.Experiment;
import org.ladera.explain.Conversion;
import org.ladera.explain.Dimension;
import org.ladera.explain.ReaderNumber;
import org.ladera.explain.RunConversion;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.present.time.EditWords;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;

/** Everything about a run that a person can change at the moment on stage, and go on with. */
final class ChangePanel extends TimePanel {
  private final Consumer<Command> send;
  private final TextFlow moment = new TextFlow();
  private final TextFlow outcome = new TextFlow();
  private final NumberField rate;
  private final List<Editor> editors;
  private NotatedFrame newest;
  private ReaderNumber typedRate = ReaderNumber.plain(Double.NaN);
  private String said = "";

  /** One group of settings. */
  interface Editor {
    /** What it shows of this moment. */
    @Initializer
    void show(NotatedFrame now);
  }

  ChangePanel(
      Consumer<Command> send,
      NotatedFrame now,
      Labels labels,
      Messages messages,
      Tokens tokens,
      Runnable close) {
    super("change.title", messages, tokens, close);
    this.send = send;
    newest = now;
    RunFrame run = now.shown().main();
    rate =
        new NumberField(
            tokens,
            messages.numbers(),
            value -> value > 0,
            typed -> conversion().typed(typed, Dimension.Basic.BASE_RATE),
            this::changeRate,
            is -> judge(is, "change.range.rate"));
    rate.name(messages.text("change.rate"));
    rate.field().setId("change-rate");
    outcome.setId("change-outcome");
    RuleEditor rule = new RuleEditor(this, run.experiment().optimizer());
    ActivationEditor activations = new ActivationEditor(this, run.experiment().network());
    WeightEditor weight = new WeightEditor(this, run.experiment().network());
    ExampleEditor example = new ExampleEditor(this, run.experiment().data(), labels);
    editors = List.of(rule, activations, weight, example);
    getChildren()
        .addAll(
            moment,
            row(messages.text("change.rate"), rate),
            rule,
            Boxes.separator(),
            activations,
            Boxes.separator(),
            weight,
            example,
            outcome);
  }

  private void changeRate(ReaderNumber typed) {
    typedRate = typed;
    edit(new Edit.SetRate(typed.engine()));
  }

  /** How numbers that are typed here are converted. */
  RunConversion conversion() {
    return newest.conversion();
  }

  /** Asks for a change, or says why it cannot be. */
  void edit(Edit edit) {
    Experiment now = newest.engine().main().experiment();
    Optional<EditRules.Fault> fault = EditRules.fault(now, edit);
    if (fault.isPresent()) {
      String key = "change.fault." + fault.get().name().toLowerCase(Locale.ROOT);
      complain(messages.text(key));
      return;
    }
    send.accept(new Command.Apply(edit, false));
    Edit shown = Conversion.shown(edit, now, newest.notation());
    String words = new EditWords(now.network(), messages).of(shown);
    say(messages.text("change.done", Map.of("change", words)), false);
  }

  /** What a field tells of itself: whether it can be read. */
  void judge(boolean readable, String key) {
    if (readable) {
      say("", false);
    } else {
      complain(messages.text(key));
    }
  }

  void complain(String words) {
    say(words, true);
  }

  private void say(String words, boolean bad) {
    if (!words.equals(said)) {
      said = words;
      fill(outcome, words, 13, bad ? tokens.danger().mark() : tokens.text());
      outcome.setAccessibleText(RichText.parse(words).plain());
    }
  }

  @Override
  void show(NotatedFrame now) {
    newest = now;
    RunFrame run = now.shown().main();
    Numbers numbers = messages.numbers();
    long reached = Math.round(run.reachedEpoch() * run.updatesPerEpoch());
    String update = numbers.whole(run.update());
    fill(
        moment,
        run.update() < reached
            ? messages.text(
                "change.past", Map.of("update", update, "reached", numbers.whole(reached)))
            : run.epoch() < now.shown().epochs()
                ? messages.text("change.now", Map.of("update", update))
                : messages.text(
                    "change.end",
                    Map.of(
                        "update", update, "epochs", numbers.whole(now.shown().scene().epochs()))),
        12,
        tokens.muted());
    ReaderNumber base = now.baseRate();
    rate.show(base.same(typedRate) ? typedRate : base);
    editors.forEach(e -> e.show(now));
  }
}
