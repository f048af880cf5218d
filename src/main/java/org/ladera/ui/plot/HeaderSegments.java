package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** A choice of one of a few words in a view's header, such as linear or log. */
public final class HeaderSegments extends HBox {
  private static final CornerRadii RADIUS = new CornerRadii(6);

  private final List<ToggleButton> buttons = new ArrayList<>();
  private Tokens tokens;

  /** {@code count} segments; {@code choose} gets the index of one a person chose. */
  public HeaderSegments(int count, IntConsumer choose) {
    ToggleGroup group = new ToggleGroup();
    for (int i = 0; i < count; i++) {
      int index = i;
      ToggleButton button = new ToggleButton();
      // All of its dress is here; the theme's sheet loses its colours while a view is rearranged.
      button.getStyleClass().clear();
      button.setAlignment(Pos.CENTER);
      button.setToggleGroup(group);
      button.setPadding(new Insets(2, 8, 2, 8));
      button.setMinSize(USE_PREF_SIZE, 22);
      button.setOnAction(
          e -> {
            button.setSelected(true);
            choose.accept(index);
          });
      button.selectedProperty().addListener((property, was, is) -> dress());
      button.focusVisibleProperty().addListener((property, was, is) -> dress());
      buttons.add(button);
    }
    setPadding(new Insets(1));
    setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(buttons);
  }

  /** Words, choice and colours of this moment. */
  public void show(List<String> words, int chosen, Tokens now) {
    tokens = now;
    for (int i = 0; i < buttons.size(); i++) {
      buttons.get(i).setText(words.get(i));
      buttons.get(i).setSelected(i == chosen);
    }
    dress();
  }

  private void dress() {
    if (tokens == null) {
      return;
    }
    setBackground(new Background(new BackgroundFill(tokens.inset(), RADIUS, Insets.EMPTY)));
    for (ToggleButton button : buttons) {
      boolean chosen = button.isSelected();
      button.setFont(Type.text(tokens, 11, chosen ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR));
      button.setTextFill(chosen ? tokens.text() : tokens.muted());
      button.setBackground(
          chosen
              ? new Background(new BackgroundFill(tokens.canvas(), RADIUS, Insets.EMPTY))
              : Background.EMPTY);
      button.setBorder(border(button, chosen));
    }
  }

  private Border border(ToggleButton button, boolean chosen) {
    boolean focused = button.isFocusVisible();
    Color color = focused ? tokens.accent() : chosen ? tokens.separator() : Color.TRANSPARENT;
    return new Border(
        new BorderStroke(
            color, BorderStrokeStyle.SOLID, RADIUS, new BorderWidths(focused ? 2 : 1)));
  }
}
