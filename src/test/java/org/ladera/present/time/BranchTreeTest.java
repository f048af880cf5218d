package org.ladera.present.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.time.BranchTree.Line;
import org.ladera.present.time.BranchTree.Role;
import org.ladera.present.time.BranchTree.Row;
import org.ladera.session.Command;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Moment;

class BranchTreeTest {
  private static final Messages SPANISH = Messages.load(Language.ES);

  private final InlineSession session = new InlineSession();

  @BeforeEach
  void load() {
    session.send(new Command.Load(Scene.of(org.ladera.IceCream.experiment(0.01), 1500)));
    session.send(new Command.RunTo(300));
  }

  private void branch(long from, Edit edit, long to) {
    session.send(new Command.Seek(from));
    session.send(new Command.Apply(edit, false));
    session.send(new Command.RunTo(to));
  }

  private BranchTree tree() {
    return BranchTree.of(session.newest(), SPANISH);
  }

  /** Ids with their depths, from above. */
  private String shape() {
    StringBuilder shape = new StringBuilder();
    for (Row row : tree().rows()) {
      shape.append("  ".repeat(row.depth())).append(row.id()).append(row.last() ? ".\n" : ",\n");
    }
    return shape.toString();
  }

  private TimelineModel track() {
    return TimelineModel.of(session.newest(), SPANISH);
  }

  @Test
  void aRunFromTheStartWithSettingsThatWereChangedOnTheWayIsNotTheSameOnceMore() {
    branch(200, new Edit.SetRate(0.002), 400);
    session.send(new Command.Reset());
    session.send(new Command.RunTo(50));
    assertEquals("con los mismos ajustes desde el inicio", tree().rows().getLast().name());
  }

  @Test
  void childrenStandBelowTheirParentByTheUpdateAtWhichTheyLeftIt() {
    branch(200, new Edit.SetRate(0.002), 400);
    branch(250, new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.002, 0.8)), 420);
    session.send(new Command.SwitchBranch(0));
    branch(100, new Edit.SetParameter(ParameterRef.weight(1, 1, 1), 0.5), 150);
    assertEquals("0.\n  3,\n  1.\n    2.\n", shape());
    List<Row> rows = tree().rows();
    assertEquals(List.of(), rows.get(2).open());
    assertEquals(List.of(false), rows.get(3).open(), "nothing hangs below the last child");
    assertEquals("$w$ = 0,5", rows.get(1).name());
    assertEquals("$η$ = 0,002", rows.get(2).name());
    assertEquals("momento, $γ$ = 0,8", rows.get(3).name());
    assertEquals("desde la 200", rows.get(2).from());
    assertEquals(Role.ON_STAGE, rows.get(1).role());
    assertTrue(rows.get(3).spoken().contains("desde la 250"));
    assertFalse(rows.get(3).spoken().contains("$"));
  }

  @Test
  void aChangeMadeAgainAtTheSameMomentCountsOnce() {
    branch(200, new Edit.SetRate(0.002), 200);
    session.send(new Command.Apply(new Edit.SetRate(0.003), false));
    session.send(new Command.Apply(new Edit.SetActivation(1, ActivationSpec.TANH), false));
    assertEquals("$η$ = 0,003, capa 1: tanh", tree().rows().get(1).name());
  }

  @Test
  void aGivenNameIsTheName() {
    branch(200, new Edit.SetRate(0.002), 250);
    session.send(new Command.NameBranch(1, "lenta"));
    Row row = tree().rows().get(1);
    assertEquals("lenta", row.name());
    assertEquals("lenta", row.written());
    assertEquals("lenta, desde la actualización 200", track(0).ghosts().getFirst().label());
  }

  /** With another branch on stage. */
  private TimelineModel track(int onStage) {
    session.send(new Command.SwitchBranch(onStage));
    return track();
  }

  @Test
  void twoBranchesSideBySideSayWhatIsNotTheSame() {
    branch(200, new Edit.SetOptimizer(new OptimizerSpec.Momentum(0.002, 0.8)), 400);
    session.send(new Command.Compare(Optional.of(0)));
    BranchTree.Comparison comparison = tree().comparison().orElseThrow();
    assertEquals("primera ejecución", comparison.there());
    Line update = comparison.lines().getFirst();
    assertEquals("400", update.here());
    assertEquals("300", update.there());
    Line rule =
        comparison.lines().stream().filter(l -> l.what().equals("regla")).findFirst().orElseThrow();
    assertEquals("momento, $γ$ = 0,8", rule.here());
    assertEquals("descenso de gradiente", rule.there());
    assertTrue(comparison.lines().stream().noneMatch(l -> l.what().equals("datos")));
  }

  @Test
  void theTimelineNamesItsMarksAndGoesFromOneToTheNext() {
    branch(200, new Edit.SetRate(0.002), 400);
    session.send(new Command.Apply(new Edit.SetRate(0.005), false));
    session.send(new Command.RunTo(500));
    TimelineModel track = track();
    assertEquals(
        List.of(Moment.Kind.START, Moment.Kind.BRANCH, Moment.Kind.EDIT, Moment.Kind.BEST),
        track.marks().stream().map(TimelineModel.Mark::kind).toList());
    assertEquals("Se separan ramas: η = 0,002", track.marks().get(1).title());
    assertEquals("Cambio: η = 0,005", track.marks().get(2).title());
    assertEquals(400, track.after(200).orElseThrow().update());
    assertEquals(0, track.before(200).orElseThrow().update());
    assertTrue(track.before(0).isEmpty());
    assertTrue(track.spoken().contains("Cambio: η = 0,005, época 400"));
  }

  @Test
  void theLossOfAnotherBranchIsDrawnOnTheScaleOfTheRun() {
    branch(200, new Edit.SetRate(0.002), 400);
    TimelineModel track = track();
    TimelineModel.Ghost first = track.ghosts().getFirst();
    assertEquals(track.heights()[150], first.heights()[150], "they share their past");
    assertEquals(300, first.epochs()[first.epochs().length - 1]);
  }

  @Test
  void theEndOfARunToAConditionIsSaidInWords() {
    session.send(new Command.RunUntil(new Condition.AtUpdate(700)));
    assertEquals(
        "La ejecución se detuvo en la actualización 700: como pediste.",
        StopWords.of(session.newest(), SPANISH).orElseThrow());
    session.send(new Command.RunUntil(new Condition.UnitDies()));
    assertEquals(
        "Antes llegó el final previsto, la época 1500, sin que una unidad muera.",
        StopWords.of(session.newest(), SPANISH).orElseThrow());
  }
}
