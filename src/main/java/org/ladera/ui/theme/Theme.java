package org.ladera.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Dresses a scene: AtlantaFX Primer below, the program's own sheet above it, and between them the
 * tokens of the profile as looked-up colours, so that style sheets never name a hue.
 */
public final class Theme {
  private static final String SHEET = Theme.class.getResource("/style/ladera.css").toExternalForm();

  private static final double TEXT = 13;

  /** The sizes of text that the style sheet may use, as classes {@code size-11} and so on. */
  private static final int[] SIZES = {11, 12, 13, 14, 16, 20, 28};

  /** Sizes of icons inside an element with one of these classes. */
  private static final Map<String, Integer> ICONS =
      Map.of("icon-18", 18, "icon-16", 16, "icon-14", 14, "icon-20", 20, "icon-22", 22);

  private Theme() {}

  public static void apply(Scene scene, Tokens tokens) {
    apply(scene, tokens, 1);
  }

  /**
   * The colours and sizes of {@code tokens} for everything in the scene, also its popups.
   *
   * @param magnification of the scene, which its popups do not share by themselves
   */
  public static void apply(Scene scene, Tokens tokens, double magnification) {
    Application.setUserAgentStylesheet(
        tokens.profile() == Profile.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet(tokens, magnification), SHEET);
    scene.setFill(tokens.canvas());
  }

  private static String sheet(Tokens t, double magnification) {
    StringBuilder css = new StringBuilder(".root {\n");
    // Naming the font loads the family before the sheet asks for it.
    css.append("-fx-font-family: \"")
        .append(Type.text(t, TEXT, Type.Weight.REGULAR).getFamily())
        .append("\";\n-fx-font-size: ")
        .append(px(Type.size(t, TEXT)))
        .append(";\n");
    colors(t)
        .forEach((name, color) -> css.append(name).append(": ").append(hex(color)).append(";\n"));
    css.append("}\n");
    for (int size : SIZES) {
      css.append(rule(".size-" + size, "-fx-font-size: " + px(Type.size(t, size))));
    }
    css.append(
        rule(
            ".tooltip.size-12, .context-menu, .combo-box-popup",
            "-fx-font-size: " + px(Type.size(t, 12) * magnification)));
    ICONS.forEach(
        (name, size) ->
            css.append(
                rule(
                    "." + name + " .ikonli-font-icon, ." + name + ".ikonli-font-icon",
                    "-fx-icon-size: " + Math.round(size * t.scale()))));
    byte[] bytes = css.toString().getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** The tokens by the names of the style sheet, and those of AtlantaFX with their new values. */
  private static Map<String, Color> colors(Tokens t) {
    Map<String, Color> all = new LinkedHashMap<>();
    all.put("-ladera-canvas", t.canvas());
    all.put("-ladera-text", t.text());
    all.put("-ladera-muted", t.muted());
    all.put("-ladera-faint", t.faint());
    all.put("-ladera-accent", t.accent());
    all.put("-ladera-accent-hover", t.accent().interpolate(t.text(), 0.15));
    all.put("-ladera-on-accent", t.onAccent());
    all.put("-ladera-choice", choice(t));
    all.put("-ladera-panel", t.panel());
    all.put("-ladera-inset", t.inset());
    all.put("-ladera-track", track(t));
    all.put("-ladera-border-soft", t.panel().interpolate(t.controlBorder(), 0.35));
    all.put("-ladera-separator", t.separator());
    all.put("-ladera-border", t.controlBorder());
    all.put("-ladera-danger", t.danger().mark());
    all.put("-ladera-pressed", t.separator());
    all.put("-ladera-accent-pressed", t.accent().interpolate(t.text(), 0.3));
    all.put("-ladera-danger-ground", t.danger().ink());
    all.put("-ladera-success", t.success().mark());
    all.put("-ladera-success-ground", t.success().ink());
    all.put("-ladera-warning", t.warning().mark());
    all.put("-ladera-warning-ground", t.warning().ink());
    all.put("-ladera-loss", t.loss().ink());
    all.put("-ladera-gradient", t.gradient().ink());
    Tokens dark = Tokens.of(Profile.DARK);
    all.put("-ladera-tip", t.tip());
    all.put("-ladera-on-tip", t.onTip());
    all.put("-ladera-night", dark.canvas());
    all.put("-ladera-veil", dark.canvas().deriveColor(0, 1, 1, 0.4));
    all.put("-color-bg-default", t.canvas());
    all.put("-color-bg-overlay", t.canvas());
    all.put("-color-bg-subtle", t.panel());
    all.put("-color-bg-inset", t.inset());
    all.put("-color-fg-default", t.text());
    all.put("-color-fg-muted", t.muted());
    all.put("-color-fg-subtle", t.faint());
    all.put("-color-fg-emphasis", t.onAccent());
    all.put("-color-border-default", t.controlBorder());
    all.put("-color-border-muted", t.separator());
    all.put("-color-border-subtle", t.separator());
    all.put("-color-accent-fg", t.accent());
    all.put("-color-accent-emphasis", t.accent());
    all.put("-color-danger-fg", t.danger().mark());
    all.put("-color-success-fg", t.success().mark());
    all.put("-color-warning-fg", t.warning().mark());
    return all;
  }

  /** The ground of what is chosen in a list. */
  static Color choice(Tokens t) {
    return t.panel().interpolate(t.accent(), t.profile() == Profile.DARK ? 0.22 : 0.12);
  }

  /** The ground of a row of segments on the panel. */
  static Color track(Tokens t) {
    return t.panel().interpolate(t.controlBorder(), 0.12);
  }

  private static String rule(String selector, String body) {
    return selector + " { " + body + "; }\n";
  }

  private static String px(double size) {
    return String.format(Locale.ROOT, "%.2fpx", size);
  }

  private static String hex(Color c) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x%02x",
        Math.round(c.getRed() * 255),
        Math.round(c.getGreen() * 255),
        Math.round(c.getBlue() * 255),
        Math.round(c.getOpacity() * 255));
  }
}
