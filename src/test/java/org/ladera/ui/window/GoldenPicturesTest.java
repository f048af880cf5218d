package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/**
 * Key screens look as in the pictures that are kept. They are part of the long build ({@code mvn
 * verify -P rigs}); with {@code mvn test -Dtest=GoldenPicturesTest -Dtest.golden=write} they are
 * drawn anew, to be looked at before they are kept. A picture that differs leaves the new one and
 * one of the differences in {@code target/golden}.
 */
class GoldenPicturesTest {
  private static final Path KEPT = Path.of("src/test/resources/golden");
  private static final Path MADE = Path.of("target/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("ladera.golden"));

  /** A channel may differ by so much: rounding of soft edges. */
  private static final int NEAR = 24;

  /** Of ten thousand pixels so many may differ by more. */
  private static final int FEW = 15;

  private static Typesetter typesetter;

  /**
   * @param open the number at which the update is opened; empty for the step itself
   */
  record Screen(String lesson, String step, long epoch, Profile profile, String open) {
    String file() {
      String at = open.isEmpty() ? "" : "-open";
      return lesson
          + "-"
          + step
          + "-"
          + epoch
          + "-"
          + profile.name().toLowerCase(Locale.ROOT)
          + at
          + ".png";
    }
  }

  static Stream<Screen> screens() {
    return Stream.of(
        new Screen("linear-regression", "data", 0, Profile.LIGHT, ""),
        new Screen("linear-regression", "surface", 400, Profile.LIGHT, ""),
        new Screen("linear-regression", "rate", 700, Profile.LIGHT, ""),
        new Screen("linear-regression", "rate", 700, Profile.PROJECTOR, ""),
        new Screen("sigmoid-derivative", "curve", 0, Profile.DARK, ""),
        new Screen("sigmoid-derivative", "deep", 100, Profile.LIGHT, ""),
        new Screen("xor", "bend", 0, Profile.LIGHT, ""),
        new Screen("xor", "thesis", 700, Profile.LIGHT, ""),
        new Screen("xor", "thesis-inside", 606, Profile.DARK, ""),
        new Screen("xor", "thesis-inside", 600, Profile.LIGHT, "delta[1][1,1]"),
        new Screen("backprop-by-hand", "hidden-one", 0, Profile.LIGHT, "delta[1][1,1]"),
        new Screen("softmax", "regions", 0, Profile.LIGHT, ""),
        new Screen("softmax", "hidden", 400, Profile.PROJECTOR, ""));
  }

  @BeforeAll
  static void start() {
    assumeTrue(WRITE || Boolean.getBoolean("ladera.rigs"), "part of the long build");
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void looksAsItWasKept(Screen screen) throws IOException {
    BufferedImage now = Fx.on(() -> draw(screen));
    Path kept = KEPT.resolve(screen.file());
    if (WRITE) {
      Files.createDirectories(KEPT);
      ImageIO.write(now, "png", kept.toFile());
      return;
    }
    assertTrue(Files.exists(kept), "no picture is kept: " + kept);
    BufferedImage then = ImageIO.read(kept.toFile());
    BufferedImage difference = difference(then, now);
    long differing = differing(difference);
    if (10_000 * differing > (long) FEW * now.getWidth() * now.getHeight()) {
      Files.createDirectories(MADE);
      ImageIO.write(now, "png", MADE.resolve(screen.file()).toFile());
      Path shown = MADE.resolve("difference-" + screen.file());
      ImageIO.write(difference, "png", shown.toFile());
      fail(differing + " pixels differ; see " + shown);
    }
  }

  private static BufferedImage draw(Screen screen) {
    List<Lesson> lessons = LessonLibrary.load(Path.of("lessons")).lessons();
    Lesson lesson =
        lessons.stream().filter(l -> l.id().equals(screen.lesson())).findFirst().orElseThrow();
    Step step =
        lesson.steps().stream().filter(s -> s.id().equals(screen.step())).findFirst().orElseThrow();
    Settings settings = new Settings(Language.EN, screen.profile(), 1);
    try (WindowBench bench = new WindowBench(List.of(lesson), typesetter, settings, 1024, 640)) {
      bench.controller.open(0, lesson.steps().indexOf(step));
      bench.settle();
      if (screen.epoch() > 0) {
        bench.session.send(new Command.RunTo(screen.epoch()));
      }
      bench.settle();
      if (!screen.open().isEmpty()) {
        assertTrue(bench.controller.openNumber(screen.open()), screen.open());
      }
      bench.settle().settle();
      bench.controller.settle();
      BufferedImage picture = SwingFXUtils.fromFXImage(bench.scene().snapshot(null), null);
      BufferedImage plain =
          new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
      plain.createGraphics().drawImage(picture, 0, 0, null);
      return plain;
    }
  }

  /** Black where both are alike; how much they differ elsewhere, at full strength. */
  private static BufferedImage difference(BufferedImage then, BufferedImage now) {
    int w = now.getWidth();
    int h = now.getHeight();
    BufferedImage difference = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        boolean both = x < then.getWidth() && y < then.getHeight();
        int most = both ? most(then.getRGB(x, y), now.getRGB(x, y)) : 255;
        difference.setRGB(x, y, most > NEAR ? 0xFF0000 | most : 0);
      }
    }
    return difference;
  }

  private static int most(int a, int b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
    }
    return most;
  }

  private static long differing(BufferedImage difference) {
    long count = 0;
    for (int y = 0; y < difference.getHeight(); y++) {
      for (int x = 0; x < difference.getWidth(); x++) {
        count += (difference.getRGB(x, y) & 0xFFFFFF) == 0 ? 0 : 1;
      }
    }
    return count;
  }
}
