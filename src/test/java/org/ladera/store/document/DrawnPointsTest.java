package org.ladera.store.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Experiment;
import org.ladera.store.lesson.LessonReader;

/** Points by hand become the examples that a laboratory reads, and come back from them. */
class DrawnPointsTest {
  private static Dataset read(DrawnPoints points) {
    LessonReader.Result read = new LabFolder().read(NewLab.points(points));
    assertEquals(java.util.List.of(), read.faults());
    Experiment e =
        read.lesson().orElseThrow().steps().getFirst().scene().runs().getFirst().experiment();
    return e.data();
  }

  @Test
  void three_classes_are_one_hot_and_come_back() {
    DrawnPoints points =
        DrawnPoints.none()
            .withClasses(3)
            .with(0.5, -0.25, 0)
            .with(-1, 1, 2)
            .sprayed(0, 1, 1, 0.1, 5, 7);
    Dataset data = read(points);
    assertEquals(7, data.size());
    assertEquals(3, data.y().columns());
    assertEquals(1, data.y().get(1, 2));
    assertEquals(0.5, data.x().get(0, 0));
    assertEquals(points, DrawnPoints.of(data).orElseThrow());
  }

  @Test
  void of_a_function_the_height_is_learned() {
    DrawnPoints points = DrawnPoints.none().asFunction(true).with(-1, 0.75, 0).with(1, 0.5, 0);
    Dataset data = read(points);
    assertEquals(1, data.x().columns());
    assertEquals(0.75, data.targetScaling().invert(0, data.y().get(0, 0)), 1e-12);
    assertEquals(points.points(), DrawnPoints.of(data).orElseThrow().points());
    assertTrue(DrawnPoints.of(data).orElseThrow().function());
  }

  @Test
  void a_class_that_is_taken_away_takes_its_points_along() {
    DrawnPoints points = DrawnPoints.none().withClasses(3).with(0, 0, 2).with(1, 1, 1);
    assertEquals(1, points.withClasses(2).points().size());
    assertEquals(2, points.withClasses(4).points().size());
  }
}
