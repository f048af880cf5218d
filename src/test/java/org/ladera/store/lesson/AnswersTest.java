package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.cli.Commands;
import org.ladera.cli.Surroundings;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** What students have typed into the questions of the lessons, and what they should hear. */
class AnswersTest {
  private static final LessonLibrary LIBRARY = LessonLibrary.load(LessonCopy.SHIPPED);

  private static Step step(String lesson, String step) {
    return LIBRARY.lesson(lesson).flatMap(l -> l.step(step)).orElseThrow();
  }

  private static Verdict verdict(String lesson, String step, String check, String answer) {
    Step of = step(lesson, step);
    return SolutionPlayer.judge(of, of.check(check).orElseThrow(), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 1.015 − 0.01·103.6 with the digits that the screen shows.
        "linear-regression | update | new-w | -0.021",
        "linear-regression | update | new-w | −0,0213",
        "linear-regression | update | new-w | 1.015 − 0.01·103.6",
        "linear-regression | cost | j-of-two | 7/3",
        "linear-regression | cost | j-of-two | 14/6",
        "linear-regression | cost | j-of-two | 2⅓",
        "linear-regression | batches | second-gradient | -11,198.8",
        "linear-regression | batches | second-gradient | -11.198,8",
        "linear-regression | batches | second-gradient | -11 198.8",
        "linear-regression | batches | second-gradient | -11.199",
        "sigmoid-derivative | saturation | slope-ten | 4.54·10^-5",
        "sigmoid-derivative | saturation | slope-ten | 4.54×10⁻⁵",
        "sigmoid-derivative | saturation | slope-ten | e^-10/(1 + e^-10)^2",
        "sigmoid-derivative | maximum | summit | ¼",
        "sigmoid-derivative | maximum | summit | 25 %",
        "sigmoid-derivative | proof | at-eighty | 0.8·(1 − 0.8)",
        "sigmoid-derivative | chain | eight | 0.25^8",
        "softmax | regions | start-loss | ln 3",
      })
  void aRightAnswerIsRightHoweverItIsWritten(
      String lesson, String step, String check, String answer) {
    assertEquals(new Verdict.Right(), verdict(lesson, step, check, answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear-regression | cost | j-of-two | 2.3",
        "linear-regression | update | new-w | -0.02",
        "sigmoid-derivative | saturation | slope-ten | 4.5e-5",
        "sigmoid-derivative | chain | eight | 1.5·10⁻⁵",
      })
  void tooFewDigitsAreRightAsFarAsTheyGo(String lesson, String step, String check, String answer) {
    assertEquals(new Verdict.FewDigits(3), verdict(lesson, step, check, answer));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "linear-regression | gradient | slope-b | -15.3 | sign-and-factor-2",
        "linear-regression | closed-form | best-w | -3.8428 | wrong-parameter",
        // ¼ nine times, and seven times.
        "sigmoid-derivative | chain | eight | 0.25^9 | off-by-one",
        "sigmoid-derivative | chain | eight | 0.25^7 | off-by-one",
        "softmax | regions | start-loss | log10 3 | log-10",
        "linear-regression | update | new-w | 1.0151748 | old-value",
      })
  void aMistakeThatStudentsMakeIsNamed(
      String lesson, String step, String check, String answer, String mistake) {
    assertEquals(new Verdict.Wrong(mistake), verdict(lesson, step, check, answer));
  }

  @ParameterizedTest
  @CsvSource({
    "linear-regression, closed-form, best-w",
    "sigmoid-derivative, saturation, slope-ten",
    "sigmoid-derivative, others, tanh-zero",
    "sigmoid-derivative, chain, eight",
    "xor, two-ands, net-input",
    "xor, bend, at-origin",
    "softmax, regions, start-loss",
    "softmax, error, first-delta"
  })
  void theSquaredLossIsNoStoryWhereThereIsNone(String lesson, String step, String check) {
    Step of = step(lesson, step);
    for (Language language : Language.values()) {
      Messages messages = Messages.load(language);
      Feedback feedback =
          new Feedback(of.check(check).orElseThrow(), Map.of(), messages, of.scene());
      for (String mistake : new String[] {"factor-2", "half"}) {
        assertFalse(feedback.wrong(mistake).contains("r^2"), () -> check + mistake);
        assertEquals(messages.text("mistake." + mistake + ".plain"), feedback.wrong(mistake));
      }
    }
  }

  @Test
  void theForgottenHalfIsTheStoryOfAHalvedSquare() {
    Step of = step("linear-regression", "gradient");
    Messages messages = Messages.load(Language.EN);
    Check check = of.check("slope-b").orElseThrow();
    Feedback feedback = new Feedback(check, Map.of(), messages, of.scene());
    assertTrue(feedback.wrong("factor-2").contains("r^2"));
    // This loss has its ½: half the gradient is no missing 2 of the square.
    assertEquals(messages.text("mistake.half.plain"), feedback.wrong("half"));
  }

  private record Printed(int code, String out, String err) {}

  private static Printed ladera(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Commands(
                new Surroundings(
                    Messages.load(Commands.language(args)),
                    new PrintWriter(out),
                    new PrintWriter(err),
                    false,
                    LessonCopy.SHIPPED,
                    Path.of("ladera.log")))
            .run(args);
    return new Printed(code, out.toString(), err.toString());
  }

  @Test
  void theCommandSaysTheVerdictItsSentenceAndTheMistake() {
    Lesson lesson = LIBRARY.lesson("linear-regression").orElseThrow();
    Printed right =
        ladera("answer", lesson.id(), "update", "new-w", "--lang", "en", "--", "-0.021");
    assertEquals(0, right.code(), right.err());
    Printed wrong =
        ladera("answer", lesson.id(), "closed-form", "best-w", "--lang", "en", "--", "-3.8428");
    assertEquals(1, wrong.code());
    assertTrue(wrong.out().contains("wrong-parameter"), wrong.out());
    Printed digits = ladera("answer", lesson.id(), "cost", "j-of-two", "2,3", "--lang", "es");
    assertEquals(1, digits.code());
    assertTrue(digits.out().contains("3 cifras"), digits.out());
    Printed unread = ladera("answer", lesson.id(), "cost", "j-of-two", "log 2", "--lang", "es");
    assertEquals(1, unread.code());
    assertTrue(unread.out().contains("log10"), unread.out());
    Printed none = ladera("answer", lesson.id(), "cost", "j-of-too", "2", "--lang", "en");
    assertEquals(2, none.code());
    assertTrue(none.err().contains("j-of-two"), none.err());
  }
}
