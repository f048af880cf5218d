package org.ladera.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ladera.text.Messages;

/** The texts under {@code cli.help}, as the command line library asks for them. */
final class HelpTexts extends ResourceBundle {
  private static final String PREFIX = "cli.help.";
  private final Messages messages;

  HelpTexts(Messages messages) {
    this.messages = messages;
  }

  @Override
  protected @Nullable Object handleGetObject(String key) {
    String full = PREFIX + key;
    return messages.keys().contains(full) ? messages.text(full) : null;
  }

  @Override
  protected Set<String> handleKeySet() {
    return messages.keys().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(handleKeySet());
  }
}
