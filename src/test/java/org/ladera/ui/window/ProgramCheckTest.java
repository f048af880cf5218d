package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.trace.StepTrace;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** A student's line by gradient descent with every delta twice as large, in a whole window. */
class ProgramCheckTest {
  private static Typesetter typesetter;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  /** One unit of one input without a bend, samples in rows, eight decimals. */
  private static String program(StepTrace update) {
    double w = update.layers().getFirst().w().before().get(0);
    double b = update.layers().getFirst().b().before().get(0);
    StringBuilder z = new StringBuilder("z1 = [");
    StringBuilder d = new StringBuilder("d1 = [");
    double slope = 0;
    for (int i = 0; i < update.x().rows(); i++) {
      double x = update.x().get(i);
      double value = x * w + b;
      double delta = 2 * (value - update.y().get(i));
      z.append(String.format(Locale.ROOT, "[%.8f]%n", value));
      d.append(String.format(Locale.ROOT, "[%.8f]%n", delta));
      slope += x * delta;
    }
    return z + "]\n" + d + "]\n" + String.format(Locale.ROOT, "dW1 = [[%.8f]]%n", slope);
  }

  private static void waitFor(BooleanSupplier there) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!Fx.on(there::getAsBoolean)) {
      assertTrue(System.nanoTime() < end, "it never came");
      Fx.pulse();
    }
  }

  private static void with(Settings settings, double w, double h, Supplier<Path> mine) {
    WindowBench bench = Fx.on(() -> new WindowBench(typesetter, settings, w, h));
    try {
      Fx.on(
          () -> {
            bench.controller.open(0, 5);
            bench.settle().press(KeyCode.P);
            assertTrue(bench.find("program-page").isPresent());
            assertFalse(bench.find("program-verdict").isPresent(), "nothing was given");
            check(bench);
            bench.controller.pages().program().read(mine.get());
            return null;
          });
      waitFor(() -> bench.find("program-verdict").isPresent());
      Fx.on(
          () -> {
            bench.settle();
            check(bench);
            compare(bench);
            return null;
          });
    } finally {
      Fx.on(
          () -> {
            bench.close();
            return null;
          });
    }
  }

  private static void check(WindowBench bench) {
    assertEquals(List.of(), bench.cut());
    assertEquals(List.of(), bench.outside());
  }

  private static List<String> states(WindowBench bench) {
    return bench
        .shown()
        .filter(n -> String.valueOf(n.getId()).startsWith("station-"))
        .map(n -> n.getStyleClass().get(1))
        .toList();
  }

  private static void compare(WindowBench bench) {
    assertEquals(List.of("equal", "parts", "follows"), states(bench));
    String said = String.join("", bench.words()).replaceAll("\\s", "");
    assertTrue(said.toLowerCase(Locale.ROOT).contains("factor2"), said);
    String first = bench.find("program-beside").orElseThrow().getAccessibleText();
    bench.press(KeyCode.UP);
    assertFalse(
        first.equals(bench.find("program-beside").orElseThrow().getAccessibleText())
            && first.equals(
                bench.press(KeyCode.DOWN).find("program-beside").orElseThrow().getAccessibleText()),
        "arrows go from cell to cell");
    bench.press(KeyCode.ESCAPE);
    assertFalse(bench.find("program-page").isPresent());
    bench.press(KeyCode.P);
    assertEquals(List.of("equal", "parts", "follows"), states(bench), "what was given stays");
    ((javafx.scene.control.Button) bench.find("program-see").orElseThrow()).fire();
    bench.settle();
    assertFalse(bench.find("program-page").isPresent());
    assertTrue(bench.find("step-search").isPresent(), "the update is open");
  }

  @Test
  void the_first_parting_is_named_and_what_follows_is_not_blamed() throws IOException {
    Path mine = folder.resolve("mine.txt");
    StepTrace update =
        Fx.on(
            () -> {
              try (WindowBench bench =
                  new WindowBench(typesetter, WindowBench.plain(Language.EN), 1280, 800)) {
                bench.controller.open(0, 5);
                return bench.settle().frame().main().next();
              }
            });
    Files.writeString(mine, program(update));
    with(WindowBench.plain(Language.EN), 1280, 800, () -> mine);
    with(new Settings(Language.ES, Profile.PROJECTOR, 1), 1024, 640, () -> mine);
  }
}
