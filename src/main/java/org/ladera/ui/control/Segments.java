package org.ladera.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * One of a few words in a row, always exactly one chosen.
 *
 * @param <T> what the words stand for
 */
public final class Segments<T> extends HBox {
  private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
  private @Nullable T chosen;

  /**
   * @param size style class of the text's size
   * @param id of each button
   */
  public Segments(List<T> values, Consumer<T> choose, String size, Function<T, String> id) {
    getStyleClass().add("segments");
    setMaxHeight(USE_PREF_SIZE);
    for (T value : values) {
      ToggleButton button = new ToggleButton();
      button.getStyleClass().setAll("segment", size);
      button.setId(id.apply(value));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          e -> {
            button.setSelected(value.equals(chosen));
            if (!value.equals(chosen)) {
              choose.accept(value);
            }
          });
      buttons.put(value, button);
      getChildren().add(button);
    }
  }

  /** Small numbered ones, as in the header of a view. */
  public static Segments<Integer> small(int count, IntConsumer choose) {
    List<Integer> numbers = IntStream.range(0, count).boxed().toList();
    Segments<Integer> made = new Segments<>(numbers, choose::accept, "size-11", number -> null);
    made.getStyleClass().add("small");
    return made;
  }

  /** Only some of the values can be chosen now. */
  public void offer(List<T> some) {
    buttons.forEach(
        (value, button) -> {
          button.setVisible(some.contains(value));
          button.setManaged(some.contains(value));
        });
  }

  /** Words that have no room are cut in their middle instead of the row at its end. */
  public void shrink() {
    for (ToggleButton button : buttons.values()) {
      button.setMinWidth(0);
      button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }
  }

  /** Another one is the chosen one now. */
  public void choose(T now) {
    chosen = now;
    buttons.forEach((value, button) -> button.setSelected(value.equals(now)));
  }

  /** Words that are their own names. */
  public void show(Function<T, String> words, T now) {
    show(words, words, now);
  }

  /**
   * @param spoken the whole name where the word is short
   */
  public void show(Function<T, String> words, Function<T, String> spoken, T now) {
    choose(now);
    buttons.forEach(
        (value, button) -> {
          String word = words.apply(value);
          if (!word.equals(button.getText())) {
            button.setText(word);
          }
          String name = spoken.apply(value);
          if (name.equals(word)) {
            button.setAccessibleText(word);
          } else {
            SideTooltip.name(button, name, name);
          }
        });
  }
}
