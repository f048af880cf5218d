package org.ladera.store.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ladera.lesson.model.Fault;

/** A file under its name for people, with the faults found in it so far. */
final class LessonSource {
  private static final int MOST_FAULTS = 50;

  private final String name;
  private final List<Fault> faults;

  LessonSource(String name, List<Fault> faults) {
    this.name = name;
    this.faults = faults;
  }

  /** Another file of the same lesson. */
  LessonSource file(String other) {
    return new LessonSource(name.substring(0, name.lastIndexOf('/') + 1) + other, faults);
  }

  String name() {
    return name;
  }

  /** Whether anything is wrong so far, in any file of the lesson. */
  boolean faulty() {
    return !faults.isEmpty();
  }

  void add(Fault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  void add(SourcePosition place, String field, String key, String... namesAndValues) {
    add(fault(place, field, key, namesAndValues));
  }

  Refused refuse(SourcePosition place, String field, String key, String... namesAndValues) {
    return new Refused(fault(place, field, key, namesAndValues));
  }

  /** What is wrong with a file outside the lesson, said at the field that names it. */
  Refused refuse(SourcePosition place, String field, Fault outside) {
    return new Refused(
        new Fault(
            name + " → " + outside.file(),
            place.line(),
            place.column(),
            outside.field().isEmpty() ? field : outside.field(),
            outside.key(),
            outside.values()));
  }

  /** Reads a part; when it is refused its fault is kept and reading goes on. */
  void attempt(Runnable part) {
    try {
      part.run();
    } catch (Refused refused) {
      refused.fault().ifPresent(this::add);
    }
  }

  private Fault fault(SourcePosition place, String field, String key, String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], shortened(namesAndValues[i + 1]));
    }
    return new Fault(name, place.line(), place.column(), field, key, values);
  }

  /** What a file says may be anything; a message shows at most its beginning, on one line. */
  private static String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= 60 ? line : line.substring(0, 57) + "…";
  }
}
