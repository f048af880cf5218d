package org.ladera.ui.theme;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.Insets;
import javafx.scene.paint.Color;

/**
 * The colours and sizes of one profile, named by meaning. The only source of colour for code that
 * draws; every colour is one entry, with its values for light, dark and projector beside each
 * other.
 *
 * @param scale factor on every text size and line width
 */
public record Tokens(Profile profile, double scale) {
  /** Two related colours: mark and ink of a meaning, or ink and ground of a message. */
  public record Pair(Color mark, Color ink) {}

  /** The projector's room is large: everything on it is. */
  private static final double PROJECTED = 1.4;

  private static final Map<String, Color> KNOWN = new ConcurrentHashMap<>();

  /** The tokens of a profile. */
  public static Tokens of(Profile profile) {
    return new Tokens(profile, profile == Profile.PROJECTOR ? PROJECTED : 1);
  }

  /** The same colours with every text larger by {@code factor}. */
  public Tokens zoomed(double factor) {
    return new Tokens(profile, scale * factor);
  }

  /** {@code px} of the light profile, larger on the projector and with larger text. */
  public double px(double px) {
    return Math.round(px * scale);
  }

  /** Insets in pixels of the light profile. */
  public Insets insets(double top, double right, double bottom, double left) {
    return new Insets(px(top), px(right), px(bottom), px(left));
  }

  /** The ground of views, texts and controls. */
  public Color canvas() {
    return of("#FFFFFF", "#0D1117", "#FFFFFF");
  }

  public Pair class0() {
    return new Pair(of("#0072B2", "#4BA3E3", "#00568A"), of("#0072B2", "#4BA3E3", "#00568A"));
  }

  public Pair class1() {
    return new Pair(of("#E69F00", "#F0B136", "#B87200"), of("#875A00", "#F0B136", "#614000"));
  }

  public Pair class2() {
    return new Pair(of("#009E73", "#35C493", "#00734F"), of("#00704F", "#35C493", "#005239"));
  }

  public Pair input() {
    return new Pair(of("#56B4E9", "#56B4E9", "#1C7FC0"), of("#1373B0", "#7CC6F4", "#0B5585"));
  }

  public Pair netInput() {
    return new Pair(of("#2AA198", "#2FB3A6", "#0B7D75"), of("#08766F", "#56D0C4", "#045650"));
  }

  public Pair weight() {
    return new Pair(of("#64748B", "#94A3B8", "#4B5768"), of("#4B5768", "#B3BFCE", "#333D4B"));
  }

  public Pair delta() {
    return new Pair(of("#D55E00", "#F0743A", "#B84A00"), of("#B84A00", "#FF935C", "#8A3600"));
  }

  public Pair gradient() {
    return new Pair(of("#CC79A7", "#D884B4", "#A8487F"), of("#A03A76", "#E79CC8", "#7D2459"));
  }

  public Pair loss() {
    return new Pair(of("#F2C230", "#F2CC4B", "#F2C230"), of("#856000", "#F2CC4B", "#5E4300"));
  }

  /** The line that sets off {@link #loss} from a light ground. */
  public Color lossOutline() {
    return of("#3A2C00", "#1A1400", "#241B00");
  }

  public Color negative() {
    return of("#2F6CB3", "#5B9BEA", "#1F5296");
  }

  public Color positive() {
    return of("#BB3A3A", "#EE6A5F", "#9C2626");
  }

  /** The colour of a number by its sign; 0 is neutral. */
  public Color sign(double value) {
    return value == 0 ? weight().mark() : value < 0 ? negative() : positive();
  }

  /** Text or its opposite, whichever stands out more on {@code ground} (WCAG 2.2, contrast). */
  public Color readableOn(Color ground) {
    return contrast(ground, text()) >= contrast(ground, canvas()) ? text() : canvas();
  }

  private static double contrast(Color a, Color b) {
    double ratio = (luminance(a) + 0.05) / (luminance(b) + 0.05);
    return Math.max(ratio, 1 / ratio);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  /** The sheet that layers fold: its lines from the left to the right side of the plane. */
  public Color sheetLeft() {
    return of("#6B2FB3", "#C79BFF", "#4E1D8A");
  }

  public Color sheetRight() {
    return of("#0B7D75", "#56D0C4", "#045650");
  }

  /** Its lines from the lower to the upper side. */
  public Color sheetLow() {
    return of("#8A4B1F", "#F0B98C", "#653410");
  }

  public Color sheetHigh() {
    return of("#B02A6F", "#F58CC0", "#7D1A4C");
  }

  public Color text() {
    return of("#1F2328", "#E6EDF3", "#0B0F14");
  }

  public Color muted() {
    return of("#59636E", "#9AA4B0", "#3A424C");
  }

  /** Text that may be missed. */
  public Color faint() {
    return of("#656D76", "#8B949E", "#3A424C");
  }

  public Color accent() {
    return of("#0969DA", "#58A6FF", "#0349B4");
  }

  public Color onAccent() {
    return of("#FFFFFF", "#06101C", "#FFFFFF");
  }

  public Pair danger() {
    return new Pair(of("#C21C2C", "#FF7B72", "#8F0D1C"), of("#FFEBE9", "#3C1618", "#FFE3E0"));
  }

  public Pair success() {
    return new Pair(of("#18702F", "#4AC26B", "#0B4F20"), of("#DAFBE1", "#0F2D1A", "#D2F6DA"));
  }

  public Pair warning() {
    return new Pair(of("#7D4E00", "#E3B341", "#5C3900"), of("#FFF4D4", "#2F2307", "#FFEFC2"));
  }

  /** The edge of what can be operated. */
  public Color controlBorder() {
    return of("#818B98", "#6E7681", "#59636E");
  }

  /** A line between regions. */
  public Color separator() {
    return of("#D8DEE4", "#2B333D", "#8B949E");
  }

  public Color grid() {
    return of("#E8ECF0", "#222A34", "#D5DBE1");
  }

  /** The ground of the sidebar, the transport and of blocks set off from the text. */
  public Color panel() {
    return of("#F6F8FA", "#151B23", "#F4F6F8");
  }

  /** A ground one step further from the canvas: tracks of segments, hovered controls. */
  public Color inset() {
    return of("#EFF2F5", "#1B222C", "#E9EDF1");
  }

  /** The ground of a tooltip, dark in every profile. */
  public Color tip() {
    return of("#1F2328", "#2B333D", "#0B0F14");
  }

  public Color onTip() {
    return of("#E6EDF3", "#E6EDF3", "#E6EDF3");
  }

  /** Text and thin lines on a colour map, whatever the profile. */
  public Color onImage() {
    return of("#FFFFFF", "#FFFFFF", "#FFFFFF");
  }

  /** The rim that keeps {@link #onImage} readable on the light end of the map. */
  public Color imageRim() {
    return of("#2A2150", "#2A2150", "#2A2150");
  }

  /** One colour in each profile. */
  Color of(String light, String dark, String projector) {
    return KNOWN.computeIfAbsent(
        switch (profile) {
          case LIGHT -> light;
          case DARK -> dark;
          case PROJECTOR -> projector;
        },
        Color::web);
  }
}
