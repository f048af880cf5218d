package org.ladera.store.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Progress.Answer;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Progress.State;
import org.ladera.lesson.model.Progress.StepProgress;

class ProgressTextTest {
  @Test
  void theTextIsTheSameInEveryLocale() {
    Progress some =
        new Progress(
            Optional.of(new Mark("line", "cost")),
            Map.of("xor", "table"),
            Map.of(
                new Mark("line", "data"),
                new StepProgress(State.DONE, Map.of("q", new Answer("−0,5 \\ \n ñ", true))),
                new Mark("line", "cost"),
                new StepProgress(State.STARTED, Map.of("q", new Answer("", false)))));
    assertEquals(
        """
        at line cost
        last line cost
        last xor table
        step line cost started
        answer line cost q wrong\s
        step line data done
        answer line data q right −0,5 \\\\ \\n ñ
        """,
        new ProgressText().write(some));
    assertEquals(Optional.of(some), new ProgressText().read(new ProgressText().write(some)));
  }
}
