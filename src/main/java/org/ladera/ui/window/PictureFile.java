package org.ladera.ui.window;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ladera.store.image.Picture;
import org.ladera.text.Messages;
import org.ladera.ui.fx.FxThread;

/** Where a picture is written is asked of the person; it is written on another thread. */
final class PictureFile {
  private static final String ENDING = ".png";

  private PictureFile() {}

  /**
   * @param name of the file, without its ending, until the person gives another
   * @param failed gets why it could not be written, on the FX thread
   */
  static void save(
      Picture picture,
      String name,
      Window window,
      Messages messages,
      Consumer<RuntimeException> failed) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name + ENDING);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(messages.text("poster.file"), "*" + ENDING));
    File chosen = chooser.showSaveDialog(window);
    if (chosen == null) {
      return;
    }
    Path file =
        chosen.getName().contains(".")
            ? chosen.toPath()
            : chosen.toPath().resolveSibling(chosen.getName() + ENDING);
    Thread.ofPlatform()
        .daemon()
        .name("poster")
        .start(
            () -> {
              try {
                picture.writePng(file);
              } catch (IOException e) {
                FxThread.run(() -> failed.accept(new UncheckedIOException(e)));
              }
            });
  }
}
