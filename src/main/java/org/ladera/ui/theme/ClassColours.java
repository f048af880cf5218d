package org.ladera.ui.theme;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.ladera.ui.theme.Tokens.Pair;

/** The colours of up to ten classes: three have a token of their own, the others follow them. */
public final class ClassColours {
  private static final List<Pair> LIGHT =
      pairs("#C2569A", "#D55E00", "#6F52C4", "#7A8F00", "#8C5A2B", "#C21C52", "#64748B");
  private static final List<Pair> DARK =
      pairs("#D884B4", "#FF8A5C", "#A792F0", "#B8D443", "#C79A6B", "#F26D85", "#A9B4C0");
  private static final List<Pair> PROJECTOR =
      pairs("#A3317A", "#B84A00", "#5336A6", "#5C6C00", "#6E4318", "#960F3C", "#4B5768");

  private ClassColours() {}

  /** The colours of class {@code group}, from 0; from the tenth on they begin anew. */
  public static Pair of(Tokens tokens, int group) {
    return switch (group % 10) {
      case 0 -> tokens.class0();
      case 1 -> tokens.class1();
      case 2 -> tokens.class2();
      default -> more(tokens.profile()).get(group % 10 - 3);
    };
  }

  private static List<Pair> more(Profile profile) {
    return switch (profile) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case PROJECTOR -> PROJECTOR;
    };
  }

  private static List<Pair> pairs(String... hex) {
    return Stream.of(hex).map(Color::web).map(c -> new Pair(c, c)).toList();
  }
}
