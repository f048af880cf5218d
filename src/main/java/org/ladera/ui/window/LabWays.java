package org.ladera.ui.window;

import java.nio.file.Path;
import org.ladera.engine.data.Generator;
import org.ladera.store.document.NewLab;
import org.ladera.ui.window.page.LabStart;

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
  public void paste() {
    controller.lab.files.paste();
  }

  @Override
  public void draw() {
    desk().begin(NewLab.points());
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
