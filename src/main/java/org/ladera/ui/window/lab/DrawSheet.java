package org.ladera.ui.window.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.ladera.store.document.DrawnPoints;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.Tokens;

/** Points by hand: of any number of classes, or of a function, one by one or sprayed. */
public final class DrawSheet extends VBox {
  private static final double WIDTH = 720;
  private static final double HEIGHT = 340;
  private static final double PADDING = 48;

  private final DrawnHistory drawn;
  private final Consumer<DrawnPoints> begin;
  private final Runnable cancel;
  private final Messages messages;
  private final Tokens tokens;
  private final HBox tools = new HBox();
  private final FlowPane groups = new FlowPane();
  private final HBox foot = new HBox();
  private final DrawPad pad;

  public DrawSheet(
      DrawnHistory drawn,
      Consumer<DrawnPoints> begin,
      Runnable cancel,
      Messages messages,
      Tokens tokens) {
    this.drawn = drawn;
    this.begin = begin;
    this.cancel = cancel;
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setId("draw-sheet");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title = new Label(messages.text("lab.new.draw"));
    title.getStyleClass().addAll("sheet-title", "size-16");
    tools.setSpacing(tokens.px(8));
    tools.setAlignment(Pos.CENTER_LEFT);
    groups.setHgap(tokens.px(4));
    groups.setVgap(tokens.px(4));
    groups.setMinHeight(USE_PREF_SIZE);
    foot.setSpacing(tokens.px(8));
    foot.setAlignment(Pos.CENTER_LEFT);
    pad =
        new DrawPad(
            drawn,
            tokens.px(WIDTH) - tokens.px(PADDING),
            tokens.px(HEIGHT),
            this::fill,
            messages,
            tokens);
    Label how = new Label(messages.text("drawn.how"));
    how.getStyleClass().addAll("muted", "size-12");
    how.setWrapText(true);
    how.setMinHeight(USE_PREF_SIZE);
    VBox.setVgrow(pad, Priority.ALWAYS);
    getChildren().addAll(title, tools, groups, pad, how, foot);
    setOnKeyPressed(
        e -> {
          if (e.isShortcutDown() && e.getCode() == KeyCode.Z) {
            turn(drawn::undo);
            e.consume();
          } else if (e.isShortcutDown() && e.getCode() == KeyCode.Y) {
            turn(drawn::redo);
            e.consume();
          }
        });
    fill();
  }

  private void turn(Runnable way) {
    way.run();
    pad.draw();
    fill();
  }

  private void put(DrawnPoints next) {
    turn(() -> drawn.put(next, false));
  }

  private void fill() {
    org.ladera.ui.control.Focus.keep(
        this,
        () -> {
          tools();
          groups();
          foot();
        });
  }

  private void tools() {
    Segments<DrawnHistory.Tool> how =
        new Segments<>(
            List.of(DrawnHistory.Tool.values()),
            tool -> turn(() -> drawn.tool = tool),
            "size-12",
            tool -> "draw-" + id(tool));
    how.show(tool -> messages.text("drawn.tool." + id(tool)), drawn.tool);
    Segments<Boolean> what =
        new Segments<>(
            List.of(false, true),
            is -> put(drawn.now().asFunction(is)),
            "size-12",
            is -> is ? "draw-function" : "draw-classes");
    what.show(is -> messages.text(is ? "drawn.function" : "drawn.classes"), drawn.now().function());
    tools.getChildren().setAll(how, Boxes.space(), what);
  }

  private static String id(DrawnHistory.Tool tool) {
    return tool.name().toLowerCase(Locale.ROOT);
  }

  private void groups() {
    boolean shown = !drawn.now().function();
    groups.setVisible(shown);
    groups.setManaged(shown);
    groups.getChildren().clear();
    IntStream.range(0, drawn.now().classes())
        .forEach(
            group -> {
              String words = messages.text("drawn.class", Map.of("class", group + 1));
              Circle mark = new Circle(tokens.px(5), ClassColours.of(tokens, group).mark());
              ToggleButton button = new ToggleButton(words, mark);
              button.getStyleClass().setAll("lab-flag", "size-12");
              button.setId("draw-class-" + (group + 1));
              button.setSelected(group == drawn.group);
              button.setOnAction(e -> turn(() -> drawn.group = group));
              groups.getChildren().add(button);
            });
    PushButton more =
        new PushButton(
            messages.text("drawn.class.more"),
            PushButton.Kind.LINK,
            () ->
                turn(
                    () -> {
                      drawn.put(drawn.now().withClasses(drawn.now().classes() + 1), false);
                      drawn.group = drawn.now().classes() - 1;
                    }));
    more.setId("draw-class-more");
    more.setDisable(drawn.now().classes() >= DrawnPoints.MOST_CLASSES);
    PushButton less =
        new PushButton(
            messages.text("drawn.class.less"),
            PushButton.Kind.LINK,
            () -> put(drawn.now().withClasses(drawn.now().classes() - 1)));
    less.setId("draw-class-less");
    less.setDisable(drawn.now().classes() <= 2);
    groups.getChildren().addAll(more, less);
  }

  private void foot() {
    Button undo =
        new IconButton(MaterialDesignU.UNDO, 18, () -> turn(drawn::undo))
            .named(messages.text("action.undo"));
    undo.setId("draw-undo");
    undo.setDisable(!drawn.canUndo());
    Button redo =
        new IconButton(MaterialDesignR.REDO, 18, () -> turn(drawn::redo))
            .named(messages.text("action.redo"));
    redo.setId("draw-redo");
    redo.setDisable(!drawn.canRedo());
    Button clear =
        new IconButton(
                MaterialDesignD.DELETE_OUTLINE,
                18,
                () ->
                    put(new DrawnPoints(drawn.now().function(), drawn.now().classes(), List.of())))
            .named(messages.text("drawn.none"));
    clear.setId("draw-clear");
    Label count =
        new Label(
            messages.text(
                "drawn.count",
                Map.of("count", messages.numbers().whole(drawn.now().points().size()))));
    count.getStyleClass().addAll("muted", "size-12");
    Button close = new PushButton(messages.text("lab.read.cancel"), cancel);
    close.setId("sheet-close");
    Button go =
        new PushButton(
            messages.text("lab.read.begin"),
            PushButton.Kind.PRIMARY,
            () -> begin.accept(drawn.now()));
    go.setId("draw-begin");
    go.setDisable(!drawn.now().isReady());
    foot.getChildren().setAll(undo, redo, clear, count, Boxes.space(), close, go);
  }
}
