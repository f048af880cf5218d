package org.ladera.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/**
 * Dresses a scene: AtlantaFX Primer below, the program's own sheet above it, and between them the
 * tokens of the profile as looked-up colours, so that style sheets never name a hue.
 */
public final class Theme {
  private static final String SHEET = Theme.class.getResource("/style/ladera.css").toExternalForm();

  private Theme() {}

  public static void apply(Scene scene, Tokens tokens) {
    Application.setUserAgentStylesheet(
        tokens.profile() == Profile.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    // Naming any font here loads the family before the sheet asks for it.
    String family = Type.text(tokens, 13, Type.Weight.REGULAR).getFamily();
    scene.getStylesheets().setAll(SHEET, sheet(tokens, family));
    scene.setFill(tokens.canvas());
  }

  private static String sheet(Tokens t, String family) {
    double size = 13 * t.scale();
    String css =
        ".root {\n"
            + "  -fx-font-family: \""
            + family
            + "\";\n"
            + "  -fx-font-size: "
            + size
            + "px;\n"
            + color("canvas", t.canvas())
            + color("text", t.text())
            + color("muted", t.muted())
            + color("faint", t.faint())
            + color("accent", t.accent())
            + color("on-accent", t.onAccent())
            + color("choice", blend(t.canvas(), t.accent(), 0.14))
            + color("rail", t.rail())
            + color("inset", t.inset())
            + color("separator", t.separator())
            + color("border", t.controlBorder())
            + color("danger", t.danger().mark())
            + color("danger-ground", t.danger().ink())
            + color("success", t.success().mark())
            + color("success-ground", t.success().ink())
            + color("warning", t.warning().mark())
            + color("warning-ground", t.warning().ink())
            + color("loss", t.loss().ink())
            + color("gradient", t.gradient().ink())
            + color("tip", tip(t))
            + color("on-tip", Color.WHITE)
            + "  -color-accent-fg: -ladera-accent;\n"
            + "  -color-accent-emphasis: -ladera-accent;\n"
            + "  -color-bg-default: -ladera-canvas;\n"
            + "  -color-bg-subtle: -ladera-rail;\n"
            + "  -color-fg-default: -ladera-text;\n"
            + "  -color-fg-muted: -ladera-muted;\n"
            + "  -color-fg-subtle: -ladera-faint;\n"
            + "  -color-border-default: -ladera-border;\n"
            + "  -color-border-muted: -ladera-separator;\n"
            + "}\n"
            + icons(".icon-button", 18, t)
            + icons(".icon-button.small", 16, t)
            + icons(".play-button", 20, t)
            + icons(".badge", 14, t)
            + icons(".banner", 20, t)
            + ".gauge { -fx-icon-size: "
            + Math.round(16 * t.scale())
            + "; -fx-icon-color: -ladera-muted; }\n";
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  /** Icons have no size of their own that would follow the text. */
  private static String icons(String inside, double px, Tokens t) {
    return String.format(
        Locale.ROOT,
        "%s .ikonli-font-icon { -fx-icon-size: %d; }%n",
        inside,
        Math.round(px * t.scale()));
  }

  /** Tooltips are dark in every profile. */
  private static Color tip(Tokens t) {
    return t.profile() == Profile.DARK ? t.separator() : t.text();
  }

  private static Color blend(Color ground, Color over, double share) {
    return ground.interpolate(over, share);
  }

  private static String color(String name, Color c) {
    List<Long> parts =
        List.of(
            Math.round(c.getRed() * 255),
            Math.round(c.getGreen() * 255),
            Math.round(c.getBlue() * 255));
    return String.format(
        Locale.ROOT,
        "  -ladera-%s: #%02x%02x%02x;%n",
        name,
        parts.get(0),
        parts.get(1),
        parts.get(2));
  }
}
