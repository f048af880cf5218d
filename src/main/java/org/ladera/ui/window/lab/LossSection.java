package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.Misfit;
import org.ladera.engine.spec.Suitability;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.Laboratory;
import org.ladera.ui.control.PushButton;

/** The loss, and whether it belongs to output layer and targets; if not, what would. */
final class LossSection {
  private static final Map<String, Factor> FACTORS = new LinkedHashMap<>();

  static {
    FACTORS.put("sum", Factor.ONE);
    FACTORS.put("half", Factor.HALF);
    FACTORS.put("mean", Factor.PER_SAMPLE);
    FACTORS.put("half-mean", Factor.HALF_PER_SAMPLE);
    FACTORS.put("element-mean", Factor.PER_ELEMENT);
  }

  private final LabForm f;

  LossSection(LabForm f) {
    this.f = f;
  }

  List<Node> nodes() {
    Experiment e = f.state.experiment();
    List<LossSpec.Kind> kinds =
        List.of(LossSpec.Kind.values()).stream().filter(k -> k != LossSpec.Kind.OUTPUT).toList();
    var kind =
        f.choice(
            "loss",
            f.text(LabPart.LOSS.text()),
            kinds,
            k -> f.text("part.loss." + k.id()),
            e.loss().kind(),
            k ->
                f.actions.change(
                    LabPart.LOSS, d -> d.with(d.draft().with(k.id(), "scene", "loss", "kind"))));
    String now =
        FACTORS.entrySet().stream()
            .filter(entry -> entry.getValue().equals(e.loss().factor()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("sum");
    var factor =
        f.choice(
            "factor",
            f.text("lab.factor"),
            List.copyOf(FACTORS.keySet()),
            name -> f.text("lab.factor." + name),
            now,
            name ->
                f.actions.change(
                    LabPart.LOSS, d -> d.with(d.draft().with(name, "scene", "loss", "factor"))));
    List<Node> nodes = new ArrayList<>();
    nodes.add(kind);
    nodes.add(f.row(f.text("lab.factor"), factor));
    nodes.add(f.note(f.text("about.loss." + e.loss().kind().id())));
    nodes.add(suits(e));
    return nodes;
  }

  /** What fits, in green; what does not, with the remedy beside. */
  private Node suits(Experiment e) {
    ActivationSpec.Kind last = e.network().layers().getLast().activation().kind();
    Optional<Misfit> misfit = Suitability.of(e).stream().findFirst();
    if (misfit.isEmpty()) {
      Laboratory.Kind kind = Laboratory.Kind.of(e.data().y());
      return said(
          "fits",
          f.messages.text(
              "lab.suits." + kind.name().toLowerCase(java.util.Locale.ROOT),
              Map.of(
                  "activation",
                  f.text("name.activation." + last.id()),
                  "loss",
                  f.text("part.loss." + e.loss().kind().id()),
                  "count",
                  Integer.toString(e.data().y().columns()))),
          List.of());
    }
    String sentence =
        f.messages.text(
            "fault.misfit." + misfit.get().key(),
            Map.<String, Object>copyOf(misfit.get().values()));
    return said("warns", sentence, List.of(remedy(e, misfit.get().part(), false)));
  }

  /** What was refused, why, and the way out. */
  Node refused(LabState.Refusal refusal) {
    List<Node> ways = new ArrayList<>();
    String key = refusal.fault().key();
    if (key.startsWith("misfit.") || key.startsWith("domain.")) {
      Misfit.Part part = key.startsWith("misfit.batch") ? Misfit.Part.BATCH : Misfit.Part.LOSS;
      ways.add(remedy(f.state.experiment(), part, true));
    }
    if (refusal.possible()) {
      PushButton build = new PushButton(f.text("lab.refused.build"), f.actions::build);
      build.setId("lab-build");
      ways.add(build);
    }
    PushButton leave =
        new PushButton(f.text("lab.refused.leave"), PushButton.Kind.LINK, f.actions::forget);
    leave.setId("lab-refused-leave");
    ways.add(leave);
    String sentence =
        f.messages.text(
            "fault." + key, with(refusal.fault().values(), "field", refusal.fault().field()));
    return said(
        refusal.possible() ? "warns" : "refused",
        refusal.possible() ? sentence : f.messages.text("lab.refused", Map.of("why", sentence)),
        ways);
  }

  private static Map<String, Object> with(Map<String, String> values, String name, String value) {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.put(name, value);
    return all;
  }

  /** The button that puts an end to a misfit. */
  private PushButton remedy(Experiment e, Misfit.Part part, boolean refused) {
    if (part == Misfit.Part.BATCH) {
      return way(
          f.text("lab.remedy.batch"),
          refused,
          d -> d.with(d.draft().with("all", "scene", "batch", "size")));
    }
    Laboratory.Kind kind = Laboratory.Kind.of(e.data().y());
    String words =
        f.messages.text(
            "lab.remedy.ending",
            Map.of(
                "activation", f.text("name.activation." + kind.activation()),
                "loss", f.text("part.loss." + kind.loss())));
    return way(words, refused, d -> ending(d, kind));
  }

  private PushButton way(
      String words, boolean refused, java.util.function.UnaryOperator<LabDocument> how) {
    PushButton button =
        new PushButton(
            words,
            () -> {
              if (refused) {
                f.actions.mend(how);
              } else {
                f.actions.change(LabPart.LOSS, how);
              }
            });
    button.setId(refused ? "lab-mend" : "lab-remedy");
    return button;
  }

  /** The last layer and the loss that belong to targets of that kind. */
  static LabDocument ending(LabDocument document, Laboratory.Kind kind) {
    int last = document.draft().size("scene", "network", "layers") - 1;
    String at = Integer.toString(last);
    return document.with(
        document
            .draft()
            .with(kind.activation(), "scene", "network", "layers", at, "activation")
            .without("scene", "network", "layers", at, "parameter")
            .with(Map.of("kind", kind.loss(), "factor", kind.factor()), "scene", "loss"));
  }

  /** A sentence on its ground. */
  private Node said(String style, String sentence, List<Node> ways) {
    javafx.scene.paint.Color ink =
        switch (style) {
          case "fits" -> f.tokens.success().mark();
          case "warns" -> f.tokens.warning().mark();
          default -> f.tokens.danger().mark();
        };
    VBox box = new VBox(f.tokens.px(6), f.words(sentence, 12, ink));
    box.getChildren().addAll(ways);
    box.getStyleClass().setAll("lab-said", style);
    box.setId("lab-" + style);
    return box;
  }
}
