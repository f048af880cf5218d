package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.store.document.PictureChoice;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.theme.Tokens;

/** Pictures of a folder as they were read, at a size and in a number that can be chosen. */
public final class PictureSheet extends VBox {
  private static final double WIDTH = 640;
  private static final double THUMB = 56;
  private static final int MOST_SHOWN = 10;
  private static final int MOST_NAMED = 12;
  private static final List<Integer> SIDES = List.of(0, 8, 14, 20, 28, 32, 48);
  private static final List<Integer> COUNTS = List.of(200, 500, 1000, 2000, 5000, 10_000, 60_000);

  private final PictureChoice choice;
  private final Messages messages;
  private final Tokens tokens;

  /** Reads them again. */
  public interface Reading {
    /**
     * @param side rows and columns; 0: as they are
     * @param most pictures
     */
    void read(int side, int most);
  }

  public PictureSheet(
      PictureChoice choice,
      Reading again,
      Runnable begin,
      Runnable cancel,
      Messages messages,
      Tokens tokens) {
    this.choice = choice;
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setId("picture-sheet");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title =
        new Label(
            messages.text(
                "lab.read.title",
                Map.of(
                    "file",
                    String.valueOf(choice.folder().toAbsolutePath().normalize().getFileName()))));
    title.getStyleClass().addAll("sheet-title", "size-16");
    ComboBox<Integer> side = Choices.box(with(SIDES, choice.side()), this::side, "side");
    side.setId("pictures-side");
    side.setAccessibleText(messages.text("pictures.size"));
    side.setValue(choice.side());
    side.setOnAction(
        e -> {
          if (side.getValue() != choice.side()) {
            again.read(side.getValue(), choice.most());
          }
        });
    ComboBox<Integer> most =
        Choices.box(with(COUNTS, choice.most()), n -> messages.numbers().whole(n), "most");
    most.setId("pictures-most");
    most.setAccessibleText(messages.text("pictures.most"));
    most.setValue(choice.most());
    most.setOnAction(
        e -> {
          if (most.getValue() != choice.most()) {
            again.read(choice.side(), most.getValue());
          }
        });
    FlowPane form =
        new FlowPane(
            tokens.px(16),
            tokens.px(8),
            named("pictures.size", side),
            named("pictures.most", most));
    Button close = new PushButton(messages.text("lab.read.cancel"), cancel);
    close.setId("sheet-close");
    Button go = new PushButton(messages.text("lab.read.begin"), PushButton.Kind.PRIMARY, begin);
    go.setId("pictures-begin");
    go.setDefaultButton(true);
    HBox foot = new HBox(tokens.px(8), Boxes.space(), close, go);
    getChildren().addAll(title, thumbnails(), said(), form, foot);
  }

  private static List<Integer> with(List<Integer> usual, int now) {
    List<Integer> all = new ArrayList<>(usual);
    if (!all.contains(now)) {
      all.add(now);
    }
    return all;
  }

  private String side(int side) {
    return side == 0 ? messages.text("pictures.size.own") : side + " × " + side;
  }

  private HBox named(String key, Node control) {
    Label label = new Label(messages.text(key));
    label.getStyleClass().addAll("muted", "size-12");
    HBox box = new HBox(tokens.px(8), label, control);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }

  private Label said() {
    Dataset train = choice.train();
    List<String> classes = train.targets();
    String names = classes.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    Label said =
        new Label(
            messages.text(
                "pictures.found",
                Map.of(
                    "count", messages.numbers().whole(train.size()),
                    "shape", choice.shape().rows() + " × " + choice.shape().columns(),
                    "classes", classes.size(),
                    "names", classes.size() > MOST_NAMED ? names + " …" : names,
                    "test", choice.test().map(Dataset::size).orElse(0))));
    said.getStyleClass().addAll("sheet-text", "size-12");
    said.setId("pictures-said");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    return said;
  }

  private FlowPane thumbnails() {
    FlowPane all = new FlowPane(tokens.px(8), tokens.px(8));
    Dataset train = choice.train();
    Shape shape = choice.shape();
    double[] grey = new double[shape.size()];
    for (int i = 0; i < Math.min(MOST_SHOWN, train.size()); i++) {
      train.x().copyRows(i, 1, grey, 0);
      WritableImage image = new WritableImage(shape.columns(), shape.rows());
      for (int p = 0; p < grey.length; p++) {
        int g = (int) grey[p];
        image
            .getPixelWriter()
            .setArgb(p % shape.columns(), p / shape.columns(), 0xFF << 24 | g << 16 | g << 8 | g);
      }
      ImageView view = new ImageView(image);
      view.setSmooth(false);
      view.setPreserveRatio(true);
      view.setFitWidth(tokens.px(THUMB));
      view.setFitHeight(tokens.px(THUMB));
      all.getChildren().add(view);
    }
    return all;
  }
}
