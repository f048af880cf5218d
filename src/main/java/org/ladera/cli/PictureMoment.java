package org.ladera.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.ladera.lesson.model.Step;

/** A moment of a run that is worth a picture. */
enum PictureMoment {
  /** Before anything was done. */
  FIRST,
  MIDDLE,
  END;

  /** What is typed for all three. */
  static final String ALL = "all";

  static List<String> words() {
    return Stream.concat(Stream.of(values()).map(PictureMoment::word), Stream.of(ALL)).toList();
  }

  /** The moments that a word asks for; empty for none of these words. */
  static Optional<List<PictureMoment>> of(String word) {
    if (word.equals(ALL)) {
      return Optional.of(List.of(values()));
    }
    return Stream.of(values()).filter(m -> m.word().equals(word)).findFirst().map(List::of);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  long epochs(Step step) {
    long planned = step.scene().epochs();
    return switch (this) {
      case FIRST -> 0;
      case MIDDLE -> planned / 2;
      case END -> planned;
    };
  }
}
