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
  private boolean scarce;
  private double largest = Double.MAX_VALUE;

  /**
   * @param keep gets the settings whenever they change
   */
  public Appearance(Settings settings, Consumer<Settings> keep) {
    this.keep = keep;
    wear(settings);
  }

  private void wear(Settings next) {
    settings = next;
    Tokens plain = plain();
    tokens.set(plain.zoomed(Math.min(next.zoom(), largest / plain.scale())));
    notation.set(next.notation().inLanguage(next.language().decimal() == ','));
    messages.set(
        languages
            .computeIfAbsent(next.language(), Messages::load)
            .written(notation().comma() ? ',' : '.', letters(notation())));
  }

  /** As it is where the person has not chosen a size. */
  private Tokens plain() {
    Tokens dressed = Tokens.of(settings.profile());
    return scarce && settings.profile() == Profile.PROJECTOR ? dressed.zoomed(COMPACT) : dressed;
  }

  /** The settings with text that is so many times as large as now, as far as it has room. */
  public Settings zoomed(double factor) {
    double most = largest / plain().scale();
    return settings.withZoom(Math.min(most, Math.min(most, settings.zoom()) * factor));
  }

  /**
   * The window has so much room: a projector's letters are a little smaller where it is scarce, and
   * none are so large that a button would be beyond an edge. False when that changes nothing.
   */
  public boolean fit(LetterRoom room) {
    if (room.isScarce() == scarce && room.largest() == largest) {
      return false;
    }
    scarce = room.isScarce();
    largest = room.largest();
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
