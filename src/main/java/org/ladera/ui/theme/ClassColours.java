package org.ladera.ui.theme;

import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens.Pair;

/** The colours of up to ten classes: three have a token of their own, the others follow them. */
public final class ClassColours {
  private ClassColours() {}

  /** The colours of class {@code group}, from 0; from the tenth on they begin anew. */
  public static Pair of(Tokens tokens, int group) {
    return switch (group % 10) {
      case 0 -> tokens.class0();
      case 1 -> tokens.class1();
      case 2 -> tokens.class2();
      case 3 -> one(tokens.of("#C2569A", "#D884B4", "#A3317A"));
      case 4 -> one(tokens.of("#D55E00", "#FF8A5C", "#B84A00"));
      case 5 -> one(tokens.of("#6F52C4", "#A792F0", "#5336A6"));
      case 6 -> one(tokens.of("#7A8F00", "#B8D443", "#5C6C00"));
      case 7 -> one(tokens.of("#8C5A2B", "#C79A6B", "#6E4318"));
      case 8 -> one(tokens.of("#C21C52", "#F26D85", "#960F3C"));
      case 9 -> one(tokens.of("#64748B", "#A9B4C0", "#4B5768"));
      default -> throw new IllegalArgumentException("no class " + group);
    };
  }

  private static Pair one(Color color) {
    return new Pair(color, color);
  }
}
