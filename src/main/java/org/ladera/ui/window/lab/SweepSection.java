package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.ViewKind;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.runs.ReadingWords;
import org.ladera.present.sweep.SweepModel;
import org.ladera.session.Scene;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.setting.Setting;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.Varied;
import org.ladera.store.document.LabDocument;
import org.ladera.ui.control.PushButton;

/** One or two settings over values, each with several seeds; the view beside has the chart. */
final class SweepSection {
  private static final int MOST_VIEWS = 5;
  private static final int MOST_SEEDS = 100;

  /** What is read at the end of a run, as far as the run has it. */
  private static final List<String> READINGS =
      List.of(
          "J",
          "accuracy",
          "validation:J",
          "validation:accuracy",
          "test:J",
          "test:accuracy",
          "gradientNorm");

  private final LabForm f;
  private final SweptValues values;

  /** The first sweep among the views; −1 for none. */
  private final int at;

  SweepSection(LabForm f) {
    this.f = f;
    values = new SweptValues(f.state.experiment());
    List<ViewKind> kinds = f.state.step().views().stream().map(ViewSpec::kind).toList();
    at = kinds.indexOf(ViewKind.SWEEP);
  }

  private SpreadView.Sweep view() {
    return (SpreadView.Sweep) f.state.step().views().get(at);
  }

  /** The link of the section's head; where there are five views the last one gives way. */
  Node add() {
    int views = f.state.step().views().size();
    String place = Integer.toString(Math.min(views, MOST_VIEWS - 1));
    PushButton add =
        new PushButton(
            f.text("lab.sweep.add"),
            PushButton.Kind.LINK,
            () ->
                ViewChoices.of(ViewKind.SWEEP, f.state.experiment(), List.of())
                    .ifPresent(view -> change(d -> put(d, view, place))));
    add.setId("lab-sweep-add");
    add.setDisable(at >= 0);
    return add;
  }

  private static LabDocument put(LabDocument d, Object value, String view, String... field) {
    List<String> path = new ArrayList<>(List.of("steps", "0", "views", view));
    path.addAll(List.of(field));
    return d.with(d.draft().with(value, path.toArray(String[]::new)));
  }

  private void change(UnaryOperator<LabDocument> how) {
    f.actions.change(LabPart.SWEEP, how);
  }

  private void put(Object value, String field) {
    change(d -> put(d, value, Integer.toString(at), field));
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    if (at < 0) {
      nodes.add(f.note(f.text("lab.sweep.none")));
      return nodes;
    }
    SpreadView.Sweep view = view();
    for (int i = 0; i < 2; i++) {
      setting(nodes, i, view);
    }
    int cases = view.vary().stream().mapToInt(v -> v.values().size()).reduce(1, (a, b) -> a * b);
    nodes.add(
        f.row(
            f.text("lab.sweep.seeds"),
            f.stepper(
                "sweep-seeds",
                f.text("lab.sweep.seeds"),
                view.seeds(),
                1,
                Math.max(view.seeds(), Math.min(Sweep.MOST / cases, MOST_SEEDS)),
                seeds -> put(seeds, "seeds"))));
    nodes.add(readings(view));
    nodes.add(
        f.row(
            f.text("lab.sweep.height"),
            f.flag("sweep-log", f.text("lab.sweep.log"), view.log(), is -> put(is, "log"))));
    nodes.add(
        f.note(
            f.messages.text(
                "lab.sweep.runs",
                Map.of("runs", f.messages.numbers().whole((long) cases * view.seeds())))));
    PushButton csv =
        new PushButton(f.text("lab.sweep.csv"), () -> f.actions.exchange().keepSweep(view));
    csv.setId("lab-sweep-csv");
    nodes.add(csv);
    return nodes;
  }

  /** A setting with its values; the second one may be none. */
  private void setting(List<Node> nodes, int index, SpreadView.Sweep view) {
    Optional<Varied> now = view.vary().stream().skip(index).findFirst();
    List<Optional<String>> all = new ArrayList<>();
    if (index > 0) {
      all.add(Optional.empty());
    }
    now.map(v -> v.setting().name())
        .filter(name -> !values.names().contains(name))
        .ifPresent(name -> all.add(Optional.of(name)));
    List<String> others =
        view.vary().stream()
            .filter(v -> !now.equals(Optional.of(v)))
            .map(v -> v.setting().name())
            .toList();
    values.names().stream()
        .filter(name -> !others.contains(name))
        .forEach(name -> all.add(Optional.of(name)));
    String label = f.text(index == 0 ? "lab.sweep.setting" : "lab.sweep.second");
    nodes.add(
        f.row(
            label,
            f.choice(
                "sweep-" + (index + 1),
                label,
                all,
                name -> name.map(this::words).orElse(f.text("lab.sweep.no")),
                now.map(v -> v.setting().name()),
                name ->
                    vary(
                        view, index, name.map(n -> new Varied(new Setting(n), values.usual(n)))))));
    now.ifPresent(varied -> nodes.add(valuesOf(varied, index, view)));
  }

  private String words(String setting) {
    return setting.matches("units\\[\\d+]")
        ? f.messages.text("lab.layer.units", Map.of("layer", setting.replaceAll("\\D", "")))
        : SweepModel.name(new Setting(setting), f.messages);
  }

  /** Words to switch on and off, or numbers to type. */
  private Node valuesOf(Varied varied, int index, SpreadView.Sweep view) {
    List<String> known = SweptValues.words(varied.setting().name());
    if (known.isEmpty()) {
      return numbers(varied, index, view);
    }
    FlowPane flow = new FlowPane(f.tokens.px(4), f.tokens.px(4));
    for (String word : known) {
      boolean is = varied.values().contains(word);
      flow.getChildren()
          .add(
              f.flag(
                  "sweep-" + (index + 1) + "-" + word,
                  f.text("name." + varied.setting().name() + "." + word),
                  is,
                  to -> {
                    List<String> next =
                        known.stream()
                            .filter(w -> w.equals(word) ? to : varied.values().contains(w))
                            .toList();
                    if (!next.isEmpty()) {
                      vary(view, index, Optional.of(new Varied(varied.setting(), next)));
                    }
                  }));
    }
    return flow;
  }

  private Node numbers(Varied varied, int index, SpreadView.Sweep view) {
    char decimal = f.messages.numbers().decimal();
    String written = SweptValues.written(varied.values(), decimal);
    TextField field = new TextField(written);
    field.getStyleClass().setAll("text-field", "field", "low", "size-12");
    field.setId("lab-sweep-values-" + (index + 1));
    field.setAccessibleText(
        f.messages.text("lab.sweep.values", Map.of("name", words(varied.setting().name()))));
    // A field that goes away with the panel loses the focus, and must not say the same once more.
    AtomicReference<List<String>> said = new AtomicReference<>(varied.values());
    Runnable take =
        () -> {
          List<String> typed = SweptValues.typed(field.getText(), decimal);
          if (typed.isEmpty()) {
            field.setText(written);
          } else if (!typed.equals(said.getAndSet(typed))) {
            vary(view, index, Optional.of(new Varied(varied.setting(), typed)));
          }
        };
    field.setOnAction(e -> take.run());
    field
        .focusedProperty()
        .addListener(
            (property, was, is) -> {
              if (!is) {
                take.run();
              }
            });
    return field;
  }

  private void vary(SpreadView.Sweep view, int index, Optional<Varied> next) {
    List<Varied> all = new ArrayList<>(view.vary());
    if (index < all.size()) {
      all.remove(index);
    }
    next.ifPresent(varied -> all.add(index, varied));
    Map<String, Object> written = new LinkedHashMap<>();
    all.forEach(varied -> written.put(varied.setting().name(), varied.values()));
    put(written, "vary");
  }

  private Node readings(SpreadView.Sweep view) {
    Scene scene = f.state.step().scene();
    ReadingWords words = new ReadingWords(f.state.experiment().network(), f.messages);
    FlowPane flow = new FlowPane(f.tokens.px(4), f.tokens.px(4));
    List<Reading> all =
        READINGS.stream()
            .flatMap(name -> RunReading.parse(name, scene).stream())
            .filter(reading -> reading.fault(scene).isEmpty())
            .map(RunReading::reading)
            .toList();
    for (Reading reading : all) {
      flow.getChildren()
          .add(
              f.flag(
                  "sweep-read-" + reading.text().replace(':', '-'),
                  org.ladera.text.RichText.parse(words.of(reading)).plain(),
                  view.readings().contains(reading),
                  to -> {
                    List<String> next =
                        Stream.concat(
                                all.stream(),
                                view.readings().stream().filter(r -> !all.contains(r)))
                            .filter(r -> r.equals(reading) ? to : view.readings().contains(r))
                            .map(Reading::text)
                            .toList();
                    if (!next.isEmpty()) {
                      put(next, "readings");
                    }
                  }));
    }
    return flow;
  }
}
