package org.ladera.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ladera.lesson.grading.Feedback;
import org.ladera.lesson.grading.Mistake;
import org.ladera.lesson.grading.SolutionPlayer;
import org.ladera.lesson.markup.Markup;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "answer", mixinStandardHelpOptions = true)
final class AnswerCommand implements Callable<Integer> {
  private final Surroundings here;

  @Parameters(index = "0", paramLabel = "LESSON", descriptionKey = "lesson")
  private String lessonId;

  @Parameters(index = "1", paramLabel = "STEP", descriptionKey = "answer-step")
  private String stepId;

  @Parameters(index = "2", paramLabel = "CHECK", descriptionKey = "answer-check")
  private String checkId;

  @Parameters(index = "3", paramLabel = "VALUE", descriptionKey = "answer-value")
  private String value;

  AnswerCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    Lesson lesson = here.lesson(lessonId);
    Step step = here.step(lesson, stepId);
    Check check =
        step.check(checkId)
            .orElseThrow(
                () ->
                    Refusal.unknown(
                        here.messages(),
                        "check",
                        checkId,
                        step.checks().stream().map(Check::id).toList()));
    Verdict verdict = SolutionPlayer.judge(step, check, value);
    Map<String, String> labels = lesson.text(here.messages().language()).step(step.id()).labels();
    print(verdict, value, new Feedback(check, labels, here.messages(), step.scene()));
    return verdict instanceof Verdict.Right ? 0 : Refusal.FAULT;
  }

  private void print(Verdict verdict, String typed, Feedback feedback) {
    switch (verdict) {
      case Verdict.Right _ -> {
        lines("cli.answer.right", feedback.right());
        feedback.consequence().ifPresent(this::sentence);
      }
      case Verdict.Wrong(String mistake) -> {
        lines("cli.answer.wrong", feedback.wrong(mistake));
        Mistake.of(mistake)
            .ifPresent(
                m ->
                    here.out()
                        .println(
                            here.messages().text("cli.answer.mistake", Map.of("mistake", m.id()))));
      }
      case Verdict.FewDigits(int asked) ->
          lines("cli.answer.few-digits", feedback.fewDigits(asked));
      case Verdict.Unreadable _ -> lines("cli.answer.unreadable", feedback.unreadable(typed));
      case Verdict.NotYet _, Verdict.Locked _ ->
          here.out().println(here.messages().text("cli.answer.not-yet"));
      case Verdict.Partly(List<Verdict> each) -> cells(each, typed, feedback);
    }
  }

  private void cells(List<Verdict> each, String typed, Feedback feedback) {
    Check.Cells check = (Check.Cells) feedback.check();
    List<String> texts = check.texts(typed);
    for (int i = 0; i < each.size(); i++) {
      here.out().println(check.number(check.asked().get(i)).reading().text() + ":");
      print(each.get(i), texts.get(i), feedback);
    }
  }

  private void lines(String key, String sentence) {
    here.out().println(here.messages().text(key));
    sentence(sentence);
  }

  private void sentence(String sentence) {
    here.out().println(Markup.plain(Markup.line(sentence)));
  }
}
