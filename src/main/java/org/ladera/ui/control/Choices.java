package org.ladera.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes in which one of several things is chosen by its name. */
public final class Choices {
  private Choices() {}

  /**
   * @param id of the control, after {@code change-}
   */
  public static <T> ComboBox<T> box(List<T> all, Function<T, String> words, String id) {
    ComboBox<T> box = new ComboBox<>();
    box.getItems().setAll(all);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T one) {
            return one == null ? "" : words.apply(one);
          }

          @Override
          public @Nullable T fromString(String word) {
            return all.stream().filter(o -> words.apply(o).equals(word)).findFirst().orElse(null);
          }
        });
    box.setVisibleRowCount(all.size());
    box.setId("change-" + id);
    box.getStyleClass().addAll("choice", "size-13");
    return box;
  }
}
