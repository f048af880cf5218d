package org.ladera.store.lesson;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ladera.lesson.model.Fault;
import org.ladera.text.Language;

/**
 * What a list says of a lesson, read without its scenes: a tenth of the work.
 *
 * @param steps how many it has
 */
public record LessonHeading(String id, String title, int steps) {

  /**
   * The headings of many lessons, in the order of their folders' names.
   *
   * @param faults of the texts that could not be read; what else is wrong with a lesson is for
   *     {@link LessonLibrary} to find
   */
  public record All(List<LessonHeading> headings, List<Fault> faults) {
    public All {
      headings = List.copyOf(headings);
      faults = List.copyOf(faults);
    }
  }

  /** Of each folder inside these; of several with the same id the first. */
  public static All in(List<Path> roots, Language language) {
    Map<String, LessonHeading> headings = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (Path root : roots) {
      for (Path folder : LessonLibrary.folders(root, faults)) {
        String id = LessonReader.idOf(folder);
        LessonReader.text(folder, language, faults)
            .ifPresent(
                text ->
                    headings.putIfAbsent(
                        id, new LessonHeading(id, text.title(), text.steps().size())));
      }
    }
    return new All(List.copyOf(headings.values()), faults);
  }
}
