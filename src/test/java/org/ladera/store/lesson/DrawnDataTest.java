package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.TinyLesson;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;

/** Data of a lesson that the engine draws. */
class DrawnDataTest {
  private static final String TABLE =
      """
          inputs: [temperature]
          targets: [sold]
          rows: [[25, 10], [26, 18], [27, 12], [28, 20], [29, 18], [29.5, 20], [30.5, 22],
            [31, 30], [32, 32], [33.5, 30], [34, 35], [36.5, 36], [37, 40], [37.5, 38],
            [39, 37], [40, 41]]
          scaling: {divide: 10}
      """;

  @TempDir Path folder;

  private Dataset drawn(String fields) throws Exception {
    Path lesson = TinyLesson.in(folder);
    LessonCopy copy = new LessonCopy(lesson, folder.resolve("copy"));
    copy.replace("lesson.yaml", TABLE.indent(0), fields.indent(4));
    LessonReader.Result result = copy.read();
    assertEquals(List.of(), result.faults());
    return result
        .lesson()
        .orElseThrow()
        .steps()
        .getFirst()
        .scene()
        .runs()
        .getFirst()
        .experiment()
        .data();
  }

  @Test
  void aLineIsDrawnUnderTheNamesAndWithTheScalingOfTheLesson() throws Exception {
    Dataset data =
        drawn(
            """
            generate: line
            examples: 31
            noise: 0
            inputs: [temperature]
            targets: [sold]
            scaling: {targets: {divide: 10}}
            """);
    assertEquals(List.of("temperature"), data.inputs());
    assertEquals(31, data.size());
    assertEquals(Scaling.Kind.FACTOR, data.targetScaling().kind());
    for (int i = 0; i < data.size(); i++) {
      assertEquals((2 * data.x().get(i) + 1) / 10, data.y().get(i), 1e-15);
    }
  }

  @Test
  void theSeedDecidesWhichPoints() throws Exception {
    String fields = "generate: parabola\ninputs: [temperature]\ntargets: [sold]\nseed: ";
    Dataset seven = drawn(fields + "7\n");
    assertEquals(seven, drawn(fields + "7\n"));
    assertNotEquals(seven, drawn(fields + "8\n"));
    assertEquals(drawn(fields + "0\n"), drawn(fields.replace("seed: ", "")));
  }
}
