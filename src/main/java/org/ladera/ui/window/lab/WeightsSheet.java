package org.ladera.ui.window.lab;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.store.weights.TrainedWeights;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** What is in a file of weights: names, shapes, which way they lie, and whether they fit. */
public final class WeightsSheet extends VBox {
  private static final double WIDTH = 560;
  private static final double LIST = 240;

  private final Messages messages;
  private final Tokens tokens;

  /**
   * @param turn reads the file with a row for each unit, or for each input
   * @param take begins with them; true: the network gets their shape
   */
  public WeightsSheet(
      StartWeights found,
      Consumer<Boolean> turn,
      Consumer<Boolean> take,
      Runnable cancel,
      Messages messages,
      Tokens tokens) {
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setId("weights-sheet");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title = new Label(messages.text("trained.title", Map.of("file", found.file())));
    title.getStyleClass().addAll("sheet-title", "size-16");
    Segments<Boolean> rows =
        new Segments<>(
            List.of(false, true),
            turn,
            "size-13",
            units -> units ? "weights-rows-units" : "weights-rows-inputs");
    rows.show(
        units -> messages.text(units ? "trained.rows.units" : "trained.rows.inputs"),
        found.turned());
    HBox way = new HBox(tokens.px(8), quiet(messages.text("trained.rows")), rows);
    way.setAlignment(Pos.CENTER_LEFT);
    way.setFillHeight(false);
    getChildren().addAll(title, way);
    found.weights().ifPresent(w -> getChildren().add(layers(w)));
    getChildren().addAll(said(found), foot(found, take, cancel));
  }

  private Label quiet(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("muted", "size-12");
    return label;
  }

  private ScrollPane layers(TrainedWeights weights) {
    GridPane grid = new GridPane(tokens.px(16), tokens.px(6));
    grid.addRow(
        0,
        quiet(messages.text("trained.name")),
        quiet(messages.text("trained.shape")),
        quiet(messages.text("trained.bias")));
    for (int l = 0; l < weights.layers().size(); l++) {
      TrainedWeights.Layer layer = weights.layers().get(l);
      Label name = new Label(layer.name());
      name.getStyleClass().addAll("medium", "size-13");
      name.setMaxWidth(tokens.px(260));
      grid.addRow(
          l + 1,
          name,
          new Label(TrainedWeights.shape(layer.w().rows(), layer.w().columns())),
          new Label(
              layer
                  .b()
                  .map(b -> messages.numbers().whole(b.columns()))
                  .orElse(messages.text("trained.none"))));
    }
    ScrollPane list = Viewport.column(grid);
    list.setFocusTraversable(false);
    list.setMaxHeight(tokens.px(LIST));
    return list;
  }

  private Label said(StartWeights found) {
    Label said =
        new Label(
            found
                .misfit()
                .map(e -> messages.text("fault.arrays." + e.key(), Map.copyOf(e.values())))
                .orElseGet(() -> messages.text("trained.fits", Map.of("shape", found.shape()))));
    said.getStyleClass()
        .addAll(found.misfit().isPresent() ? "fault-words" : "sheet-text", "size-12");
    said.setId("weights-said");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    return said;
  }

  private HBox foot(StartWeights found, Consumer<Boolean> take, Runnable cancel) {
    Button close = new PushButton(messages.text("lab.read.cancel"), cancel);
    close.setId("sheet-close");
    Button build = new PushButton(messages.text("trained.build"), () -> take.accept(true));
    build.setId("weights-build");
    build.setVisible(found.buildable());
    build.setManaged(found.buildable());
    Button begin =
        new PushButton(
            messages.text("trained.take"), PushButton.Kind.PRIMARY, () -> take.accept(false));
    begin.setId("weights-take");
    begin.setDisable(found.misfit().isPresent());
    begin.setDefaultButton(true);
    HBox foot = new HBox(tokens.px(8), Boxes.space(), close, build, begin);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }
}
