package org.ladera.ui.control;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ladera.ui.theme.Tokens;

/** The small parts that every region of the window uses. */
public final class Chrome {
  private Chrome() {}

  /** {@code px} of the light profile, larger on the projector and with larger text. */
  public static double px(Tokens tokens, double px) {
    return Math.round(px * tokens.scale());
  }

  public static Insets insets(Tokens tokens, double top, double right, double bottom, double left) {
    return new Insets(px(tokens, top), px(tokens, right), px(tokens, bottom), px(tokens, left));
  }

  public static void square(Region region, double side) {
    region.setMinSize(side, side);
    region.setPrefSize(side, side);
    region.setMaxSize(side, side);
  }

  /** Room that grows between two groups of a row. */
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /** A line of one pixel. */
  public static Region separator() {
    Region line = new Region();
    line.getStyleClass().add("separator-line");
    line.setMinHeight(1);
    line.setMaxHeight(1);
    return line;
  }

  /** An icon on nothing; its words are the tooltip and the accessible name. */
  public static Button icon(Ikon ikon, int iconSize, String words, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(ikon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("icon-button", "icon-" + iconSize);
    name(button, words, words);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** A button with words, as in the sheets and the banner. */
  public static Button push(String words, Runnable action) {
    Button button = new Button(words);
    button.getStyleClass().setAll("push-button", "size-13");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setMnemonicParsing(false);
    button.setOnAction(e -> action.run());
    return button;
  }

  /** Gives a control without words its name and its tooltip; nothing changes when both are old. */
  public static void name(ButtonBase control, String words, String tip) {
    Tooltip old = control.getTooltip();
    if (old == null || !old.getText().equals(tip)) {
      control.setTooltip(new SideTooltip(tip));
    }
    if (!words.equals(control.getAccessibleText())) {
      control.setAccessibleText(words);
    }
  }
}
