package org.ladera.ui.control;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.StackPane;

/** What became of what stands in a field; each has an edge of its own. */
public enum FieldState {
  RIGHT,
  WRONG;

  private final PseudoClass state = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

  /** Says of a field, or of the frame around one, whether this is so. */
  public void mark(Node field, boolean is) {
    field.pseudoClassStateChanged(state, is);
  }

  public boolean marks(Node field) {
    return field.getPseudoClassStates().contains(state);
  }

  /** Takes ground and edge from a field: those of a frame around it are seen. */
  public static void bare(TextField field, String size) {
    field.getStyleClass().addAll("bare", size);
    field.setBackground(Background.EMPTY);
    field.setBorder(Border.EMPTY);
  }

  /** A frame around a bare field. */
  public static StackPane framed(TextField field) {
    StackPane frame = new StackPane(field);
    frame.getStyleClass().add("field");
    return frame;
  }
}
