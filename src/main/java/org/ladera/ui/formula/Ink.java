package org.ladera.ui.formula;

import java.util.HexFormat;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens;

/** What a symbol means, and so which colour it has in every profile. */
public enum Ink {
  TEXT(""),
  LOSS("loss"),
  DATA("data"),
  NET("net"),
  WEIGHT("weight"),
  DELTA("delt"),
  GRADIENT("grad");

  private final String macro;

  Ink(String macro) {
    this.macro = macro;
  }

  /** The TeX word that gives this meaning to its argument. */
  String macro() {
    return macro;
  }

  /** The colour in this profile. */
  public Color of(Tokens tokens) {
    return switch (this) {
      case TEXT -> tokens.text();
      case LOSS -> tokens.loss().ink();
      case DATA -> tokens.input().ink();
      case NET -> tokens.netInput().ink();
      case WEIGHT -> tokens.weight().ink();
      case DELTA -> tokens.delta().ink();
      case GRADIENT -> tokens.gradient().ink();
    };
  }

  /** The typesetter knows colours, not meanings: each meaning travels as a colour of its own. */
  String marker() {
    return "#" + HexFormat.of().toHexDigits(ordinal(), 6);
  }

  static Ink ofMarker(int rgb) {
    int index = rgb & 0xffffff;
    return index < values().length ? values()[index] : TEXT;
  }
}
