package org.ladera.ui.theme;

import javafx.scene.paint.Color;

/**
 * The colours and sizes of one profile, named by meaning (mockups/README: mark = fill or line, ink
 * = text and thin line). The only source of colour for code that draws.
 *
 * @param scale factor on every text size and line width
 */
public record Tokens(
    Profile profile,
    double scale,
    Color canvas,
    Pair class0,
    Pair class1,
    Pair class2,
    Pair input,
    Pair netInput,
    Pair weight,
    Pair delta,
    Pair gradient,
    Pair loss,
    Color lossOutline,
    Color negative,
    Color positive,
    Color text,
    Color muted,
    Color faint,
    Color accent,
    Color onAccent,
    Pair danger,
    Pair success,
    Pair warning,
    Color controlBorder,
    Color separator,
    Color grid,
    Color panel,
    Color inset) {
  /** Two related colours: mark and ink of a meaning, or ink and ground of a message. */
  public record Pair(Color mark, Color ink) {}

  /** The same colours with every text larger by {@code factor}. */
  public Tokens zoomed(double factor) {
    return new Tokens(
        profile,
        scale * factor,
        canvas,
        class0,
        class1,
        class2,
        input,
        netInput,
        weight,
        delta,
        gradient,
        loss,
        lossOutline,
        negative,
        positive,
        text,
        muted,
        faint,
        accent,
        onAccent,
        danger,
        success,
        warning,
        controlBorder,
        separator,
        grid,
        panel,
        inset);
  }

  /** Text and thin lines on a colour map, whatever the profile. */
  public Color onImage() {
    return c("#FFFFFF");
  }

  /** The rim that keeps {@link #onImage} readable on the light end of the map. */
  public Color imageRim() {
    return c("#2A2150");
  }

  /** The tokens of a profile. */
  public static Tokens of(Profile profile) {
    return switch (profile) {
      case LIGHT ->
          new Tokens(
              profile,
              1,
              c("#FFFFFF"),
              p("#0072B2"),
              p("#E69F00", "#875A00"),
              p("#009E73", "#00704F"),
              p("#56B4E9", "#1373B0"),
              p("#2AA198", "#08766F"),
              p("#64748B", "#4B5768"),
              p("#D55E00", "#B84A00"),
              p("#CC79A7", "#A03A76"),
              p("#F2C230", "#856000"),
              c("#3A2C00"),
              c("#2F6CB3"),
              c("#BB3A3A"),
              c("#1F2328"),
              c("#59636E"),
              c("#656D76"),
              c("#0969DA"),
              c("#FFFFFF"),
              p("#C21C2C", "#FFEBE9"),
              p("#18702F", "#DAFBE1"),
              p("#7D4E00", "#FFF4D4"),
              c("#818B98"),
              c("#D8DEE4"),
              c("#E8ECF0"),
              c("#F6F8FA"),
              c("#EFF2F5"));
      case DARK ->
          new Tokens(
              profile,
              1,
              c("#0D1117"),
              p("#4BA3E3"),
              p("#F0B136"),
              p("#35C493"),
              p("#56B4E9", "#7CC6F4"),
              p("#2FB3A6", "#56D0C4"),
              p("#94A3B8", "#B3BFCE"),
              p("#F0743A", "#FF935C"),
              p("#D884B4", "#E79CC8"),
              p("#F2CC4B"),
              c("#1A1400"),
              c("#5B9BEA"),
              c("#EE6A5F"),
              c("#E6EDF3"),
              c("#9AA4B0"),
              c("#8B949E"),
              c("#58A6FF"),
              c("#06101C"),
              p("#FF7B72", "#3C1618"),
              p("#4AC26B", "#0F2D1A"),
              p("#E3B341", "#2F2307"),
              c("#6E7681"),
              c("#2B333D"),
              c("#222A34"),
              c("#151B23"),
              c("#1B222C"));
      case PROJECTOR ->
          new Tokens(
              profile,
              1.4,
              c("#FFFFFF"),
              p("#00568A"),
              p("#B87200", "#614000"),
              p("#00734F", "#005239"),
              p("#1C7FC0", "#0B5585"),
              p("#0B7D75", "#045650"),
              p("#4B5768", "#333D4B"),
              p("#B84A00", "#8A3600"),
              p("#A8487F", "#7D2459"),
              p("#F2C230", "#5E4300"),
              c("#241B00"),
              c("#1F5296"),
              c("#9C2626"),
              c("#0B0F14"),
              c("#3A424C"),
              c("#3A424C"),
              c("#0349B4"),
              c("#FFFFFF"),
              p("#8F0D1C", "#FFE3E0"),
              p("#0B4F20", "#D2F6DA"),
              p("#5C3900", "#FFEFC2"),
              c("#59636E"),
              c("#8B949E"),
              c("#D5DBE1"),
              c("#F4F6F8"),
              c("#E9EDF1"));
    };
  }

  private static Color c(String hex) {
    return Color.web(hex);
  }

  private static Pair p(String both) {
    return p(both, both);
  }

  private static Pair p(String mark, String ink) {
    return new Pair(c(mark), c(ink));
  }
}
