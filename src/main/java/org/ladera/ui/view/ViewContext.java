package org.ladera.ui.view;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/**
 * What every view gets.
 *
 * @param tokens colours and sizes now; the stage renders again when they change
 * @param messages texts now; the stage renders again when they change
 * @param intents where gestures go
 */
public record ViewContext(
    ObservableValue<Tokens> tokens, ObservableValue<Messages> messages, Consumer<Intent> intents) {}
