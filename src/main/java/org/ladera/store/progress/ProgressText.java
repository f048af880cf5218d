package org.ladera.store.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Progress.Answer;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Progress.State;
import org.ladera.lesson.model.Progress.StepProgress;
import org.ladera.store.file.StoredFormat;

/** Progress as text: one line per fact. */
public final class ProgressText implements StoredFormat<Progress> {
  private static final Pattern AT = Pattern.compile("at (\\S+) (\\S+)");
  private static final Pattern LAST = Pattern.compile("last (\\S+) (\\S+)");
  private static final Pattern STEP = Pattern.compile("step (\\S+) (\\S+) (started|done)");
  private static final Pattern ANSWER =
      Pattern.compile("answer (\\S+) (\\S+) (\\S+) (right|wrong) (.*)");

  @Override
  public String kind() {
    return "ladera-progress";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public Progress empty() {
    return Progress.NONE;
  }

  @Override
  public Progress merge(Progress base, Progress mine, Progress stored) {
    return mine.with(stored);
  }

  private static void line(StringBuilder body, String... words) {
    body.append(String.join(" ", words)).append('\n');
  }

  @Override
  public String write(Progress progress) {
    StringBuilder body = new StringBuilder();
    progress.at().ifPresent(m -> line(body, "at", m.lesson(), m.step()));
    progress.last().forEach((lesson, step) -> line(body, "last", lesson, step));
    progress
        .steps()
        .forEach(
            (mark, step) -> {
              String name = mark.lesson() + " " + mark.step();
              if (step.state() != State.NEW) {
                line(body, "step", name, lower(step.state()));
              }
              new TreeMap<>(step.answers())
                  .forEach(
                      (check, answer) ->
                          line(
                              body,
                              "answer",
                              name,
                              check,
                              answer.right() ? "right" : "wrong",
                              escaped(answer.text())));
            });
    return body.toString();
  }

  private static String lower(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Progress> read(String body) {
    Optional<Mark> at = Optional.empty();
    Map<String, String> last = new LinkedHashMap<>();
    Map<Mark, State> states = new LinkedHashMap<>();
    Map<Mark, Map<String, Answer>> answers = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(List.of(body.split("\n")));
    lines.removeIf(String::isEmpty);
    for (String line : lines) {
      Matcher m;
      if ((m = AT.matcher(line)).matches()) {
        at = Optional.of(new Mark(m.group(1), m.group(2)));
      } else if ((m = LAST.matcher(line)).matches()) {
        last.put(m.group(1), m.group(2));
      } else if ((m = STEP.matcher(line)).matches()) {
        State state = m.group(3).equals("done") ? State.DONE : State.STARTED;
        states.put(new Mark(m.group(1), m.group(2)), state);
      } else if ((m = ANSWER.matcher(line)).matches()) {
        answers
            .computeIfAbsent(new Mark(m.group(1), m.group(2)), k -> new LinkedHashMap<>())
            .put(m.group(3), new Answer(unescaped(m.group(5)), m.group(4).equals("right")));
      } else {
        return Optional.empty();
      }
    }
    Map<Mark, StepProgress> steps = new LinkedHashMap<>();
    states.forEach(
        (mark, state) ->
            steps.put(mark, new StepProgress(state, answers.getOrDefault(mark, Map.of()))));
    return Optional.of(new Progress(at, last, steps));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        out.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
