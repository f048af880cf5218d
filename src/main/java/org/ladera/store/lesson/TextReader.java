package org.ladera.store.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code es.md} and {@code en.md} into steps: {@code # Title}, {@code ## Step {#id}}, the
 * body, {@code ### labels} with a list. What the body says is not looked at here.
 */
final class TextReader {
  private static final Pattern TITLE = Pattern.compile("# +(\\S.*)");
  private static final Pattern STEP = Pattern.compile("## +(\\S.*?) +\\{#([a-z][a-z0-9-]{0,39})}");
  private static final Pattern LABELS = Pattern.compile("### +labels");
  private static final Pattern LABEL =
      Pattern.compile("- +([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+){0,3}): +(\\S.*)");

  private final LessonSource source;
  private final Map<String, WrittenText.Step> steps = new LinkedHashMap<>();
  private Map<String, WrittenText.Label> lessonLabels = Map.of();
  private @Nullable String title;
  private @Nullable Section section;

  private TextReader(LessonSource source) {
    this.source = source;
  }

  static WrittenText read(String text, LessonSource source) {
    return new TextReader(source).lines(text);
  }

  /** What lies between two headings, being collected. */
  private static final class Section {
    final SourcePosition place;
    final String title;
    final String id;
    final StringBuilder body = new StringBuilder();
    final Map<String, WrittenText.Label> labels = new LinkedHashMap<>();
    boolean inLabels;
    @Nullable String lastLabel;

    /** A step, or with an empty id what stands before the first one. */
    Section(int line, String title, String id) {
      place = new SourcePosition(line, 1);
      this.title = title;
      this.id = id;
    }
  }

  private WrittenText lines(String text) {
    String[] lines = text.split("\n", -1);
    String fence = null;
    int fenceLine = 0;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].stripTrailing();
      String opened = fence(line);
      if (fence == null && opened != null) {
        fence = opened;
        fenceLine = i + 1;
      } else if (fence != null && line.strip().equals(fence)) {
        fence = null;
      } else if (fence == null && heading(line, i + 1)) {
        continue;
      }
      body(line, i + 1);
    }
    if (fence != null) {
      throw source.refuse(new SourcePosition(fenceLine, 1), "", "text.fence");
    }
    close();
    if (title == null) {
      throw source.refuse(SourcePosition.FILE, "", "text.title");
    }
    return new WrittenText(title, lessonLabels, steps);
  }

  private static @Nullable String fence(String line) {
    String start = line.strip();
    return start.startsWith("```") ? "```" : start.startsWith("~~~") ? "~~~" : null;
  }

  /** Whether the line begins a section; it is then no part of any body. */
  private boolean heading(String line, int number) {
    if (line.startsWith("# ")) {
      Matcher m = TITLE.matcher(line);
      if (title != null || !m.matches()) {
        throw source.refuse(new SourcePosition(number, 1), "", "text.title-twice");
      }
      title = m.group(1);
      section = new Section(number, title, "");
      return true;
    }
    if (line.startsWith("## ") || line.equals("##")) {
      Matcher m = STEP.matcher(line);
      if (!m.matches()) {
        throw source.refuse(new SourcePosition(number, 1), "", "text.step-heading", "id", "{#id}");
      }
      close();
      section = new Section(number, m.group(1), m.group(2));
      return true;
    }
    if (section != null && LABELS.matcher(line).matches()) {
      section.inLabels = true;
      return true;
    }
    return false;
  }

  private void body(String line, int number) {
    if (line.isEmpty() && (section == null || section.inLabels)) {
      return;
    }
    if (section == null) {
      throw source.refuse(new SourcePosition(number, 1), "", "text.title");
    }
    if (section.inLabels) {
      label(section, line, number);
      return;
    }
    if (section.id.isEmpty() && !line.isEmpty()) {
      throw source.refuse(new SourcePosition(number, 1), "", "text.before-step");
    }
    section.body.append(line).append('\n');
  }

  private void label(Section section, String line, int number) {
    SourcePosition place = new SourcePosition(number, 1);
    if (line.startsWith("  ") && section.lastLabel != null) {
      section.labels.computeIfPresent(
          section.lastLabel,
          (id, l) -> new WrittenText.Label(l.place(), l.text() + " " + line.strip()));
      return;
    }
    Matcher m = LABEL.matcher(line);
    if (!m.matches()) {
      throw source.refuse(place, "", "text.label");
    }
    section.lastLabel = m.group(1);
    if (section.labels.put(m.group(1), new WrittenText.Label(place, m.group(2))) != null) {
      throw source.refuse(place, m.group(1), "text.label-twice");
    }
  }

  private void close() {
    if (section == null) {
      return;
    }
    if (section.id.isEmpty()) {
      lessonLabels = section.labels;
      return;
    }
    WrittenText.Step step =
        new WrittenText.Step(section.place, section.title, section.body.toString(), section.labels);
    if (steps.put(section.id, step) != null) {
      throw source.refuse(section.place, section.id, "text.step-twice");
    }
  }
}
