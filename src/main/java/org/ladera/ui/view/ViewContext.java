package org.ladera.ui.view;

import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.ladera.explain.Notation;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * What every view gets.
 *
 * @param tokens colours and sizes now; the stage renders again when they change
 * @param messages texts now; the stage renders again when they change
 * @param notation how formulas and numbers are written now; the stage renders again when it changes
 * @param intents where gestures go
 */
public record ViewContext(
    ObservableValue<Tokens> tokens,
    ObservableValue<Messages> messages,
    ObservableValue<Notation> notation,
    Consumer<Intent> intents) {

  /** Formulas as the engine writes them, always. */
  public ViewContext(
      ObservableValue<Tokens> tokens,
      ObservableValue<Messages> messages,
      Consumer<Intent> intents) {
    this(tokens, messages, new SimpleObjectProperty<>(Notation.ENGINE), intents);
  }
}
