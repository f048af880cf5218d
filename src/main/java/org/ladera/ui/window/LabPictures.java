package org.ladera.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.document.PictureChoice;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.window.lab.PictureSheet;

/**
 * The preview of a folder of pictures, which is renewed with each choice.
 *
 * @param reading does what takes a while beside the window
 * @param begin takes what was chosen
 */
record LabPictures(
    MainController controller, NewestJob<Runnable> reading, Consumer<PictureChoice> begin) {
  void show(PictureChoice chosen) {
    controller
        .window()
        .overlays()
        .show(
            () ->
                new PictureSheet(
                    chosen,
                    (side, most) -> reading.ask(() -> read(chosen.folder(), side, most)),
                    () -> {
                      controller.window().overlays().hide();
                      begin.accept(chosen);
                    },
                    controller.window().overlays()::close,
                    controller.appearance().messages(),
                    controller.appearance().tokens()));
  }

  private Runnable read(Path folder, int side, int most) {
    try {
      PictureChoice next = PictureChoice.read(folder, side, most);
      return () -> show(next);
    } catch (UnreadableData e) {
      return () -> controller.sheets.faults(List.of(e.fault()));
    }
  }
}
