package org.ladera.ui.lesson;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.ladera.ui.theme.Tokens;

/** The text of a field takes its colour from its skin, which only subclasses may set. */
final class FieldSkin extends TextFieldSkin {
  FieldSkin(TextField field, Tokens tokens) {
    super(field);
    setTextFill(tokens.text());
    setHighlightFill(tokens.accent());
    setHighlightTextFill(tokens.onAccent());
  }
}
