package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.store.document.LabDocument;
import org.ladera.ui.control.Boxes;

/** The controls of one layer: its kind, its size, and what else a layer of that kind has. */
final class LayerEditor {
  static final int MOST_UNITS = 1024;
  private static final int MOST_FILTERS = 64;
  private static final int MOST_SIDE = 512;
  private static final String[] LAYERS = {"scene", "network", "layers"};

  private final LabForm f;
  private final NetworkSpec network;
  private final int l;
  private final LayerSpec layer;
  private final LayerForm form;
  private final boolean last;

  /**
   * @param l which layer, from 0
   */
  LayerEditor(LabForm f, int l) {
    this.f = f;
    this.l = l;
    network = f.state.experiment().network();
    layer = network.layers().get(l);
    form = LayerForm.of(layer.kind());
    last = l == network.layers().size() - 1;
  }

  static String[] at(int layer, String... field) {
    List<String> path = new ArrayList<>(List.of(LAYERS));
    path.add(Integer.toString(layer));
    path.addAll(List.of(field));
    return path.toArray(String[]::new);
  }

  private void change(UnaryOperator<LabDocument> how) {
    f.actions.change(LabPart.NETWORK, how);
  }

  private void put(String field, Object value) {
    change(d -> d.with(d.draft().with(value, at(l, field))));
  }

  private String named(String key) {
    return f.messages.text(key, Map.of("layer", l + 1));
  }

  /** Whether pictures enter, which can be looked at in windows. */
  private boolean seesPictures() {
    return l == 0
        ? f.state.experiment().data().images().isPresent() || network.pictures(0).isPresent()
        : network.pictures(l).isPresent();
  }

  VBox node() {
    VBox box = new VBox(f.tokens.px(4), head());
    if (!last && (seesPictures() || form != LayerForm.DENSE)) {
      box.getChildren().add(kind());
    }
    if (!layer.kind().isPlain()) {
      ComboBox<ActivationSpec.Kind> activation = activation();
      if (last) {
        HBox.setHgrow(activation, Priority.ALWAYS);
        ((HBox) box.getChildren().getFirst()).getChildren().add(activation);
      } else {
        // Beside the units its name would not fit into a narrow panel.
        box.getChildren().add(activation);
      }
    }
    box.getChildren().addAll(windows());
    FlowPane more = flags();
    if (!more.getChildren().isEmpty()) {
      box.getChildren().add(more);
    }
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
                            v -> put("parameter", v))));
    if (!layer.kind().isPlain() && (last || network.layers().size() == 2)) {
      box.getChildren().add(f.note(f.text("about.activation." + layer.activation().kind().id())));
    }
    return box;
  }

  private HBox head() {
    HBox head = new HBox(f.tokens.px(4));
    head.setAlignment(Pos.CENTER_LEFT);
    if (last) {
      head.getChildren()
          .add(
              f.note(
                  f.messages.text(
                      "lab.layer.output", Map.of("units", Integer.toString(layer.units())))));
      return head;
    }
    switch (layer.kind()) {
      case LayerKind.Dense d -> head.getChildren().add(stepper("units", d.units(), MOST_UNITS));
      case LayerKind.Convolution c ->
          head.getChildren().add(stepper("filters", c.filters(), MOST_FILTERS));
      case LayerKind.Pool p -> head.getChildren().add(f.note(f.text("lab.kind." + form.word())));
      case LayerKind.Flatten flat ->
          head.getChildren().add(f.note(f.text("lab.kind." + form.word())));
      case LayerKind.Function g -> {}
    }
    head.getChildren().addAll(Boxes.space(), moves());
    return head;
  }

  private HBox stepper(String field, int now, int most) {
    return f.stepper(
        field + "-" + (l + 1), named("lab.layer." + field), now, 1, most, n -> put(field, n));
  }

  private Node kind() {
    List<LayerForm> all = new ArrayList<>(LayerForm.offered(seesPictures()));
    if (!all.contains(form)) {
      all.add(form);
    }
    return f.choice(
        "kind-" + (l + 1),
        named("lab.layer.kind"),
        all,
        k -> f.text("lab.kind." + k.word()),
        form,
        k -> change(d -> d.with(d.draft().with(k.begun(), at(l)))));
  }

  /** What a window over a picture has, and what comes out of it. */
  private List<Node> windows() {
    List<Node> nodes = new ArrayList<>();
    switch (layer.kind()) {
      case LayerKind.Convolution c -> {
        if (c.rows() == c.columns()) {
          nodes.add(side("kernel", c.rows(), 1));
        }
        nodes.add(side("stride", c.stride(), 1));
        nodes.add(side("padding", c.padding(), 0));
        nodes.add(shape(c.output()));
      }
      case LayerKind.Pool p -> {
        nodes.add(side("size", p.size(), 1));
        nodes.add(side("stride", p.stride(), 1));
        nodes.add(shape(p.output()));
      }
      case LayerKind.Dense d -> {}
      case LayerKind.Flatten flat -> {}
      case LayerKind.Function g -> {}
    }
    return nodes;
  }

  private Node side(String field, int now, int least) {
    String label = f.text("lab.layer." + field);
    return f.row(
        label,
        f.number(
            field + "-" + (l + 1),
            label,
            now,
            v -> v == Math.rint(v) && v >= least && v <= MOST_SIDE,
            v -> put(field, (long) v)));
  }

  private Node shape(Shape out) {
    return f.note(f.messages.text("lab.layer.shape", Map.of("shape", out.toString())));
  }

  private ComboBox<ActivationSpec.Kind> activation() {
    return f.choice(
        "activation-" + (l + 1),
        named("lab.layer.activation"),
        List.of(ActivationSpec.Kind.values()),
        kind -> f.text("name.activation." + kind.id()),
        f.state.now().network().layers().size() > l
            ? f.state.now().network().layers().get(l).activation().kind()
            : layer.activation().kind(),
        kind ->
            f.actions.change(
                LabPart.NETWORK,
                new Edit.SetActivation(l + 1, kind.usual()),
                d ->
                    d.with(
                        d.draft()
                            .with(kind.id(), at(l, "activation"))
                            .without(at(l, "parameter")))));
  }

  private FlowPane flags() {
    FlowPane more = new FlowPane(f.tokens.px(4), f.tokens.px(4));
    if (layer.kind().isPlain()) {
      return more;
    }
    more.getChildren().add(flag("bias", "lab.layer.bias", layer.bias(), true));
    if (layer.isDense()) {
      more.getChildren().add(flag("batchNorm", "lab.layer.norm", layer.batchNorm(), false));
    }
    more.getChildren().add(flag("trainable", "lab.layer.learns", layer.trainable(), true));
    if (!last) {
      more.getChildren().add(dropout());
    }
    return more;
  }

  private Node flag(String field, String key, boolean now, boolean usual) {
    return f.flag(
        field.toLowerCase(Locale.ROOT) + "-" + (l + 1),
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

  private Node dropout() {
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

  private HBox moves() {
    Node up =
        f.icon(
            "layer-up-" + (l + 1),
            MaterialDesignC.CHEVRON_UP,
            named("lab.layer.up"),
            () -> change(d -> d.with(d.draft().moved(l, l - 1, LAYERS))));
    up.setDisable(l == 0);
    Node remove =
        f.icon(
            "layer-remove-" + (l + 1),
            MaterialDesignC.CLOSE,
            named("lab.layer.remove"),
            () -> change(d -> d.with(d.draft().without(at(l)))));
    HBox box = new HBox(up, remove);
    box.setMinWidth(HBox.USE_PREF_SIZE);
    return box;
  }
}
