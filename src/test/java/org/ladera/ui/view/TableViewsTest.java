package org.ladera.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.IceCreamFrames;
import org.ladera.present.runs.RunsModel;
import org.ladera.present.runs.UpdatesModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Table;
import org.ladera.session.Frame;
import org.ladera.ui.Fx;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.runs.RunsView;
import org.ladera.ui.view.runs.UpdatesView;

class TableViewsTest {
  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static UpdatesModel slide(ViewBench bench) {
    return UpdatesModel.of(
        IceCreamFrames.played(10, 10, IceCreamFrames.slide()).newest(),
        IceCreamFrames.view(
            ViewSpec.Updates.class, "rows", "1,2,3,30", "digits", "3", "truncate", "true"),
        Highlight.NONE,
        bench.messages.get());
  }

  private static String clipboard() {
    return Clipboard.getSystemClipboard().getString();
  }

  @Test
  void copyTakesTheWholeTableAndThenTheChosenNumber() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          UpdatesView view = new UpdatesView(bench.context);
          Fx.scene(view.node(), 360, 240);
          view.render(slide(bench).table());
          ViewBench.press(view.node(), KeyCode.C, false, true);
          assertTrue(clipboard().startsWith("actualización\tépoca\tw\tb\n1\t1\t0.75\t"));
          for (KeyCode code : List.of(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT)) {
            ViewBench.press(view.node(), code, false, false);
          }
          ViewBench.press(view.node(), KeyCode.C, false, true);
          assertEquals("1.8698800000000002", clipboard());
          return null;
        });
  }

  @Test
  void theChosenCellIsSpokenWithAllDigits() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          UpdatesView view = new UpdatesView(bench.context);
          Fx.scene(view.node(), 360, 240);
          view.render(slide(bench).table());
          assertTrue(view.node().getAccessibleText().contains("4 filas"));
          ViewBench.press(view.node(), KeyCode.DOWN, false, false);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
          assertEquals("1, w: 0,75", view.node().getAccessibleText());
          ViewBench.press(view.node(), KeyCode.ESCAPE, false, false);
          assertTrue(view.node().getAccessibleText().contains("4 filas"));
          return null;
        });
  }

  @Test
  void enterOnARowGoesToItsUpdate() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          UpdatesView view = new UpdatesView(bench.context);
          Fx.scene(view.node(), 360, 240);
          view.render(slide(bench).table());
          ViewBench.press(view.node(), KeyCode.END, false, false);
          ViewBench.press(view.node(), KeyCode.ENTER, false, false);
          assertEquals(new Intent.SeekUpdate(30), bench.intents.getLast());
          return null;
        });
  }

  @Test
  void pointingAtANumberShowsAllItsDigits() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          UpdatesView view = new UpdatesView(bench.context);
          Scene scene = Fx.scene(view.node(), 360, 240);
          view.render(slide(bench).table());
          for (double x = 180; x < 340; x += 4) {
            ViewBench.mouse(view.node(), MouseEvent.MOUSE_MOVED, x, 102, 0);
          }
          List<String> words =
              ViewBench.all(scene, Text.class).stream().map(Text::getText).toList();
          assertTrue(words.contains("exacto 0,028998500000000003"), words.toString());
          return null;
        });
  }

  @Test
  void aLongTableScrollsToThePresentRow() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          UpdatesView view = new UpdatesView(bench.context);
          Scene scene = Fx.scene(view.node(), 360, 240);
          Frame frame = IceCreamFrames.after(150);
          view.render(
              UpdatesModel.of(
                      frame,
                      IceCreamFrames.view(ViewSpec.Updates.class),
                      Highlight.NONE,
                      bench.messages.get())
                  .table());
          assertTrue(
              ViewBench.count(Fx.picture(scene), bench.tokens.get().accent()) > 40,
              "the mark of the present row is in sight");
          return null;
        });
  }

  @Test
  void theBarOfALongTableIsDraggedFromTheLastRowToTheFirst() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          TableCard view = many(bench, 360);
          dragged(view, 355, 225, 355, 133);
          double middle = Double.parseDouble(spokenRow(view));
          assertTrue(middle > 30 && middle < 70, "half way: row " + middle);
          dragged(view, 355, 133, 355, 0);
          assertEquals("1", spokenRow(view));
          // Let go, it stays.
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 355, 225, 0);
          assertEquals("1", spokenRow(view));
          // A press beside the bar brings it there.
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_CLICKED, 355, 230, 2);
          assertTrue(bench.intents.isEmpty(), "a hand at the bar wants no larger view");
          dragged(view, 355, 230, 355, 230);
          assertTrue(Double.parseDouble(spokenRow(view)) > 90);
          return null;
        });
  }

  @Test
  void theBarOfAWideTableIsDraggedFromItsFirstColumnToItsLast() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          TableCard view = many(bench, 240);
          assertEquals("c1", spokenColumn(view, 70));
          dragged(view, 20, 235, 239, 235);
          assertEquals("c7", spokenColumn(view, 165));
          dragged(view, 180, 235, 0, 235);
          assertEquals("c1", spokenColumn(view, 70));
          return null;
        });
  }

  @Test
  void aHeldBarIsNotTakenAwayByTheRowOfTheNextUpdate() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          TableCard view = many(bench, 360);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 355, 225, 1);
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, 355, 0, 0);
          view.render(table(99));
          ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 355, 0, 1);
          assertEquals("1", spokenRow(view));
          return null;
        });
  }

  /** A hundred rows of nine columns, the last of which is lit. */
  private static TableCard many(ViewBench bench, int width) {
    TableCard view = new TableCard(bench.context, row -> {});
    Fx.scene(view.node(), width, 240);
    view.render(table(100));
    return view;
  }

  private static Table table(int lit) {
    List<Table.Column> columns =
        IntStream.range(0, 9).mapToObj(c -> new Table.Column("c" + c, true)).toList();
    List<Table.Row> rows =
        IntStream.rangeClosed(1, 100)
            .mapToObj(
                r ->
                    new Table.Row(
                        IntStream.range(0, 9)
                            .mapToObj(c -> new Table.Cell(c == 0 ? "" + r : "0,123", "", ""))
                            .toList(),
                        r == lit,
                        OptionalLong.empty()))
            .toList();
    return new Table("", "", "", columns, rows, "");
  }

  private static void dragged(TableCard view, double x, double y, double toX, double toY) {
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, x, y, 1);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_DRAGGED, toX, toY, 0);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, toX, toY, 1);
  }

  /** The row that is seen uppermost. */
  private static String spokenRow(TableCard view) {
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, 60, 66, 1);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, 60, 66, 1);
    return view.node().getAccessibleText().split(",")[0];
  }

  private static String spokenColumn(TableCard view, double x) {
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_PRESSED, x, 66, 1);
    ViewBench.mouse(view.node(), MouseEvent.MOUSE_RELEASED, x, 66, 1);
    return view.node().getAccessibleText().split("[, :]+")[1];
  }

  @Test
  void tablesAreDrawnInEverySizeAndProfile() {
    Frame frame =
        IceCreamFrames.played(
                50, 50, IceCreamFrames.experiment(0.01), IceCreamFrames.experiment(0.1))
            .newest();
    for (Profile profile : Profile.values()) {
      for (int[] size : new int[][] {{240, 180}, {560, 300}, {3840, 2160}}) {
        Fx.on(
            () -> {
              ViewBench bench = new ViewBench();
              bench.tokens.set(Tokens.of(profile));
              RunsView view = new RunsView(bench.context);
              Scene scene = Fx.scene(view.node(), size[0], size[1]);
              view.render(RunsModel.empty(bench.messages.get()).table());
              Fx.picture(scene);
              view.render(
                  RunsModel.of(
                          frame,
                          IceCreamFrames.view(ViewSpec.Runs.class),
                          Highlight.NONE,
                          bench.messages.get())
                      .table());
              Fx.picture(scene);
              assertTrue(view.node().getAccessibleText().contains("2 filas"));
              ViewBench.press(view.node(), KeyCode.END, false, false);
              ViewBench.press(view.node(), KeyCode.RIGHT, false, false);
              view.dispose();
              return null;
            });
      }
    }
  }
}
