package org.ladera.ui.window.time;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.text.TextFlow;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.present.shared.Labels;
import org.ladera.present.time.EditWords;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.theme.Tokens;

/** Everything about a run that a person can change at the moment on stage, and go on with. */
final class ChangePanel extends TimePanel {
  private final Consumer<Command> send;
  private final TextFlow moment = new TextFlow();
  private final TextFlow outcome = new TextFlow();
  private final NumberField rate;
  private final List<Editor> editors;
  private RunFrame run;
  private String said = "";

  /** One group of settings. */
  interface Editor {
    /** What it shows of this moment. */
    void show(RunFrame run);
  }

  ChangePanel(
      Consumer<Command> send,
      RunFrame run,
      Labels labels,
      Messages messages,
      Tokens tokens,
      Runnable close) {
    super("change.title", messages, tokens, close);
    this.send = send;
    this.run = run;
    rate =
        new NumberField(
            tokens,
            messages.numbers(),
            value -> value > 0,
            NumberField.telling(
                value -> edit(new Edit.SetRate(value)), is -> judge(is, "change.range.rate")));
    rate.name(messages.text("change.rate"));
    rate.field().setId("change-rate");
    outcome.setId("change-outcome");
    RuleEditor rule = new RuleEditor(this);
    ActivationEditor activations = new ActivationEditor(this, run.experiment().network());
    WeightEditor weight = new WeightEditor(this);
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

  /** Asks for a change, or says why it cannot be. */
  void edit(Edit edit) {
    Optional<EditRules.Fault> fault = EditRules.fault(run.experiment(), edit);
    if (fault.isPresent()) {
      String key = "change.fault." + fault.get().name().toLowerCase(Locale.ROOT);
      complain(messages.text(key));
      return;
    }
    send.accept(new Command.Apply(edit, false));
    String words = new EditWords(run.experiment().network(), messages).of(edit);
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
  void show(Frame frame) {
    run = frame.main();
    Numbers numbers = messages.numbers();
    long reached = Math.round(run.reachedEpoch() * run.updatesPerEpoch());
    String update = numbers.whole(run.update());
    fill(
        moment,
        run.update() < reached
            ? messages.text(
                "change.past", Map.of("update", update, "reached", numbers.whole(reached)))
            : messages.text("change.now", Map.of("update", update)),
        12,
        tokens.muted());
    rate.show(run.experiment().optimizer().rate());
    editors.forEach(e -> e.show(run));
  }
}
