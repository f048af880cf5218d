package org.ladera.ui.view.loss;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image whose pixels are computed elsewhere and handed over whole. FX thread only. */
public final class PixelImage {
  private int width = 1;
  private int height = 1;
  private IntBuffer target = IntBuffer.allocate(1);
  private PixelBuffer<IntBuffer> buffer = over(target, 1, 1);
  private Image image = new WritableImage(buffer);

  /** The image now; one empty pixel before the first. */
  public Image image() {
    return image;
  }

  /** Takes premultiplied 0xAARRGGBB pixels, row-major; the array is not kept. */
  public void show(int[] pixels, int wide, int high) {
    show(wide, high, target -> System.arraycopy(pixels, 0, target, 0, wide * high));
  }

  /**
   * The same of pixels that are written where they belong.
   *
   * @param writer overwrites all of its array
   */
  public void show(int wide, int high, Consumer<int[]> writer) {
    if (wide != width || high != height) {
      width = wide;
      height = high;
      target = IntBuffer.allocate(wide * high);
      buffer = over(target, wide, high);
      image = new WritableImage(buffer);
    }
    writer.accept(target.array());
    buffer.updateBuffer(b -> null);
  }

  private static PixelBuffer<IntBuffer> over(IntBuffer pixels, int wide, int high) {
    return new PixelBuffer<>(wide, high, pixels, PixelFormat.getIntArgbPreInstance());
  }
}
