package org.ladera.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ladera.TinyLesson;
import org.ladera.engine.spec.Catalogue;
import org.ladera.text.Language;
import org.ladera.text.Messages;

final class CommandsTest {
  @TempDir Path folder;

  private record Result(int code, String out, String err) {}

  @BeforeEach
  void writeALesson() throws IOException {
    TinyLesson.in(folder);
  }

  @Test
  void theListShowsNameAndTitle() {
    Result result = ladera("list", "--lang", "es");
    assertEquals(0, result.code());
    assertTrue(result.out().startsWith("ice-cream  Helados"), result.out());
  }

  @Test
  void aLessonIsListedByWhatItsFilesSayAndReadNoFurther() throws IOException {
    Path broken = Files.createDirectories(folder.resolve("02-broken"));
    Files.writeString(broken.resolve("lesson.yaml"), "id: broken\nscene: nothing at all\n");
    Files.writeString(
        broken.resolve("en.md"),
        "# Half done\n\n## One {#one}\n\n```\n## none\n```\n\n## Two {#two}\n");
    Path silent = Files.createDirectories(folder.resolve("03-silent"));
    Files.writeString(silent.resolve("lesson.yaml"), "id: silent\n");
    Result result = ladera("list", "--lang", "en");
    assertEquals(0, result.code());
    List<String> lines = result.out().lines().toList();
    assertEquals(2, lines.size(), result.out());
    assertTrue(lines.get(0).startsWith("ice-cream  Ice cream"), result.out());
    assertTrue(lines.get(1).matches("broken +Half done +\\(2 steps\\)"), result.out());
    assertTrue(result.err().contains("03-silent/en.md"), result.err());
    assertNotEquals(0, ladera("run", "broken").code());
  }

  /** A folder of pictures that are no classes yet is no misspelt lesson. */
  @Test
  void loosePicturesAreNotTakenForALesson() throws IOException {
    Path loose = Files.createDirectories(folder.resolve("loose"));
    Files.write(loose.resolve("a.png"), new byte[] {1});
    Result result = ladera("open", loose.toString(), "--lang", "en");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("loose pictures (1)"), result.err());
  }

  @Test
  void aWordThatIsNoCommandIsAnsweredWithAllOfThem() {
    Result wrong = ladera("lst", "--lang", "en");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("list"), wrong.err());
    Result far = ladera("qqqqqqqqq", "--lang", "en");
    Result help = ladera("--help", "--lang", "en");
    for (String name : new Commands(surroundings(Language.EN)).names()) {
      assertTrue(far.err().matches("(?s).*\\b" + name + "\\b.*"), name + " in " + far.err());
      assertTrue(
          Pattern.compile("(?m)^ +" + name + " ").matcher(help.out()).find(),
          name + " in " + help.out());
    }
  }

  /** As Windows has them with a question mark, and Unix where it knows no letters but ASCII. */
  @Test
  void aFolderThatCanBeNoPathIsNamed() {
    String[] line = {"list", "--lessons", "a\0b", "--lang", "en"};
    assertEquals(List.of(), Commands.lessons(line));
    Result result = ladera(line);
    assertEquals(2, result.code());
    assertTrue(result.err().contains("--lessons"), result.err());
    assertEquals(1, result.err().lines().count());
    assertFalse(Commands.isWindow("--lessons=a\0b"));
    assertTrue(Commands.isWindow("--lessons", "a", "--lang=es", "--lessons=b"));
  }

  @Test
  void aFolderInThePlaceOfAFileIsCalledOne() {
    Result result = ladera("trace", folder.toString(), "--lang", "en");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("(it is a folder)"), result.err());
  }

  @Test
  void thePartsOfALessonAreListedInThePersonsLanguage() {
    assertTrue(ladera("list", "parts", "--lang", "es").out().contains("dos medias lunas"));
    assertTrue(ladera("list", "parts", "--lang", "en").out().contains("two half moons"));
    Result wrong = ladera("list", "part", "--lang", "en");
    assertEquals(2, wrong.code());
    assertTrue(wrong.err().contains("parts"), wrong.err());
  }

  @Test
  void theThesisRunEndsWithItsSum() {
    Result result = ladera("run", "ice-cream", "--lang", "en");
    assertEquals(0, result.code());
    double sse = value(result.out(), "SSE");
    assertEquals(1.5546844882202795, sse, 1e-9 * sse);
    assertEquals("", result.err());
  }

  @Test
  void aRateAboveTheLimitIsReportedAsDivergenceWithTheLimit() {
    Result result = ladera("run", "ice-cream", "--set", "learningRate=0.011", "--lang", "en");
    assertEquals(0, result.code());
    assertTrue(result.out().contains("diverges"), result.out());
    assertTrue(result.out().contains("0.0108003 of this data"), result.out());
    assertFalse(ladera("run", "ice-cream", "--lang", "en").out().contains("diverge"));
  }

  @Test
  void aStartValueAndARunLengthAreTakenFromTheLine() {
    Result result =
        ladera("run", "ice-cream", "--epochs", "0", "--set", "b[1][1]=2", "W[1][1,1]=3");
    assertEquals(2, value(result.out(), "b[1][1]"));
    assertEquals(3, value(result.out(), "W[1][1,1]"));
  }

  @Test
  void everyListedOptimizerCanBeSet() {
    String parts = ladera("list", "parts").out();
    for (String id : Catalogue.OPTIMIZERS.keySet()) {
      assertTrue(parts.lines().anyMatch(line -> line.strip().startsWith(id + " ")), id);
      Result run = ladera("run", "ice-cream", "--epochs", "2", "--set", "optimizer=" + id);
      assertEquals("", run.err());
      assertEquals(0, run.code());
    }
    String plain = ladera("run", "ice-cream", "--epochs", "2").out();
    assertEquals(
        plain, ladera("run", "ice-cream", "--epochs", "2", "--set", "optimizer=sgd").out());
    assertNotEquals(
        plain,
        ladera("run", "ice-cream", "--epochs", "2", "--set", "optimizer=averaged-momentum").out());
  }

  @Test
  void aMisspeltNameOfATraceCaseIsAnsweredWithAllAndTheNearest() throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(
        file,
        """
        {"function": "quadratic", "start": [1, 1], "optimizer": {"name": "momentun", "lr": 1}}
        """);
    Result result = ladera("trace", file.toString(), "--lang", "en");
    assertEquals(1, result.code());
    assertTrue(result.err().contains("$.optimizer.name"), result.err());
    assertTrue(result.err().contains("adadelta"), result.err());
    assertTrue(result.err().contains("Did you mean momentum?"), result.err());
    assertEquals(1, result.err().lines().count());
  }

  /** The first milestone, before any update, against the examples of the table. */
  @Test
  void aNameInTheJsonHasOneMeaning() {
    String json = ladera("run", "ice-cream", "--epochs", "0", "--json").out();
    List<String> losses = numbers(json, "loss");
    List<String> squares = numbers(json, "sse");
    assertEquals(2, losses.size(), json);
    assertEquals(losses.get(0), losses.get(1), "of the run and of its milestone at epoch 0");
    assertEquals(squares.get(0), squares.get(1));
    assertNotEquals(losses.get(0), squares.get(0));
  }

  private static List<String> numbers(String json, String name) {
    return Pattern.compile('"' + name + "\" : ([-0-9.eE]+)")
        .matcher(json)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void theJsonSaysTheSameAsTheText() {
    String text = ladera("run", "ice-cream", "--epochs", "20").out();
    String json = ladera("run", "ice-cream", "--epochs", "20", "--json").out();
    String sse = Double.toString(value(text, "SSE"));
    assertTrue(json.contains("\"sse\" : " + sse), json);
    assertTrue(json.contains("\"status\" : \"finished\""), json);
  }

  @Test
  void theTableEndsWhereTheRunEnds() throws IOException {
    Path csv = folder.resolve("run.csv");
    Result result = ladera("run", "ice-cream", "--epochs", "30", "--csv", csv.toString());
    List<String> lines = Files.readAllLines(csv);
    assertEquals(32, lines.size());
    assertEquals("run,epoch,update,loss,\"W[1][1,1]\",b[1][1]", lines.getFirst());
    String[] last = lines.getLast().split(",");
    assertEquals("30", last[1]);
    assertEquals(value(result.out(), "b[1][1]"), Double.parseDouble(last[5]));
    assertEquals(value(result.out(), "J"), Double.parseDouble(last[3]));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lst | list",
        "run ice-crem | ice-cream",
        "run ice-cream --step desent | descent",
        "run ice-cream --epoch 3 | --epochs",
        "run ice-cream --set learninRate=1 | learningRate",
        "run ice-cream --set optimizer=adan | adam",
        "run ice-cream --lang ess | es",
      })
  void aMistypedNameIsAnsweredWithTheNearestValidOne(String line, String nearest) {
    Result result = ladera(line.split(" "));
    assertEquals(2, result.code());
    assertTrue(result.err().contains(nearest), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run | LESSON",
        "run ice-cream --epochs many | --epochs",
        "run ice-cream --epochs -3 | --epochs",
        "run ice-cream --epochs 1 --epochs 2 | --epochs",
        "run ice-cream --set learningRate=-1 | learningRate",
        "run ice-cream --set learningRate | --set",
        "run ice-cream --set batchSize=2.5 | batchSize",
        "list this | this",
      })
  void aWrongValueIsOneLineThatNamesIt(String line, String named) {
    Result result = ladera(line.split(" "));
    assertEquals(2, result.code());
    assertTrue(result.err().contains(named), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void checkFindsNothingWrongInAGoodLessonAndOneLineInABadOne() throws IOException {
    assertEquals(0, ladera("check", folder.toString()).code());
    Path text = TinyLesson.in(folder).resolve("en.md");
    Files.writeString(text, Files.readString(text).replace("{#descent}", "{#decent}"));
    Result result = ladera("check", folder.toString());
    assertEquals(1, result.code());
    assertTrue(result.out().contains("en.md"), result.out());
    assertEquals(1, ladera("check", folder.resolve("nowhere").toString()).code());
  }

  @Test
  void aTableThatCannotBeWrittenIsOneLine() {
    Result result = ladera("run", "ice-cream", "--csv", folder.resolve("no/where.csv").toString());
    assertEquals(1, result.code());
    assertTrue(result.err().contains("where.csv"), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCommandAndOptionExplainsItself(Language language) {
    Messages messages = Messages.load(language);
    Commands commands = new Commands(surroundings(language));
    for (String command : commands.names()) {
      Result help = ladera(command, "--help", "--lang", language.tag());
      assertEquals(0, help.code());
      String header = messages.text("cli.help.ladera." + command + ".usage.header");
      assertTrue(help.out().startsWith(header), help.out());
    }
    assertEquals(List.of(), commands.withoutDescription());
  }

  private static double value(String out, String name) {
    return out.lines()
        .map(String::strip)
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.parseDouble(line.substring(name.length())))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + out));
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Both writers keep what nobody flushes, as those of a terminal do. */
  private Surroundings surroundings(Language language) {
    return new Surroundings(
        Messages.load(language),
        new PrintWriter(new BufferedWriter(out)),
        new PrintWriter(new BufferedWriter(err)),
        false,
        folder,
        folder.resolve("log"));
  }

  private Result ladera(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code = new Commands(surroundings(Commands.language(args))).run(args);
    return new Result(code, out.toString(), err.toString());
  }
}
