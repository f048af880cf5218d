package org.ladera.store.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ladera.lesson.model.Cover;
import org.ladera.session.Scene;
import org.ladera.session.reading.RunReading;

/** One entry of the list {@code covers}. */
final class CoverReader {
  private static final Set<String> FIELDS = Set.of("until", "readings", "views", "behaviour");

  private final Scene scene;
  private final List<String> checks;
  private final int views;

  /**
   * @param checks ids of the step's checks
   * @param views how many the step has
   */
  CoverReader(Scene scene, List<String> checks, int views) {
    this.scene = scene;
    this.checks = checks;
    this.views = views;
  }

  Cover read(FieldReader step, Node item, String field) {
    FieldReader cover = step.fields(item, field, FIELDS);
    Set<Integer> covered = new HashSet<>();
    for (Node view : cover.itemsIfAny("views")) {
      covered.add((int) cover.whole(view, cover.at("views"), 1, views) - 1);
    }
    List<RunReading> readings = readings(cover);
    boolean behaviour = cover.flag("behaviour", false);
    if (readings.isEmpty() && covered.isEmpty() && !behaviour) {
      throw cover.refuse("readings", "cover.nothing");
    }
    return new Cover(cover.word("until", checks), readings, covered, behaviour);
  }

  private List<RunReading> readings(FieldReader cover) {
    List<RunReading> readings = new ArrayList<>();
    if (cover.has("readings")) {
      for (String name : cover.texts("readings")) {
        ReadingNames.fault(scene, name)
            .ifPresent(
                fault -> {
                  throw cover.refuse("readings", fault, "found", name);
                });
        RunReading.parse(name, scene).ifPresent(readings::add);
      }
    }
    return readings;
  }
}
