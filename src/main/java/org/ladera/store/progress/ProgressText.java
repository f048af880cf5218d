package org.ladera.store.progress;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Progress.Answer;
import org.ladera.lesson.model.Progress.Mark;
import org.ladera.lesson.model.Progress.State;
import org.ladera.lesson.model.Progress.StepProgress;

/**
 * Progress as text: a head line with version, length and checksum of what follows, then one line
 * per fact.
 */
final class ProgressText {
  static final int VERSION = 1;

  private static final Pattern HEAD =
      Pattern.compile("ladera-progress (\\d{1,6}) (\\d{1,9}) ([0-9a-f]{8})");
  private static final Pattern AT = Pattern.compile("at (\\S+) (\\S+)");
  private static final Pattern STEP = Pattern.compile("step (\\S+) (\\S+) (started|done)");
  private static final Pattern ANSWER =
      Pattern.compile("answer (\\S+) (\\S+) (\\S+) (right|wrong) (.*)");

  private ProgressText() {}

  /** What was read. */
  sealed interface Content {
    record Readable(Progress progress) implements Content {}

    /** Written by a later version of the program. */
    record Newer(int version) implements Content {}

    record Broken() implements Content {}
  }

  private static void line(StringBuilder body, String... words) {
    body.append(String.join(" ", words)).append('\n');
  }

  static byte[] write(Progress progress) {
    StringBuilder body = new StringBuilder();
    progress.at().ifPresent(m -> line(body, "at", m.lesson(), m.step()));
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
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    String head =
        String.format(
            Locale.ROOT, "ladera-progress %d %d %08x\n", VERSION, bytes.length, checksum(bytes));
    byte[] all = head.getBytes(StandardCharsets.UTF_8);
    byte[] whole = java.util.Arrays.copyOf(all, all.length + bytes.length);
    System.arraycopy(bytes, 0, whole, all.length, bytes.length);
    return whole;
  }

  private static String lower(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  static Content read(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    Matcher head = HEAD.matcher(new String(bytes, 0, end, StandardCharsets.UTF_8));
    if (end == bytes.length || !head.matches()) {
      return new Content.Broken();
    }
    int version = Integer.parseInt(head.group(1));
    if (version > VERSION) {
      return new Content.Newer(version);
    }
    byte[] body = java.util.Arrays.copyOfRange(bytes, end + 1, bytes.length);
    boolean whole =
        body.length == Integer.parseInt(head.group(2))
            && checksum(body) == Long.parseLong(head.group(3), 16);
    return whole
        ? lines(new String(body, StandardCharsets.UTF_8))
            .<Content>map(Content.Readable::new)
            .orElseGet(Content.Broken::new)
        : new Content.Broken();
  }

  private static Optional<Progress> lines(String body) {
    Optional<Mark> at = Optional.empty();
    Map<Mark, State> states = new LinkedHashMap<>();
    Map<Mark, Map<String, Answer>> answers = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>(List.of(body.split("\n")));
    lines.removeIf(String::isEmpty);
    for (String line : lines) {
      Matcher m;
      if ((m = AT.matcher(line)).matches()) {
        at = Optional.of(new Mark(m.group(1), m.group(2)));
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
    return Optional.of(new Progress(at, steps));
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
