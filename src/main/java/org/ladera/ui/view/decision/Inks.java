package org.ladera.ui.view.decision;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import org.ladera.present.decision.DecisionInk;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** The colours of a decision map in a profile. */
public final class Inks {
  /** On a dark ground a map needs more of a colour to be seen; on paper it must not drown marks. */
  private static final double DARK = 0.72;

  private static final double PAPER = 0.52;
  private static final double THIN = 0.4;

  private Inks() {}

  /** For {@code classes} classes, at least two. */
  public static DecisionInk of(Tokens tokens, int classes) {
    List<Integer> colours = new ArrayList<>();
    for (int i = 0; i < Math.max(2, classes); i++) {
      colours.add(argb(ClassColours.of(tokens, i).mark()));
    }
    boolean dark = tokens.profile() == Profile.DARK;
    return new DecisionInk(
        argb(tokens.canvas()),
        colours,
        dark ? DARK : PAPER,
        argb(dark ? tokens.onImage() : tokens.text()),
        THIN);
  }

  static int argb(Color color) {
    return 0xFF000000
        | (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
