package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.store.document.LabDocument;
import org.ladera.timeline.Footprint;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;

/** The layers of the network: units, activation, bias, batch normalisation, dropout. */
final class NetworkSection {
  private static final int MOST_LAYERS = 20;
  private static final int MOST_UNITS = 1024;
  private static final String[] LAYERS = {"scene", "network", "layers"};

  private final LabForm f;

  NetworkSection(LabForm f) {
    this.f = f;
  }

  /** The link of the section's head. */
  Node addLayer() {
    int count = layers().size();
    PushButton add =
        new PushButton(
            f.text("lab.layer.add"),
            PushButton.Kind.LINK,
            () -> change(draft -> insert(draft, layers().size() - 1)));
    add.setId("lab-layer-add");
    add.setDisable(count >= MOST_LAYERS);
    return add;
  }

  private List<LayerSpec> layers() {
    return f.state.experiment().network().layers();
  }

  private void change(UnaryOperator<LabDocument> how) {
    f.actions.change(LabPart.NETWORK, how);
  }

  private static String[] at(int layer, String... field) {
    List<String> path = new ArrayList<>(List.of(LAYERS));
    path.add(Integer.toString(layer));
    path.addAll(List.of(field));
    return path.toArray(String[]::new);
  }

  /** A layer like the one before, in front of the last. */
  private static LabDocument insert(LabDocument document, int before) {
    return document.with(
        before > 0
            ? document.draft().repeated(before - 1, LAYERS)
            : document
                .draft()
                .repeated(0, LAYERS)
                .with(Map.of("units", 8L, "activation", "tanh"), at(0)));
  }

  List<Node> network() {
    List<Node> nodes = new ArrayList<>();
    Experiment e = f.state.experiment();
    NetworkSpec network = e.network();
    nodes.add(new LayerSketch(network, f.tokens));
    for (int l = 0; l < layers().size(); l++) {
      nodes.add(layer(l));
    }
    Footprint needed = Footprint.ofRun(e);
    nodes.add(
        f.note(
            f.messages.text(
                "lab.size",
                Map.of(
                    "parameters",
                    f.messages.numbers().whole(new ParameterLayout(network).count()),
                    "memory",
                    f.messages.numbers().shown(Math.max(needed.bytes() / 1e6, 0.01), 2),
                    "work",
                    f.messages.numbers().shown(needed.multiplications(), 2)))));
    return nodes;
  }

  private VBox layer(int l) {
    LayerSpec layer = layers().get(l);
    boolean last = l == layers().size() - 1;
    HBox head = new HBox(f.tokens.px(4));
    head.setAlignment(Pos.CENTER_LEFT);
    if (last) {
      head.getChildren()
          .add(
              f.note(
                  f.messages.text(
                      "lab.layer.output", Map.of("units", Integer.toString(layer.units())))));
    } else {
      head.getChildren()
          .add(
              f.stepper(
                  "units-" + (l + 1),
                  f.messages.text("lab.layer.units", Map.of("layer", l + 1)),
                  layer.units(),
                  1,
                  MOST_UNITS,
                  units -> change(d -> d.with(d.draft().with(units, at(l, "units"))))));
    }
    ComboBox<ActivationSpec.Kind> activation =
        f.choice(
            "activation-" + (l + 1),
            f.messages.text("lab.layer.activation", Map.of("layer", l + 1)),
            List.of(ActivationSpec.Kind.values()),
            kind -> f.text("name.activation." + kind.id()),
            f.state.now().network().layers().size() > l
                ? f.state.now().network().layers().get(l).activation().kind()
                : layer.activation().kind(),
            kind -> activation(l, kind));
    HBox.setHgrow(activation, Priority.ALWAYS);
    if (last) {
      head.getChildren().add(activation);
    } else {
      head.getChildren().addAll(Boxes.space(), moves(l));
    }
    FlowPane more = new FlowPane(f.tokens.px(4), f.tokens.px(4));
    more.getChildren()
        .addAll(
            flag(l, "bias", "lab.layer.bias", layer.bias(), true),
            flag(l, "batchNorm", "lab.layer.norm", layer.batchNorm(), false));
    if (!last) {
      more.getChildren().add(dropout(l, layer));
    }
    VBox box = new VBox(f.tokens.px(4), head);
    if (!last) {
      // Beside the units its name would not fit into a narrow panel.
      box.getChildren().add(activation);
    }
    box.getChildren().add(more);
    layer
        .activation()
        .kind()
        .constant()
        .ifPresent(
            c ->
                box.getChildren()
                    .add(
                        f.constant(
                            "parameter-" + (l + 1),
                            c,
                            layer.activation().parameter(),
                            v -> change(d -> d.with(d.draft().with(v, at(l, "parameter")))))));
    if (activation.isFocused() || last || layers().size() == 2) {
      box.getChildren().add(f.note(f.text("about.activation." + layer.activation().kind().id())));
    }
    return box;
  }

  private void activation(int l, ActivationSpec.Kind kind) {
    f.actions.change(
        LabPart.NETWORK,
        new Edit.SetActivation(l + 1, kind.usual()),
        d -> d.with(d.draft().with(kind.id(), at(l, "activation")).without(at(l, "parameter"))));
  }

  private Node flag(int l, String field, String key, boolean now, boolean usual) {
    return f.flag(
        field.toLowerCase(java.util.Locale.ROOT) + "-" + (l + 1),
        f.text(key),
        now,
        is ->
            change(
                d ->
                    d.with(
                        is == usual
                            ? d.draft().without(at(l, field))
                            : d.draft().with(is, at(l, field)))));
  }

  private Node dropout(int l, LayerSpec layer) {
    var field =
        f.number(
            "dropout-" + (l + 1),
            f.text("lab.layer.dropout"),
            layer.dropout(),
            v -> v >= 0 && v <= 0.95,
            v ->
                change(
                    d ->
                        d.with(
                            v == 0
                                ? d.draft().without(at(l, "dropout"))
                                : d.draft().with(v, at(l, "dropout")))));
    field.size(52);
    HBox box = new HBox(f.tokens.px(4), f.note(f.text("lab.layer.dropout")), field);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }

  private HBox moves(int l) {
    Node up =
        f.icon(
            "layer-up-" + (l + 1),
            MaterialDesignC.CHEVRON_UP,
            f.messages.text("lab.layer.up", Map.of("layer", l + 1)),
            () -> change(d -> d.with(d.draft().moved(l, l - 1, LAYERS))));
    up.setDisable(l == 0);
    Node remove =
        f.icon(
            "layer-remove-" + (l + 1),
            MaterialDesignC.CLOSE,
            f.messages.text("lab.layer.remove", Map.of("layer", l + 1)),
            () -> change(d -> d.with(d.draft().without(at(l)))));
    HBox box = new HBox(up, remove);
    box.setMinWidth(HBox.USE_PREF_SIZE);
    return box;
  }
}
