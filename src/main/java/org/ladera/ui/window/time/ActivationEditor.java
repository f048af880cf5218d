package org.ladera.ui.window.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.ActivationSpec.Kind;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.explain.ReaderNumber;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.RunFrame;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.NumberField;

/** The activation of every layer, and the one number that some of them have. */
final class ActivationEditor extends VBox implements ChangePanel.Editor {
  private final ChangePanel panel;
  private final List<Line> lines = new ArrayList<>();
  private boolean updating;

  ActivationEditor(ChangePanel panel, NetworkSpec network) {
    super(panel.tokens.px(8));
    this.panel = panel;
    for (int layer = 1; layer <= network.layers().size(); layer++) {
      Line line = new Line(layer, network.layers().get(layer - 1).activation());
      lines.add(line);
      getChildren()
          .add(
              panel.row(
                  panel.messages.text("change.activation", Map.of("layer", layer)),
                  line.number,
                  line.kinds));
    }
  }

  private final class Line {
    private final int layer;
    private final ComboBox<Kind> kinds;
    private final NumberField number;
    private ActivationSpec shown;

    Line(int layer, ActivationSpec first) {
      this.layer = layer;
      shown = first;
      kinds =
          Choices.box(
              List.of(Kind.values()),
              kind -> panel.messages.text("name.activation." + kind.id()),
              "activation-" + layer);
      kinds.setAccessibleText(panel.messages.text("change.activation", Map.of("layer", layer)));
      kinds.setOnAction(e -> choose(kinds.getValue()));
      number =
          new NumberField(
              panel.tokens,
              panel.messages.numbers(),
              value -> shown.kind().constant().filter(c -> c.range().holds(value)).isPresent(),
              ReaderNumber::plain,
              value -> edit(new ActivationSpec(shown.kind(), value.engine())),
              is -> panel.judge(is, "change.range.not_negative"));
      number.name(panel.messages.text("change.slope"));
      number.size(64);
      put(first);
    }

    private void choose(Kind kind) {
      if (!updating && kind != null && kind != shown.kind()) {
        edit(kind.usual());
        // Until the run has changed, or where it cannot, the box shows what it has.
        put(shown);
      }
    }

    private void edit(ActivationSpec activation) {
      panel.edit(new Edit.SetActivation(layer, activation));
    }

    void show(ActivationSpec now) {
      if (!now.equals(shown)) {
        put(now);
      }
    }

    private void put(ActivationSpec now) {
      shown = now;
      updating = true;
      kinds.setValue(now.kind());
      updating = false;
      number.show(ReaderNumber.plain(now.parameter()));
      boolean has = now.kind().constant().isPresent();
      number.setVisible(has);
      number.setManaged(has);
    }
  }

  @Override
  public void show(NotatedFrame now) {
    RunFrame run = now.engine().main();
    NetworkSpec network = run.experiment().network();
    for (int l = 0; l < Math.min(lines.size(), network.layers().size()); l++) {
      lines.get(l).show(network.layers().get(l).activation());
    }
  }
}
