package org.ladera.ui.window;

import java.util.function.Consumer;
import org.ladera.store.document.DrawnPoints;
import org.ladera.ui.window.lab.DrawSheet;
import org.ladera.ui.window.lab.DrawnHistory;

/** Points by hand, over the window until a person begins with them. */
record LabDrawing(MainController controller) {
  /**
   * @param first the points there are
   * @param begin gets those there are then
   */
  void show(DrawnPoints first, Consumer<DrawnPoints> begin) {
    DrawnHistory drawn = new DrawnHistory(first);
    controller
        .window()
        .overlays()
        .showFirmly(
            () ->
                new DrawSheet(
                    drawn,
                    points -> {
                      controller.window().overlays().hide();
                      begin.accept(points);
                    },
                    controller.window().overlays()::close,
                    controller.appearance().messages(),
                    controller.appearance().tokens()));
  }
}
