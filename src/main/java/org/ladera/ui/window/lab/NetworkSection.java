package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.store.document.LabDocument;
import org.ladera.timeline.Footprint;
import org.ladera.ui.control.PushButton;

/** The layers of the network, as a sketch to drag and one by one, and what they need. */
final class NetworkSection implements LayerSketch.Moves {
  private static final int MOST_LAYERS = 20;
  private static final String[] LAYERS = {"scene", "network", "layers"};

  private final LabForm f;

  NetworkSection(LabForm f) {
    this.f = f;
  }

  /** The link of the section's head. */
  Node addLayer() {
    PushButton add =
        new PushButton(
            f.text("lab.layer.add"), PushButton.Kind.LINK, () -> insert(layers().size() - 1));
    add.setId("lab-layer-add");
    add.setDisable(layers().size() >= MOST_LAYERS);
    return add;
  }

  private List<LayerSpec> layers() {
    return f.state.experiment().network().layers();
  }

  private void change(UnaryOperator<LabDocument> how) {
    f.actions.change(LabPart.NETWORK, how);
  }

  @Override
  public void units(int layer, int units) {
    change(d -> d.with(d.draft().with(units, LayerEditor.at(layer, "units"))));
  }

  @Override
  public void move(int from, int to) {
    change(d -> d.with(d.draft().moved(from, to, LAYERS)));
  }

  @Override
  public void remove(int layer) {
    change(d -> d.with(d.draft().without(LayerEditor.at(layer))));
  }

  /** A layer like the one before. */
  @Override
  public void insert(int before) {
    if (layers().size() < MOST_LAYERS) {
      change(d -> inserted(d, before));
    }
  }

  private static LabDocument inserted(LabDocument document, int before) {
    return document.with(
        before > 0
            ? document.draft().repeated(before - 1, LAYERS)
            : document
                .draft()
                .repeated(0, LAYERS)
                .with(Map.of("units", 8L, "activation", "tanh"), LayerEditor.at(0)));
  }

  List<Node> network() {
    List<Node> nodes = new ArrayList<>();
    Experiment e = f.state.experiment();
    NetworkSpec network = e.network();
    nodes.add(new LayerSketch(network, this, f.chosen, f.messages, f.tokens));
    for (int l = 0; l < layers().size(); l++) {
      nodes.add(new LayerEditor(f, l).node());
    }
    nodes.add(
        f.note(
            f.messages.text(
                "lab.size",
                Map.of(
                    "parameters",
                    f.messages.numbers().whole(new ParameterLayout(network).count()),
                    "memory",
                    f.messages.numbers().shown(Math.max(Footprint.ofRun(e).bytes() / 1e6, 0.01), 2),
                    "time",
                    f.time(f.state.secondsPerEpoch())))));
    return nodes;
  }
}
