package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.ladera.text.Language.EN;
import static org.ladera.text.Language.ES;
import static org.ladera.ui.theme.Profile.DARK;
import static org.ladera.ui.theme.Profile.LIGHT;
import static org.ladera.ui.theme.Profile.PROJECTOR;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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
  private static List<Lesson> lessons;

  /**
   * @param name of its file, without language and profile
   * @param lesson the only one of the window, or none for all of them
   * @param way from the window as it begins to what is to be seen
   */
  record Screen(
      String name, String lesson, Language language, Profile profile, Consumer<WindowBench> way) {
    String file() {
      return String.join("-", name, language.tag(), profile.name().toLowerCase(Locale.ROOT))
          + ".png";
    }

    @Override
    public String toString() {
      return file();
    }
  }

  private static Screen step(
      String lesson, String step, long epoch, Language language, Profile profile) {
    String name = String.join("-", lesson, step, Long.toString(epoch));
    return new Screen(name, lesson, language, profile, bench -> go(bench, lesson, step, epoch));
  }

  private static Screen opened(
      String lesson, String step, long epoch, String number, Language language, Profile profile) {
    String name = String.join("-", lesson, step, Long.toString(epoch), "open");
    return new Screen(
        name,
        lesson,
        language,
        profile,
        bench -> {
          go(bench, lesson, step, epoch);
          assertTrue(bench.controller.openNumber(number), number);
        });
  }

  private static void go(WindowBench bench, String lesson, String step, long epoch) {
    List<String> steps = of(lesson).getFirst().steps().stream().map(Step::id).toList();
    assertTrue(steps.contains(step), steps.toString());
    bench.controller.open(0, steps.indexOf(step));
    bench.settle();
    if (epoch > 0) {
      bench.session.send(new Command.RunTo(epoch));
    }
    bench.settle();
  }

  static Stream<Screen> screens() {
    return Stream.of(
        step("backprop-by-hand", "forward", 0, EN, LIGHT),
        step("softmax", "cross-entropy", 0, ES, DARK),
        step("linear-regression", "data", 0, EN, LIGHT),
        step("linear-regression", "surface", 400, EN, LIGHT),
        step("linear-regression", "rate", 700, EN, LIGHT),
        step("linear-regression", "rate", 700, ES, PROJECTOR),
        step("linear-regression", "batches", 40, ES, LIGHT),
        step("derivatives", "direction", 0, ES, LIGHT),
        step("sigmoid-derivative", "curve", 0, EN, DARK),
        step("sigmoid-derivative", "deep", 100, EN, LIGHT),
        step("neuron", "routes", 0, ES, LIGHT),
        step("xor", "bend", 0, EN, LIGHT),
        step("xor", "thesis", 700, EN, LIGHT),
        step("xor", "thesis-inside", 606, EN, DARK),
        opened("xor", "thesis-inside", 600, "delta[1][1,1]", EN, LIGHT),
        opened("backprop-by-hand", "hidden-one", 0, "delta[1][1,1]", ES, LIGHT),
        step("logistic-regression", "hill", 200, ES, DARK),
        step("softmax", "regions", 0, EN, LIGHT),
        step("softmax", "hidden", 400, ES, PROJECTOR),
        step("optimizers", "race", 60, EN, LIGHT),
        step("optimizers", "map", 0, ES, PROJECTOR),
        step("valleys", "pass", 40, ES, LIGHT),
        step("start-weights", "ten-layers", 20, EN, LIGHT),
        step("overfitting", "validation", 60, ES, LIGHT),
        step("capacity", "double-descent", 0, EN, LIGHT),
        step("digits", "train", 2, EN, LIGHT),
        step("digits", "ask", 2, ES, DARK),
        step("convolution", "window", 0, ES, LIGHT),
        step("convolution", "back", 0, EN, PROJECTOR),
        step("convolution", "deep", 1, ES, LIGHT));
  }

  @BeforeAll
  static void start() {
    assumeTrue(WRITE || Boolean.getBoolean("ladera.rigs"), "part of the long build");
    lessons = LessonLibrary.load(Path.of("lessons")).lessons();
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

  /** The lesson of that name, or all of them. */
  private static List<Lesson> of(String name) {
    return lessons.stream().filter(l -> name.isEmpty() || l.id().equals(name)).toList();
  }

  private static BufferedImage draw(Screen screen) {
    Settings settings = new Settings(screen.language(), screen.profile(), 1);
    try (WindowBench bench =
        new WindowBench(of(screen.lesson()), typesetter, settings, 1024, 640)) {
      screen.way().accept(bench);
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
