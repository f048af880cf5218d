package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;

/** Scenes whose loss is a function that the lesson writes. */
class FunctionSceneTest {
  private static final String YAML =
      """
      id: ravine
      group: optimizers
      scene:
        function: {expression: "0.5*(w1^2 + 50*w2^2)", at: {w1: 10, w2: 1}}
        learningRate: 0.03
        epochs: 100
      steps:
        - id: one
          runs:
            - {id: elsewhere, function: {at: {w1: -8, w2: 0.5}}}
            - {id: plain, function: {name: rosenbrock}, learningRate: 0.001}
          views:
            - {view: contour, u: w1, v: "W[1][1,2]", uRange: [-4, 11], vRange: [-2, 2]}
            - {view: runs, readings: [J, w2, dw2], runs: [main, elsewhere]}
          checks:
            - {check: number, id: second, reading: "w2'"}
            - {check: reach, id: down, reading: w1, below: 1}
          solution:
            - answer: {check: second, value: "-0.5"}
            - set: {w2: 0.25}
            - runTo: 100
        - id: two
          scene:
            data: {inputs: [x], targets: [y], rows: [[1, 2], [2, 3]]}
            network: {layers: [{units: 1, activation: identity}]}
            loss: {kind: squared, factor: half}
            start: zeros
          views:
            - {view: data}
      """;

  private static final String TEXT =
      """
      # Ravine

      ### labels

      - column.x: x
      - column.y: y

      ## One {#one}

      At $\\num{w1}$ from $\\num{start:w1}$ by $\\num{elsewhere/dw1}$.

      ### labels

      - second: second
      - down: down
      - run.main: a
      - run.elsewhere: b
      - run.plain: c

      ## Two {#two}

      A line.
      """;

  @TempDir Path folder;

  private LessonReader.Result read(String yaml) throws IOException {
    Files.writeString(folder.resolve("lesson.yaml"), yaml);
    Files.writeString(folder.resolve("es.md"), TEXT);
    Files.writeString(folder.resolve("en.md"), TEXT);
    return LessonReader.read(folder);
  }

  private List<Step> steps() throws IOException {
    LessonReader.Result result = read(YAML);
    assertEquals(List.of(), result.faults());
    return result.lesson().orElseThrow().steps();
  }

  private static double value(Frame frame, String reading) {
    return RunReading.parse(reading, frame).orElseThrow().value(frame).orElseThrow();
  }

  @Test
  void descendsAndIsReadByTheNamesOfTheVariables() throws IOException {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(steps().getFirst().scene()));
    assertEquals(50, value(session.newest(), "dw2"));
    assertEquals(-0.5, value(session.newest(), "w2'"));
    session.send(new Command.RunTo(50));
    Frame frame = session.newest();
    // 1/2 (10 · 0.97^50)² and nothing across, which shrinks by 2 at each update.
    assertEquals(2.37763, value(frame, "J"), 5e-6);
    assertEquals(10 * Math.pow(0.97, 50), value(frame, "w1"), 1e-12);
    assertEquals(10, value(frame, "start:w1"));
    assertEquals(-8 * Math.pow(0.97, 50), value(frame, "elsewhere/w1"), 1e-12);
    assertEquals(-1.2, value(frame, "plain/start:x"));
    assertTrue(RunReading.parse("accuracy").orElseThrow().value(frame).isEmpty());
  }

  @Test
  void itsStepsAreSolvedAndNotByDoingNothing() throws IOException {
    Step step = steps().getFirst();
    SolutionPlayer.Result played = SolutionPlayer.play(step);
    assertTrue(played.passed(), () -> played.verdicts().toString());
    assertFalse(SolutionPlayer.doNothing(step).passed());
    assertTrue(steps().get(1).scene().runs().getFirst().experiment().function().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          50*w2^2)            | 50w2^2)              | function.closing-bracket
          50*w2^2)            | 50*w2^2              | function.closing-bracket
          50*w2^2)            | 50*arcsin(w2))       | function.function
          50*w2^2)            | 50*epoch^2)          | function.taken
          w1: 10, w2: 1       | w1: 10               | function.start
          w1: 10, w2: 1       | w1: 10, w3: 1        | field.unknown-near
          w1: 10, w2: 1       | w1: ten, w2: 1       | field.number
          u: w1               | u: w3                | parameter.variable
          reading: w1         | reading: w3          | reading.unknown
          name: rosenbrock    | name: rosenbrok      | field.word-near
          epochs: 100         | regularisation: {l2: 1} | function.alone
          epochs: 100         | batch: {size: 1}     | function.alone
          """)
  void refusesWithTheReason(String from, String to, String key) throws IOException {
    assertTrue(YAML.contains(from), from);
    List<Fault> faults = read(YAML.replaceFirst(java.util.regex.Pattern.quote(from), to)).faults();
    assertTrue(faults.stream().anyMatch(f -> f.key().equals(key)), faults::toString);
  }

  @Test
  void saysWhereAnExpressionGoesWrong() throws IOException {
    Fault fault = read(YAML.replace("50*w2", "50 w2")).faults().getFirst();
    assertEquals("16", fault.values().get("position"));
    assertEquals("0.5*(w1^2 + 50 ▸w2^2)", fault.values().get("marked"));
  }
}
