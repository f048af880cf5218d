package org.ladera.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** A button with words. Long words wrap; they are never cut. */
public final class PushButton extends Button {
  /** How much it calls for attention. */
  public enum Kind {
    PRIMARY,
    PLAIN,
    LINK
  }

  /** What became of the choice it stands for. */
  public enum Outcome {
    NONE,
    RIGHT,
    WRONG
  }

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  public PushButton(String words, Kind kind, Runnable action) {
    super(words);
    switch (kind) {
      case PRIMARY -> getStyleClass().setAll("push-button", "primary", "size-13");
      case PLAIN -> getStyleClass().setAll("push-button", "size-13");
      case LINK -> getStyleClass().setAll("push-button", "link", "size-12");
    }
    setMnemonicParsing(false);
    setOnAction(e -> action.run());
  }

  /** A plain one. */
  public PushButton(String words, Runnable action) {
    this(words, Kind.PLAIN, action);
  }

  /** An icon beside the words. */
  public PushButton icon(Ikon ikon, ContentDisplay side) {
    setGraphic(new FontIcon(ikon));
    setContentDisplay(side);
    getStyleClass().add("icon-16");
    return this;
  }

  /** Higher than others, where it leads through the lesson. */
  public PushButton tall() {
    getStyleClass().add("tall");
    return this;
  }

  /** Its words stay on one line. */
  public PushButton whole() {
    setMinWidth(USE_PREF_SIZE);
    return this;
  }

  /** Whether this is the chosen one of several. */
  public void choose(boolean is) {
    pseudoClassStateChanged(CHOSEN, is);
  }

  /** Keeps it as it is: it looks as ever and cannot be pressed. */
  public void hold(boolean is) {
    setMouseTransparent(is);
    setFocusTraversable(!is);
  }

  public void show(Outcome outcome) {
    pseudoClassStateChanged(RIGHT, outcome == Outcome.RIGHT);
    pseudoClassStateChanged(WRONG, outcome == Outcome.WRONG);
  }
}
