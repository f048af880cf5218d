package org.ladera.ui.window;

import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import org.ladera.store.image.Picture;

/** A part of the window as a picture. FX thread only. */
final class Snapshot {
  private Snapshot() {}

  /**
   * @param scale how many pixels for each of the screen, across and down
   */
  static WritableImage image(Node node, int scale) {
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(new Scale(scale, scale));
    return node.snapshot(how, null);
  }

  /**
   * @param scale how many pixels for each of the screen, across and down
   */
  static Picture of(Node node, int scale) {
    WritableImage image = image(node, scale);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Picture(width, height, pixels);
  }
}
