package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ladera.Read;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.RunFrame;
import org.ladera.session.run.InlineSession;

/** The figures that the lesson quotes, and the cells it asks for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackpropLessonTest {
  @TempDir Path folder;

  private final Lesson lesson =
      LessonLibrary.load(LessonCopy.SHIPPED).lesson("backprop-by-hand").orElseThrow();

  private InlineSession session(String step) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(lesson.step(step).orElseThrow().scene()));
    return session;
  }

  private static double value(Frame frame, String reading) {
    return Read.value(frame, reading).orElseThrow();
  }

  /** The twelve decimals of the companion notes. */
  @Test
  void theTwoTwoTwoNetworkHasTheTwelveDecimalsOfTheNotes() {
    Map<String, Double> notes =
        Map.ofEntries(
            Map.entry("a[2][1,1]", 0.751365069552),
            Map.entry("a[2][1,2]", 0.772928465321),
            Map.entry("J", 0.298371108760),
            Map.entry("delta[2][1,1]", 0.138498561629),
            Map.entry("delta[2][1,2]", -0.038098236517),
            Map.entry("delta[1][1,1]", 0.008771354689),
            Map.entry("delta[1][1,2]", 0.009954254705),
            Map.entry("W'[1][1,1]", 0.149780716133),
            Map.entry("W'[1][2,1]", 0.199561432266),
            Map.entry("W'[1][1,2]", 0.249751143632),
            Map.entry("W'[1][2,2]", 0.299502287265),
            Map.entry("W'[2][1,1]", 0.358916479718),
            Map.entry("W'[2][2,1]", 0.408666186076),
            Map.entry("W'[2][1,2]", 0.511301270239),
            Map.entry("W'[2][2,2]", 0.561370121108));
    for (String step : List.of("twelve", "shared")) {
      try (InlineSession session = session(step)) {
        Frame start = session.newest();
        notes.forEach((name, number) -> assertEquals(number, value(start, name), 6e-13, name));
        session.send(new Command.Step(Granularity.UPDATE, 1));
        assertEquals(0.358916479718, value(session.newest(), "W[2][1,1]"), 6e-13);
      }
    }
  }

  /** b − η·Σδ, one bias for both units of a layer, from the engine's deltas. */
  @Test
  void theSharedBiasesOfTheNotesAreTheSumOfBothDeltas() {
    try (InlineSession session = session("shared")) {
      Frame start = session.newest();
      double[] before = {0.35, 0.60};
      double[] notes = {0.340637195303, 0.549799837444};
      for (int layer = 1; layer <= 2; layer++) {
        String delta = "delta[" + layer + "][1,";
        double sum = value(start, delta + "1]") + value(start, delta + "2]");
        assertEquals(notes[layer - 1], before[layer - 1] - 0.5 * sum, 6e-13);
        String bias = "b'[" + layer + "][";
        double both = value(start, bias + "1]") + value(start, bias + "2]") - before[layer - 1];
        assertEquals(notes[layer - 1], both, 6e-13);
      }
    }
  }

  @Test
  void theThesisNetworkIsThatOfTheText() {
    RunFrame run = null;
    try (InlineSession session = session("forward")) {
      run = session.newest().main();
      assertEquals("2-5-3-1", run.experiment().network().shape());
      assertEquals(-0.35, value(session.newest(), "z[1][1,1]"), 1e-12);
    }
    double[][][] w = {
      {{-0.7, -1.5, -1.8, 0.8, 0.6}, {0.7, 0.2, 1.1, -1.0, 0.9}},
      {
        {1.3, -0.6, -1.8}, {-0.6, -1.1, -1.5}, {-1.6, 1.1, 1.1}, {-1.4, -0.5, 0.3}, {-0.5, 1.2, 0.6}
      },
      {{1.8}, {-1.7}, {-0.9}}
    };
    List<Double> a = List.of(0.9, 0.4);
    List<List<Double>> all = new ArrayList<>(List.of(a));
    for (double[][] layer : w) {
      List<Double> next = new ArrayList<>();
      for (int j = 0; j < layer[0].length; j++) {
        double z = 0;
        for (int k = 0; k < layer.length; k++) {
          z += all.getLast().get(k) * layer[k][j];
        }
        next.add(1 / (1 + Math.exp(-z)));
      }
      all.add(next);
    }
    double y = all.getLast().getFirst();
    assertEquals(y, run.next().layers().getLast().a().get(0), 1e-12);
    // The thesis' delta keeps the 2 of the square.
    double delta = 2 * (y - 1) * y * (1 - y);
    assertEquals(delta, run.next().layers().getLast().delta().get(0), 1e-12);
    assertEquals(
        all.get(2).get(1) * delta, run.next().layers().getLast().w().gradient().get(1), 1e-12);
  }

  /** A number that counts how often it is multiplied. */
  private static final class Counted {
    private int products;

    double times(double a, double b) {
      products++;
      return a * b;
    }
  }

  /** Back through 2-5-3-1 with deltas, and each weight by itself along all its paths. */
  @Test
  void deltasNeedFiftyFiveMultiplicationsInsteadOfTwoHundredAndFortySix() {
    int[] units = {2, 5, 3, 1};
    Counted reuse = new Counted();
    double[] delta = {reuse.times(0.3, 0.2)};
    for (int l = 3; l >= 1; l--) {
      for (int k = 0; k < units[l - 1]; k++) {
        for (double d : delta) {
          reuse.times(d, 0.5);
        }
      }
      if (l > 1) {
        double[] below = new double[units[l - 1]];
        for (int k = 0; k < below.length; k++) {
          for (double d : delta) {
            below[k] += reuse.times(d, 0.5);
          }
          below[k] = reuse.times(below[k], 0.2);
        }
        delta = below;
      }
    }
    Counted alone = new Counted();
    for (int l = 3; l >= 1; l--) {
      for (int weight = 0; weight < units[l - 1] * units[l]; weight++) {
        int paths = 1;
        for (int m = l + 1; m <= 3; m++) {
          paths *= units[m];
        }
        for (int path = 0; path < paths; path++) {
          // From the loss down: σ′ of the output, then w and σ′ of each layer, then the input.
          double product = 0.3;
          for (int factor = 0; factor < 2 * (3 - l) + 2; factor++) {
            product = alone.times(product, 0.2);
          }
        }
      }
    }
    assertEquals(55, reuse.products);
    assertEquals(246, alone.products);
    String spanish = lesson.texts().get("es").steps().get("reuse").body();
    String english = lesson.texts().get("en").steps().get("reuse").body();
    for (String text : List.of(spanish, english)) {
      assertTrue(text.contains("**55**") && text.contains("**246**"));
    }
  }

  private record Asked(Step step, Check.Cells check) {
    @Override
    public String toString() {
      return step.id() + " " + check.id();
    }
  }

  Stream<Asked> asked() {
    return lesson.steps().stream()
        .flatMap(
            step ->
                step.checks().stream()
                    .filter(Check.Cells.class::isInstance)
                    .map(check -> new Asked(step, (Check.Cells) check)));
  }

  private static Frame start(Step step) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      return session.newest();
    }
  }

  private static List<Double> right(Check.Cells check, Frame frame) {
    return check.asked().stream()
        .map(cell -> value(frame, check.matrix().element(cell.row(), cell.column()).text()))
        .toList();
  }

  /** As the questions ask: four decimals, in the 2-2-2 network six; comma or point. */
  @ParameterizedTest
  @MethodSource("asked")
  void whoRoundsAsAskedIsRight(Asked one) {
    Frame frame = start(one.step());
    boolean six = List.of("twelve", "shared").contains(one.step().id());
    for (Locale locale : List.of(Locale.ROOT, Locale.GERMANY)) {
      List<String> texts =
          right(one.check(), frame).stream()
              .map(v -> String.format(locale, six ? "%.6f" : "%.4f", v))
              .toList();
      assertInstanceOf(
          Verdict.Right.class,
          Grading.grade(one.check(), Check.Cells.answer(texts), frame),
          texts::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("asked")
  void oneConstantForAllCellsIsNeverRight(Asked one) {
    Frame frame = start(one.step());
    List<Double> right = right(one.check(), frame);
    List<String> constants = new ArrayList<>(List.of("0", "1", "-1", "0.1", "0.5"));
    if (right.size() > 1) {
      constants.add(right.getFirst().toString());
    }
    for (String constant : constants) {
      List<String> all = Collections.nCopies(right.size(), constant);
      assertFalse(
          Grading.grade(one.check(), Check.Cells.answer(all), frame) instanceof Verdict.Right,
          constant);
    }
  }

  /** A turned sign in every cell, and one cell left empty. */
  @ParameterizedTest
  @MethodSource("asked")
  void eachCellHasItsOwnVerdict(Asked one) {
    Frame frame = start(one.step());
    List<Double> right = right(one.check(), frame);
    List<String> texts = new ArrayList<>(right.stream().map(v -> String.valueOf(-v)).toList());
    if (one.check().matrix().element(1, 1).text().contains("delta")) {
      assertEquals(
          new Verdict.Partly(Collections.nCopies(right.size(), new Verdict.Wrong("wrong-sign"))),
          Grading.grade(one.check(), Check.Cells.answer(texts), frame));
    }
    if (texts.size() > 1) {
      texts.set(0, "");
      Verdict verdict = Grading.grade(one.check(), Check.Cells.answer(texts), frame);
      assertInstanceOf(Verdict.NotYet.class, ((Verdict.Partly) verdict).each().getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          matrix: "z[1]"            | matrix: "zeta[1]"        | cells.no-matrix
          matrix: "z[1]"            | matrix: "z[4]"           | reading.missing
          matrix: "z[1]"            | matrix: "b[1]"           | reading.missing
          matrix: "mean/dW[3]"      | matrix: "main2/dW[3]"    | reading.no-run
          ask: [[1, 1], [1, 4]]     | ask: [[1, 1], [1, 6]]    | field.whole
          ask: [[1, 1], [1, 4]]     | ask: [[1, 1], [2, 4]]    | field.whole-only
          ask: [[1, 1], [1, 4]]     | ask: [[1, 1], 4]         | cells.pair
          ask: [[1, 1], [1, 4]]     | ask: [[1, 1], [1, 1]]    | cells.twice
          ask: [[1, 1], [1, 4]]     | ask: []                  | cells.count
          others: hidden            | others: hiden            | field.word-near
          half, rounded-early]      | halff, rounded-early]    | field.word-near
          """)
  void aFaultInCellsHasItsOwnMessage(String from, String to, String key) {
    LessonCopy copy =
        new LessonCopy(LessonCopy.SHIPPED.resolve("04-backprop-by-hand"), folder)
            .replace("lesson.yaml", from, to);
    Fault fault = copy.read().faults().getFirst();
    assertEquals(key, fault.key());
    assertTrue(fault.line() > 0 && fault.column() > 0, fault::toString);
  }
}
