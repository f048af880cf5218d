package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Copying;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** Lesson files that could not be read: file, line, field, what was expected, and the way on. */
public final class FaultSheet extends VBox {
  private static final double WIDTH = 640;
  private static final double MOST = 420;

  /** Room at each side of the list. */
  private static final double EDGE = 32;

  public FaultSheet(List<Fault> faults, Messages messages, Tokens tokens, Runnable close) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    Label title = new Label(messages.text("fault.title"));
    FontIcon sign = new FontIcon(MaterialDesignF.FILE_ALERT_OUTLINE);
    title.setGraphic(sign);
    title.setGraphicTextGap(tokens.px(10));
    title.getStyleClass().addAll("sheet-title", "size-16", "icon-20");
    List<String> lines = faults.stream().map(fault -> fault.text(messages)).toList();
    double inside = tokens.px(WIDTH - 2 * EDGE);
    VBox list =
        new VBox(tokens.px(8)) {
          @Override
          protected double computePrefHeight(double width) {
            // Asked without a width, it would be as high as lines that do not wrap.
            return super.computePrefHeight(width < 0 ? inside : width);
          }
        };
    for (String line : lines) {
      Label words = new Label(line);
      words.getStyleClass().addAll("sheet-code", "size-13");
      words.setWrapText(true);
      words.setMinHeight(USE_PREF_SIZE);
      words.setMaxWidth(Double.MAX_VALUE);
      list.getChildren().add(words);
    }
    ScrollPane scroll = Viewport.column(list);
    scroll.setMaxHeight(tokens.px(MOST));
    Label others = new Label(messages.text("fault.others"));
    others.getStyleClass().addAll("sheet-text", "size-12");
    others.setWrapText(true);
    Button copy =
        new PushButton(
            messages.text("fault.copy"),
            () -> Copying.copy(lines.stream().collect(Collectors.joining("\n"))));
    copy.setId("sheet-copy");
    Button done = new PushButton(messages.text("fault.close"), close);
    done.setId("sheet-close");
    HBox foot = new HBox(tokens.px(8), copy, Boxes.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, scroll, others, foot);
  }
}
