package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.text.TextFlow;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Generator;
import org.ladera.engine.spec.Catalogue;
import org.ladera.store.document.DrawnPoints;
import org.ladera.store.document.LabDocument;
import org.ladera.store.lesson.LessonDraft;
import org.ladera.text.Language;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.SliderScale;

/** What is learned from: where the examples come from, their columns and their scaling. */
final class DataSection {
  private static final int MOST_EXAMPLES = 10_000;
  private static final double MOST_NOISE = 10;
  private static final List<String> SCALINGS = List.of("none", "standardise", "min-max");
  private static final int NAMED = 6;

  private final LabForm f;

  DataSection(LabForm f) {
    this.f = f;
  }

  /** The link of the section's head. */
  Node replace() {
    PushButton replace =
        new PushButton(
            f.text("lab.data.replace"), PushButton.Kind.LINK, f.actions.exchange()::replaceData);
    replace.setId("lab-data-replace");
    return replace;
  }

  List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    LessonDraft draft = f.state.document().draft();
    if (f.state.isFunction()) {
      String what =
          draft
              .word("scene", "function", "expression")
              .or(() -> draft.word("scene", "function", "name"))
              .orElse("");
      nodes.add(f.words(what, 13, f.tokens.text()));
      return nodes;
    }
    Dataset data = f.state.experiment().data();
    draft
        .word("scene", "data", "generate")
        .map(Catalogue.GENERATORS::get)
        .ifPresentOrElse(
            generator -> drawn(nodes, generator, draft),
            () ->
                nodes.add(
                    f.words(
                        f.messages.text(
                            "lab.data.rows",
                            Map.of("rows", f.messages.numbers().whole(data.size()))),
                        13,
                        f.tokens.text())));
    nodes.add(columns("lab.data.inputs", data.inputs()));
    nodes.add(columns("lab.data.targets", data.targets()));
    nodes.add(scaling("inputs", draft));
    nodes.add(scaling("targets", draft));
    Optional<DrawnPoints> points = DrawnPoints.of(data);
    if (points.filter(p -> !p.function()).isPresent()) {
      nodes.add(f.note(f.text("lab.data.draw")));
    }
    if (points.isPresent()) {
      PushButton edit = new PushButton(f.text("lab.data.edit"), f.actions.exchange()::draw);
      edit.setId("lab-data-edit");
      nodes.add(edit);
    }
    return nodes;
  }

  /** Names are longer than a line: they go on below their label. */
  private Node columns(String key, List<String> columns) {
    TextFlow flow = f.note(f.text(key) + "  ");
    flow.getChildren().addAll(f.words(named(columns), 12, f.tokens.text()).getChildren());
    return flow;
  }

  private String named(List<String> columns) {
    Language language = f.messages.language();
    Map<String, String> words = f.state.document().words().getOrDefault(language.tag(), Map.of());
    String names =
        columns.stream()
            .limit(NAMED)
            .map(c -> words.getOrDefault("column." + c, c))
            .collect(Collectors.joining(", "));
    return columns.size() <= NAMED
        ? names
        : f.messages.text("lab.data.more", Map.of("names", names, "count", columns.size() - NAMED));
  }

  private void drawn(List<Node> nodes, Generator now, LessonDraft draft) {
    nodes.add(
        f.choice(
            "generate",
            f.text(LabPart.DATA.text()),
            List.of(Generator.values()),
            g -> f.text("name.data." + g.fileName()),
            now,
            g -> f.actions.change(LabPart.DATA, d -> LabParts.generated(d, g))));
    nodes.add(f.note(f.text("part.data." + now.fileName())));
    nodes.add(
        number(
            "examples",
            draft
                .word("scene", "data", "examples")
                .map(Double::parseDouble)
                .orElse((double) now.usualExamples()),
            v -> v >= 1 && v <= MOST_EXAMPLES && v == Math.rint(v),
            true));
    nodes.add(
        number(
            "noise",
            draft.word("scene", "data", "noise").map(Double::parseDouble).orElse(now.usualNoise()),
            v -> v >= 0 && v <= MOST_NOISE,
            false));
    double noise =
        draft.word("scene", "data", "noise").map(Double::parseDouble).orElse(now.usualNoise());
    nodes.add(
        f.slider(
            "data-noise-slider",
            f.text("lab.data.noise"),
            new SliderScale(0, Math.max(1, noise), false),
            noise,
            LabPart.DATA,
            v -> d -> d.with(d.draft().with(v, "scene", "data", "noise"))));
    nodes.add(
        new StartSections(f)
            .seed(
                "data-seed",
                draft.word("scene", "data", "seed").map(Long::parseLong).orElse(0L),
                LabPart.DATA,
                "scene",
                "data",
                "seed"));
  }

  private Node number(
      String field, double now, java.util.function.DoublePredicate allowed, boolean whole) {
    String label = f.text("lab.data." + field);
    return f.row(
        label,
        f.number(
            "data-" + field,
            label,
            now,
            allowed,
            v ->
                f.actions.change(
                    LabPart.DATA,
                    d ->
                        d.with(
                            d.draft()
                                .with(
                                    whole ? (Object) (long) v : (Object) v,
                                    "scene",
                                    "data",
                                    field)))));
  }

  /** How one side is scaled; both sides are written, for a word alone means both. */
  private Node scaling(String side, LessonDraft draft) {
    String now = scaled(draft, side);
    String label = f.text("lab.scaling." + side);
    List<String> all = new ArrayList<>(SCALINGS);
    if (!all.contains(now)) {
      all.add(now);
    }
    return f.row(
        label,
        f.choice(
            "scaling-" + side,
            label,
            all,
            word -> f.text("lab.scaling." + word),
            now,
            word -> f.actions.change(LabPart.DATA, d -> scaled(d, side, word))));
  }

  private static String scaled(LessonDraft draft, String side) {
    Optional<String> both = draft.word("scene", "data", "scaling");
    boolean pictures = draft.has("scene", "data", "images") && side.equals("inputs");
    if (pictures && !draft.has("scene", "data", "scaling")
        || draft.has("scene", "data", "scaling", "divide")
        || draft.has("scene", "data", "scaling", side, "divide")) {
      return "divide";
    }
    return both.or(() -> draft.word("scene", "data", "scaling", side)).orElse("none");
  }

  private static LabDocument scaled(LabDocument d, String side, String word) {
    String other = side.equals("inputs") ? "targets" : "inputs";
    Map<String, Object> sides = new LinkedHashMap<>();
    String kept = scaled(d.draft(), other);
    sides.put(side, word);
    sides.put(
        other,
        kept.equals("divide")
            ? Map.of(
                "divide",
                Double.valueOf(
                    d.draft()
                        .word("scene", "data", "scaling", "divide")
                        .or(() -> d.draft().word("scene", "data", "scaling", other, "divide"))
                        .orElse(other.equals("inputs") ? "255" : "1")))
            : kept);
    return d.with(d.draft().with(sides, "scene", "data", "scaling"));
  }
}
