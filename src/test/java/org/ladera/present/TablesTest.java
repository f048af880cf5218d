package org.ladera.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.runs.RunsModel;
import org.ladera.present.runs.UpdatesModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.session.Frame;
import org.ladera.session.Status;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class TablesTest {
  private static final Messages SPANISH = Messages.load(Language.ES);
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private static List<List<String>> shown(Table table) {
    return table.rows().stream()
        .map(row -> row.cells().stream().map(Table.Cell::shown).toList())
        .toList();
  }

  private static Table updates(Frame frame, String... options) {
    return UpdatesModel.of(
            frame, IceCreamFrames.view(ViewSpec.Updates.class, options), Highlight.NONE, SPANISH)
        .table();
  }

  @Test
  void besideAParameterStandsWhatTheUpdateChanged() {
    Table table =
        updates(
            IceCreamFrames.played(1, 1, IceCreamFrames.slide()).newest(),
            "parameters",
            "W[1][1,1]",
            "rows",
            "0,1,2,3",
            "digits",
            "3",
            "steps",
            "true");
    // 0, 0.75, 1.86988, 2.5369 on the slide.
    assertEquals(
        List.of("", "0,750", "1,120", "0,667"), shown(table).stream().map(List::getLast).toList());
  }

  @Test
  void theTableOfTheSlideComesOutDigitForDigit() {
    Table table =
        updates(
            IceCreamFrames.played(10, 10, IceCreamFrames.slide()).newest(),
            "parameters",
            "W[1][1,1];b[1][1]",
            "rows",
            "1,2,3,30",
            "digits",
            "3,3,3,2/3",
            "truncate",
            "true");
    assertEquals(
        List.of(
            List.of("1", "1", "0,750", "0,015"),
            List.of("2", "1", "1,869", "0,028"),
            List.of("3", "1", "2,536", "0,034"),
            List.of("30", "10", "2,26", "0,051")),
        shown(table));
    assertEquals("1,8698800000000002", table.rows().get(1).cells().get(2).exact());
  }

  @Test
  void roundedItReadsOtherwise() {
    Table table =
        updates(
            IceCreamFrames.played(1, 10, IceCreamFrames.slide()).newest(),
            "rows",
            "2,3",
            "digits",
            "3");
    assertEquals(List.of("2", "1", "1,870", "0,029"), shown(table).get(0));
    assertEquals(List.of("3", "1", "2,537", "0,035"), shown(table).get(1));
  }

  @Test
  void whatWasNotReachedIsNotInvented() {
    Table table =
        updates(IceCreamFrames.played(1, 10, IceCreamFrames.slide()).newest(), "rows", "3,30");
    assertEquals(List.of("30", "10", "aún no", "aún no"), shown(table).get(1));
    assertEquals(OptionalLong.of(3), table.rows().get(0).update());
    assertEquals(OptionalLong.empty(), table.rows().get(1).update());
  }

  @Test
  void thePresentRowIsLit() {
    Table table = updates(IceCreamFrames.after(5));
    assertEquals(6, table.rows().size());
    assertTrue(table.rows().getLast().lit());
    assertEquals(1, table.rows().stream().filter(Table.Row::lit).count());
    assertTrue(table.spoken().contains("actualización 5"), table.spoken());
  }

  @Test
  void numbersOfAColumnHaveTheSameDecimals() {
    Table table = updates(IceCreamFrames.after(240));
    for (Table.Row row : table.rows()) {
      assertEquals(3, row.cells().get(1).shown().split(",")[1].length());
    }
  }

  @Test
  void aCopiedTableHasAllDigitsAndDecimalPoints() {
    String copied =
        updates(IceCreamFrames.played(1, 10, IceCreamFrames.slide()).newest(), "rows", "1,2")
            .copied();
    assertEquals(
        "actualización\tépoca\tw\tb\n1\t1\t0.75\t0.015000000000000001\n"
            + "2\t1\t1.8698800000000002\t0.028998500000000003",
        copied);
  }

  @Test
  void aRateOfOneOverTheLargestCurvatureReachesTheFloorAtOnce() {
    // The largest eigenvalue of the data is 185.18004138.
    Frame frame = IceCreamFrames.played(1, 1, IceCreamFrames.experiment(1 / 185.18004138)).newest();
    Table table =
        RunsModel.of(
                frame,
                IceCreamFrames.view(ViewSpec.Runs.class, "readings", "rate"),
                Highlight.NONE,
                ENGLISH)
            .table();
    assertEquals("to the floor at once", table.rows().getFirst().cells().get(2).shown());
  }

  @Test
  void predictionsComeTrue() {
    Experiment[] runs = {
      IceCreamFrames.experiment(0.001),
      IceCreamFrames.experiment(0.01),
      IceCreamFrames.experiment(0.1),
      IceCreamFrames.experiment(1)
    };
    Frame frame = IceCreamFrames.played(200, 200, runs).newest();
    Table table =
        RunsModel.of(
                frame,
                IceCreamFrames.view(ViewSpec.Runs.class, "readings", "rate,limit,J"),
                Highlight.NONE,
                ENGLISH)
            .table();
    assertEquals(
        List.of("falls without jumping", "zigzags and falls", "explodes", "explodes"),
        table.rows().stream().map(row -> row.cells().get(4).shown()).toList());
    for (int i = 0; i < runs.length; i++) {
      boolean explodes = table.rows().get(i).cells().get(4).shown().equals("explodes");
      assertEquals(explodes, frame.runs().get(i).status() instanceof Status.Diverged);
      assertEquals("0.0108003", table.rows().get(i).cells().get(2).shown());
    }
  }

  @Test
  void runsHaveTheNamesOfTheLesson() {
    Frame frame = IceCreamFrames.after(1);
    Labels labels = new Labels(java.util.Map.of("run.main", "sin escalar"));
    Table table =
        RunsModel.of(
                frame, IceCreamFrames.view(ViewSpec.Runs.class), Highlight.NONE, SPANISH, labels)
            .table();
    assertEquals("sin escalar", table.rows().getFirst().cells().getFirst().shown());
  }

  @Test
  void aTableOfRunsCanLeaveSomeOut() {
    Frame frame =
        IceCreamFrames.played(
                1, 10, IceCreamFrames.experiment(0.01), IceCreamFrames.experiment(0.1))
            .newest();
    String second = frame.runs().get(1).id();
    Table table =
        RunsModel.of(
                frame,
                IceCreamFrames.view(ViewSpec.Runs.class, "readings", "rate", "runs", second),
                Highlight.NONE,
                ENGLISH)
            .table();
    assertEquals(List.of("0.1"), table.rows().stream().map(r -> r.cells().get(1).shown()).toList());
  }

  @Test
  void everyReadingHasAColumnName() {
    Table table =
        RunsModel.of(
                IceCreamFrames.after(1),
                IceCreamFrames.view(
                    ViewSpec.Runs.class,
                    "readings",
                    "J,sse,epoch,epochs,update,rate,limit,lambdaMax,lambdaMin,condition,etaLambda,"
                        + "gradientNorm,accuracy,samples,start:J,optimum:sse,W[1][1,1],dW[1][1,1],"
                        + "b'[1][1],bseq[1][1],start:b[1][1],optimum:b[1][1],r[9],yhat[9],x[1]"),
                Highlight.NONE,
                SPANISH)
            .table();
    List<String> names = table.columns().stream().map(Table.Column::name).toList();
    assertTrue(names.contains("∂$J$/∂$w$"), names.toString());
    assertTrue(names.contains("mínimo Σ$r$²"), names.toString());
    assertTrue(names.contains("$ŷ_(9)$"), names.toString());
    assertTrue(names.contains("$b$ nuevo, uno tras otro"), names.toString());
    assertEquals(28, names.size());
  }

  @Test
  void aColumnCanBeAnyNumberOfARun() {
    Frame frame =
        IceCreamFrames.played(
                3, 10, IceCreamFrames.experiment(0.001), IceCreamFrames.experiment(0.002))
            .newest();
    List<String> names =
        List.of("W[1][1,1]", "z[1][16,1]", "delta[1][2,1]", "secant[1][1,2,1]", "loss[4]");
    for (Messages language : List.of(SPANISH, ENGLISH)) {
      Table table =
          RunsModel.of(
                  frame,
                  IceCreamFrames.view(ViewSpec.Runs.class, "readings", String.join(",", names)),
                  Highlight.NONE,
                  language)
              .table();
      for (int i = 0; i < names.size(); i++) {
        for (int run = 0; run < 2; run++) {
          double value =
              Read.value(frame, frame.runs().get(run).id() + "/" + names.get(i)).orElseThrow();
          assertEquals(
              language.numbers().exact(value),
              table.rows().get(run).cells().get(i + 1).exact(),
              names.get(i));
        }
      }
    }
  }

  @Test
  void beforeARunTheTablesSaySo() {
    assertEquals("Aún no hay ejecuciones", RunsModel.empty(SPANISH).table().empty());
    assertEquals("Aún no hay actualizaciones", UpdatesModel.empty(SPANISH).table().empty());
  }
}
