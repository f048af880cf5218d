package org.ladera.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast after WCAG 2.2, worked out from the tokens that are shown. */
class ContrastTest {
  /** WCAG 1.4.3 for text; the last row of a lecture hall needs more. */
  private static double wanted(Profile profile) {
    return profile == Profile.PROJECTOR ? 7 : 4.5;
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double contrast(Color a, Color b) {
    double x = luminance(a) + 0.05;
    double y = luminance(b) + 0.05;
    return Math.max(x, y) / Math.min(x, y);
  }

  private static Map<String, Color> inks(Tokens t) {
    Map<String, Color> inks = new LinkedHashMap<>();
    inks.put("class 0", t.class0().ink());
    inks.put("class 1", t.class1().ink());
    inks.put("class 2", t.class2().ink());
    inks.put("input", t.input().ink());
    inks.put("net input", t.netInput().ink());
    inks.put("weight", t.weight().ink());
    inks.put("delta", t.delta().ink());
    inks.put("gradient", t.gradient().ink());
    inks.put("loss", t.loss().ink());
    inks.put("text", t.text());
    inks.put("muted", t.muted());
    inks.put("faint", t.faint());
    inks.put("accent", t.accent());
    inks.put("danger", t.danger().mark());
    inks.put("success", t.success().mark());
    inks.put("warning", t.warning().mark());
    return inks;
  }

  private static void check(List<String> low, String what, Color ink, Color ground, double wanted) {
    double contrast = contrast(ink, ground);
    if (contrast < wanted) {
      low.add(what + " " + Math.round(contrast * 100) / 100.0);
    }
  }

  @Test
  void blackOnWhiteIsTwentyOneToOne() {
    assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
    assertEquals(5.2, contrast(Color.web("#0969DA"), Color.WHITE), 0.05);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void everyInkReadsOnTheCanvas(Profile profile) {
    Tokens t = Tokens.of(profile);
    List<String> low = new ArrayList<>();
    inks(t).forEach((name, ink) -> check(low, name, ink, t.canvas(), wanted(profile)));
    assertEquals(List.of(), low);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void theWordsOfTheShellReadOnTheirGrounds(Profile profile) {
    Tokens t = Tokens.of(profile);
    double wanted = wanted(profile);
    List<String> low = new ArrayList<>();
    for (Map.Entry<String, Color> ground :
        Map.of("panel", t.panel(), "inset", t.inset(), "choice", Theme.choice(t)).entrySet()) {
      check(low, "text on " + ground.getKey(), t.text(), ground.getValue(), wanted);
      check(low, "muted on " + ground.getKey(), t.muted(), ground.getValue(), wanted);
    }
    check(low, "muted on the ground of segments", t.muted(), Theme.track(t), wanted);
    check(low, "words on accent", t.onAccent(), t.accent(), wanted);
    check(low, "danger on its ground", t.danger().mark(), t.danger().ink(), wanted);
    check(low, "text on danger", t.text(), t.danger().ink(), wanted);
    check(low, "success on its ground", t.success().mark(), t.success().ink(), wanted);
    check(low, "warning on its ground", t.warning().mark(), t.warning().ink(), wanted);
    check(low, "accent on the panel", t.accent(), t.panel(), wanted);
    check(low, "danger on the panel", t.danger().mark(), t.panel(), wanted);
    check(low, "success on the panel", t.success().mark(), t.panel(), wanted);
    check(low, "loss on the panel", t.loss().ink(), t.panel(), wanted);
    check(low, "gradient on the panel", t.gradient().ink(), t.panel(), wanted);
    assertEquals(List.of(), low);
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void controlsAndTheFocusStandOutFromWhatIsAroundThem(Profile profile) {
    Tokens t = Tokens.of(profile);
    List<String> low = new ArrayList<>();
    check(low, "border on the canvas", t.controlBorder(), t.canvas(), 3);
    check(low, "border on the panel", t.controlBorder(), t.panel(), 3);
    check(low, "focus on the canvas", t.accent(), t.canvas(), 3);
    check(low, "focus on the panel", t.accent(), t.panel(), 3);
    check(low, "focus on a chosen row", t.accent(), Theme.choice(t), 3);
    assertEquals(List.of(), low);
  }

  @Test
  void largerTextKeepsTheColours() {
    Tokens t = Tokens.of(Profile.DARK);
    Tokens large = t.zoomed(1.5);
    assertEquals(inks(t), inks(large));
    assertEquals(Type.size(t, 13) * 1.5, Type.size(large, 13), 1e-9);
  }
}
