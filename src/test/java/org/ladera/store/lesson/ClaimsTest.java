package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.spec.LossSpec;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;

/** The loss that a scene claims, and the shipped step that shows a claim which does not hold. */
class ClaimsTest {
  private static final String LOSS = "  loss: {kind: squared, factor: half}\n";

  @TempDir Path folder;

  private LessonCopy withClaim(String claim) {
    return LessonCopy.ofLine(folder).replace("lesson.yaml", LOSS, LOSS + claim);
  }

  private static Lesson xor() {
    return LessonReader.read(LessonCopy.SHIPPED.resolve("03-xor")).lesson().orElseThrow();
  }

  private static Step step(Lesson lesson, String id) {
    return lesson.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aClaimIsReadAndChangesNothingInTheRun() {
    Lesson plain = LessonCopy.ofLine(folder.resolve("plain")).read().lesson().orElseThrow();
    Lesson claiming =
        withClaim("  claims: {kind: squared, factor: sum}\n").read().lesson().orElseThrow();
    assertEquals(Optional.empty(), plain.steps().getFirst().scene().claimed());
    assertEquals(Optional.of(LossSpec.SSE), claiming.steps().getFirst().scene().claimed());
    assertEquals(
        plain.steps().getFirst().scene().runs(), claiming.steps().getFirst().scene().runs());
  }

  @Test
  void aFaultyClaimNamesItsField() {
    assertTrue(
        withClaim("  claims: {kind: squard, factor: sum}\n")
            .said(Language.EN)
            .contains("scene.claims.kind"));
  }

  @Test
  void aRunBesideTheMainOneCannotClaim() {
    LessonCopy copy = new LessonCopy(LessonCopy.SHIPPED.resolve("03-xor"), folder);
    String said =
        copy.replace(
                "lesson.yaml",
                "- {id: whole, loss: {kind: squared, factor: sum}}",
                "- {id: whole, claims: {kind: squared, factor: sum}}")
            .said(Language.EN);
    assertTrue(said.contains("there is no field") && said.contains("claims"), said);
  }

  @Test
  void allNineWeightsOfTheThesisLackTheSameTwoAndTheCorrectedRunLacksNothing() {
    Step step = step(xor(), "lost-factor");
    InlineSession session = new InlineSession();
    session.send(new Command.Load(step.scene()));
    Optional<LossSpec> claimed = step.scene().claimed();
    session.send(
        new Command.Watch(
            Set.of(
                new FieldRequest.Gradient("main", claimed, true),
                new FieldRequest.Gradient("whole", claimed, true))));
    for (long epoch : new long[] {0, 600, 3999}) {
      session.send(new Command.RunTo(epoch));
      var checks = session.newest().checks();
      GradientReport main = checks.gradient("main", claimed, epoch).orElseThrow();
      assertEquals(9, main.checked());
      main.compared().forEach(c -> assertEquals(2, c.ratio(), 1e-9, c.toString()));
      assertFalse(main.passes());
      assertTrue(checks.gradient("whole", claimed, epoch).orElseThrow().passes());
    }
  }

  @Test
  void noOtherShippedStepClaimsAnything() {
    for (Path lesson : LessonCopy.shipped()) {
      for (Step step : LessonReader.read(lesson).lesson().orElseThrow().steps()) {
        boolean slip =
            step.id().equals("lost-factor")
                || lesson.endsWith("02-derivatives") && step.id().equals("check");
        assertEquals(slip, step.scene().claimed().isPresent(), lesson + " " + step.id());
      }
    }
  }
}
