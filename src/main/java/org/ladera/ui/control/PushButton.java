package org.ladera.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A button of the narrative. Long words wrap; they are never cut. */
public final class PushButton extends Button {
  /** How much it calls for attention. */
  public enum Kind {
    PRIMARY,
    PLAIN,
    LINK
  }

  private final Kind kind;
  private final Tokens tokens;
  private Color edge;
  private FontIcon icon;
  private boolean chosen;

  public PushButton(String words, Kind kind, Tokens tokens, Runnable action) {
    super(words);
    this.kind = kind;
    this.tokens = tokens;
    edge = tokens.controlBorder();
    setFont(Type.text(tokens, kind == Kind.LINK ? 12 : 13, Type.Weight.MEDIUM));
    setWrapText(true);
    setTextAlignment(TextAlignment.CENTER);
    setAlignment(Pos.CENTER);
    double across = kind == Kind.LINK ? 0 : Shapes.px(tokens, 12);
    double down = kind == Kind.LINK ? 0 : Shapes.px(tokens, 4);
    setPadding(new Insets(down, across, down, across));
    setMinHeight(kind == Kind.LINK ? Shapes.px(tokens, 24) : Shapes.px(tokens, 28));
    setOnAction(e -> action.run());
    hoverProperty().addListener((property, was, is) -> dress());
    focusVisibleProperty().addListener((property, was, is) -> dress());
    disabledProperty().addListener((property, was, is) -> dress());
    dress();
  }

  /** An icon beside the words, or alone when there are none. */
  public PushButton icon(Ikon ikon, ContentDisplay side) {
    icon = Icons.of(ikon, tokens.text(), tokens);
    setGraphic(icon);
    setContentDisplay(side);
    setGraphicTextGap(Shapes.px(tokens, 6));
    dress();
    return this;
  }

  /** A square with only its icon; the words become the accessible name. */
  public PushButton square() {
    setAccessibleText(getText());
    setText("");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPadding(Insets.EMPTY);
    setMinSize(Shapes.px(tokens, 28), Shapes.px(tokens, 28));
    setMaxSize(Shapes.px(tokens, 28), Shapes.px(tokens, 28));
    return this;
  }

  /** At least this high, in the light profile. */
  public PushButton tall(double px) {
    setMinHeight(Shapes.px(tokens, px));
    return this;
  }

  /** Whether this is the chosen one of several. */
  public void choose(boolean is) {
    chosen = is;
    dress();
  }

  /** The edge says what became of a choice. */
  public void edge(Color color) {
    edge = color;
    dress();
  }

  private void dress() {
    Color ink =
        switch (kind) {
          case PRIMARY -> tokens.onAccent();
          case PLAIN -> tokens.text();
          case LINK -> tokens.accent();
        };
    setTextFill(ink);
    if (icon != null) {
      icon.setIconColor(ink);
    }
    setUnderline(kind == Kind.LINK && isHover());
    setOpacity(isDisabled() ? 0.4 : 1);
    Color ground =
        switch (kind) {
          case PRIMARY ->
              isHover() ? tokens.accent().interpolate(tokens.text(), 0.15) : tokens.accent();
          case PLAIN -> isHover() ? tokens.inset() : tokens.canvas();
          case LINK -> Color.TRANSPARENT;
        };
    setBackground(kind == Kind.LINK ? Background.EMPTY : Shapes.ground(ground));
    Color border = kind == Kind.PRIMARY || chosen ? tokens.accent() : edge;
    setBorder(
        isFocusVisible()
            ? Shapes.focused(kind == Kind.LINK ? Color.TRANSPARENT : border, tokens)
            : kind == Kind.LINK
                ? Border.EMPTY
                : Shapes.edge(border, chosen || !edge.equals(tokens.controlBorder()) ? 2 : 1));
  }
}
