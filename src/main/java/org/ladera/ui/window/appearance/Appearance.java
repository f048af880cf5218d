package org.ladera.ui.window.appearance;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ladera.explain.Notation;
import org.ladera.text.Language;
import org.ladera.text.Letters;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/** Language, notation, colours and size of the text as the person likes them. */
public final class Appearance {
  /** Still 16 pixels for the smallest letters, and 17 for the text. */
  private static final double COMPACT = 0.88;

  private final ReadOnlyObjectWrapper<Tokens> tokens = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Messages> messages = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Notation> notation = new ReadOnlyObjectWrapper<>();
  private final Map<Language, Messages> languages = new EnumMap<>(Language.class);
  private final Consumer<Settings> keep;
  private Settings settings;
  private boolean compact;

  /**
   * @param keep gets the settings whenever they change
   */
  public Appearance(Settings settings, Consumer<Settings> keep) {
    this.keep = keep;
    wear(settings);
  }

  private void wear(Settings next) {
    settings = next;
    Tokens dressed = Tokens.of(next.profile()).zoomed(next.zoom());
    tokens.set(compact && next.profile() == Profile.PROJECTOR ? dressed.zoomed(COMPACT) : dressed);
    notation.set(next.notation().inLanguage(next.language().decimal() == ','));
    messages.set(
        languages
            .computeIfAbsent(next.language(), Messages::load)
            .written(notation().comma() ? ',' : '.', letters(notation())));
  }

  /**
   * Whether the window has little room, where a projector's letters are a little smaller; false
   * when that changes nothing.
   */
  public boolean compact(boolean is) {
    if (is == compact) {
      return false;
    }
    compact = is;
    Tokens before = tokens();
    wear(settings);
    return !before.equals(tokens());
  }

  /** Other settings from now on; false when they are the same. */
  public boolean change(Settings next) {
    if (next.equals(settings)) {
      return false;
    }
    wear(next);
    keep.accept(next);
    return true;
  }

  public Settings settings() {
    return settings;
  }

  public Tokens tokens() {
    return tokens.get();
  }

  public Messages messages() {
    return messages.get();
  }

  private static Letters letters(Notation n) {
    String rate = n.rate() == Notation.Rate.ALPHA ? "\u03b1" : "\u03b7";
    String open =
        switch (n.layers()) {
          case PLAIN -> "";
          case BRACKETS -> "[";
          case PARENTHESES -> "(";
        };
    String close = n.layers() == Notation.Layers.BRACKETS ? "]" : ")";
    boolean turned = n.transposed();
    return switch (n.parameters()) {
      case W_B -> new Letters(rate, "w", "W", "b", open, close, turned);
      case THETA -> new Letters(rate, "\u03b8", "\u03b8", "\u03b8", open, close, turned);
      case BETA -> new Letters(rate, "\u03b2", "\u03b2", "\u03b2", open, close, turned);
    };
  }

  /** With the decimal sign that is written now. */
  public Notation notation() {
    return notation.get();
  }

  /** What a view gets; it follows every change. */
  public ViewContext context(Consumer<Intent> intents) {
    return new ViewContext(tokens, messages, notation, intents);
  }
}
