package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import org.ladera.engine.data.Generator;
import org.ladera.lesson.model.Fault;
import org.ladera.store.document.DrawnPoints;
import org.ladera.store.document.FormulaTable;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.NewLab;
import org.ladera.ui.window.page.LabStart;
import org.ladera.ui.window.sheet.FormulaSheet;

/** From the page of the laboratory to the laboratory itself. */
record LabWays(MainController controller, Runnable away) implements LabStart {
  private LabDesk desk() {
    controller.window().overlays().hide();
    return controller.lab;
  }

  @Override
  public void resume() {
    desk().resume();
  }

  @Override
  public void openFile() {
    controller.lab.files.open();
  }

  @Override
  public void pictures() {
    controller.lab.files.pictures();
  }

  @Override
  public void paste() {
    controller.lab.files.paste();
  }

  @Override
  public void draw() {
    new LabDrawing(controller)
        .show(DrawnPoints.none(), points -> desk().begin(NewLab.points(points)));
  }

  @Override
  public void formula() {
    controller
        .window()
        .overlays()
        .showFirmly(
            () ->
                new FormulaSheet(
                    this::learn,
                    controller.window().overlays()::close,
                    controller.appearance().messages(),
                    controller.appearance().tokens()));
  }

  /** Begins with what a formula says; a fault is for the sheet to show. */
  private Optional<Fault> learn(FormulaTable formula) {
    return switch (formula.make()) {
      case FormulaTable.Made.Learnt(LabDocument document) -> {
        desk().begin(document);
        yield Optional.empty();
      }
      case FormulaTable.Made.Unreadable(Fault fault) -> Optional.of(fault);
    };
  }

  @Override
  public void drawn(Generator generator) {
    desk().begin(NewLab.drawn(generator));
  }

  @Override
  public void recent(Path file) {
    controller.lab.files.open(file);
  }

  @Override
  public void back() {
    away.run();
  }
}
