package org.ladera.store.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ladera.engine.data.Generator;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.store.lesson.LessonReader;

class LabDocumentTest {
  private static final List<Lesson> LESSONS = LessonLibrary.load(Path.of("lessons")).lessons();

  private static Step read(LabDocument document) {
    LessonReader.Result result = new LabFolder().read(document);
    assertEquals(List.of(), result.faults());
    return result.lesson().orElseThrow().steps().getFirst();
  }

  /** The last step of each lesson departs most from the scene that the lesson begins with. */
  @TestFactory
  Stream<DynamicTest> a_step_taken_along_has_the_scene_and_the_views_it_had() {
    return LESSONS.stream()
        .map(
            lesson ->
                DynamicTest.dynamicTest(
                    lesson.id(),
                    () -> {
                      for (Step step : List.of(lesson.playStep(), lesson.steps().getLast())) {
                        Step own = read(LabDocument.of(lesson, step, Optional.empty()));
                        assertEquals(step.scene().runs(), own.scene().runs(), step.id());
                        assertEquals(step.scene().epochs(), own.scene().epochs(), step.id());
                        assertEquals(step.views(), own.views(), step.id());
                      }
                    }));
  }

  @Test
  void every_set_that_can_be_drawn_begins_a_laboratory() {
    for (Generator generator : Generator.values()) {
      if (generator.usualExamples() <= 300) {
        Step step = read(NewLab.drawn(generator));
        assertEquals(
            generator.make(generator.usualExamples(), generator.usualNoise(), 1).x(),
            step.scene().runs().getFirst().experiment().data().x(),
            generator.fileName());
      }
    }
    assertEquals(4, read(NewLab.points()).scene().runs().getFirst().experiment().data().size());
  }

  /** Written, zipped, read again: the run goes on with the same bits. */
  @Test
  void a_run_is_kept_with_its_document() throws IOException, UnreadableDocument {
    LabDocument document = NewLab.drawn(Generator.MOONS);
    Scene scene = read(document).scene();
    InlineSession session = new InlineSession();
    session.send(new Command.Load(scene));
    session.send(new Command.RunTo(3));
    session.send(new Command.Apply(new org.ladera.engine.spec.Edit.SetRate(0.2), false));
    session.send(new Command.RunTo(5));
    var here = session.newest();
    LabDocument kept = document.with(Optional.of(SavedScene.of(here, scene)));
    DocumentFiles files = DocumentZip.read(DocumentZip.write(kept.files()), "a.ladera");
    assertEquals(kept.files().files().keySet(), files.files().keySet());
    Lesson lesson = OpenDocument.read(files, "a").lesson().orElseThrow();
    assertTrue(LabDocument.isOne(lesson));
    LabDocument again = LabDocument.of(lesson);
    InlineSession other = new InlineSession();
    other.send(new Command.Resume(read(again).scene(), again.run()));
    var there = other.newest();
    assertEquals(here.main().update(), there.main().update());
    assertEquals(here.main().parameters(), there.main().parameters());
    assertEquals(0.2, there.main().experiment().optimizer().rate());
  }

  @Test
  void a_formula_is_looked_at_evenly_and_its_faults_are_said() {
    FormulaTable square = new FormulaTable("x^2", -1, 3, 5, 0, 1);
    var learnt = (FormulaTable.Made.Learnt) square.make();
    var data = read(learnt.document()).scene().runs().getFirst().experiment().data();
    for (int i = 0; i < 5; i++) {
      double x = data.inputScaling().invert(0, data.x().get(i, 0));
      assertEquals(i - 1, x, 1e-12);
      assertEquals(x * x, data.targetScaling().invert(0, data.y().get(i, 0)), 1e-12);
    }
    var plane = (FormulaTable.Made.Learnt) new FormulaTable("x*y", 0, 1, 8, 0.1, 1).make();
    assertEquals(9, read(plane.document()).scene().runs().getFirst().experiment().data().size());
    for (String wrong : List.of("2 x", "a*b*c", "1/x", "", "7")) {
      assertTrue(
          new FormulaTable(wrong, -1, 1, 3, 0, 1).make() instanceof FormulaTable.Made.Unreadable,
          wrong);
    }
  }
}
