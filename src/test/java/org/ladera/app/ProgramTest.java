package org.ladera.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.TinyLesson;

/**
 * The whole program in a process of its own, as a person starts it on a machine without display.
 */
final class ProgramTest {
  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void writeALesson() throws IOException {
    TinyLesson.in(folder.resolve("lessons"), 40);
  }

  @Test
  void withoutADisplayItPlaysTheFirstLessonIntoAFolder() throws Exception {
    Result result = ladera("--lang=en");
    assertEquals("", result.err());
    assertEquals(0, result.code());
    List<String> lines = result.out().lines().toList();
    assertTrue(lines.getFirst().contains("no display"), result.out());
    Path pictures = Path.of(lines.getLast().substring(lines.getLast().indexOf('/')));
    assertEquals(1280, ImageIO.read(pictures.resolve("01-descent.png").toFile()).getWidth());
    assertTrue(frames(pictures.resolve("descent.gif")) > 20);
  }

  @Test
  void aDisplayNobodyServesIsNone() throws Exception {
    Result result = ladera(Stream.of("DISPLAY=:59731"), "--lang=es");
    assertEquals("", result.err());
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("Aquí no hay pantalla"), result.out());
  }

  @Test
  void aPictureOfOneViewHasTheSizeAskedForAndShowsTheRun() throws Exception {
    Path start = folder.resolve("start.png");
    Path end = folder.resolve("end.png");
    String[] common = {"render", "ice-cream", "--view", "data", "--size", "500x400", "--out"};
    assertEquals(0, ladera(with(common, start.toString(), "--epochs", "0")).code());
    assertEquals(0, ladera(with(common, end.toString())).code());
    BufferedImage before = ImageIO.read(start.toFile());
    BufferedImage after = ImageIO.read(end.toFile());
    assertEquals(500, before.getWidth());
    assertEquals(400, after.getHeight());
    assertFalse(same(before, after), "40 epochs must be seen");
  }

  @Test
  void theSameLineGivesTheSamePicture() throws Exception {
    Path one = folder.resolve("one.png");
    Path two = folder.resolve("two.png");
    for (Path file : List.of(one, two)) {
      Result result = ladera("render", "ice-cream", "--profile", "dark", "--out", file.toString());
      assertEquals("", result.err());
    }
    assertTrue(same(ImageIO.read(one.toFile()), ImageIO.read(two.toFile())));
  }

  private static String[] with(String[] common, String... more) {
    return Stream.concat(Stream.of(common), Stream.of(more)).toArray(String[]::new);
  }

  private static boolean same(BufferedImage a, BufferedImage b) {
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      return false;
    }
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getRGB(x, y) != b.getRGB(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static int frames(Path gif) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(in);
      return reader.getNumImages(true);
    }
  }

  private Result ladera(String... args) throws IOException, InterruptedException {
    return ladera(Stream.empty(), args);
  }

  private Result ladera(Stream<String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("-Dladera.lessons=" + folder.resolve("lessons"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(args));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DISPLAY");
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    environment.forEach(
        pair -> {
          int equals = pair.indexOf('=');
          builder.environment().put(pair.substring(0, equals), pair.substring(equals + 1));
        });
    int code = builder.start().waitFor();
    Path log = folder.resolve(".local/state/ladera/ladera.log");
    String logged = Files.exists(log) ? Files.readString(log) : "";
    assertFalse(logged.contains("WARNING") || logged.contains("SEVERE"), logged);
    try (Stream<Path> left = Files.list(folder)) {
      List<String> hidden =
          left.map(p -> p.getFileName().toString())
              .filter(n -> n.startsWith("."))
              .sorted()
              .toList();
      assertTrue(
          Set.of(".cache", ".config", ".java", ".local").containsAll(hidden), hidden.toString());
    }
    return new Result(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
