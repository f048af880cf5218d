package org.ladera.ui.control;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.ladera.ui.theme.Tokens;

/** The text of a field takes its colour from its skin, which only subclasses may set. */
public final class FieldSkin extends TextFieldSkin {
  public FieldSkin(TextField field, Tokens tokens) {
    super(field);
    setTextFill(tokens.text());
    setHighlightFill(tokens.accent());
    setHighlightTextFill(tokens.onAccent());
  }
}
