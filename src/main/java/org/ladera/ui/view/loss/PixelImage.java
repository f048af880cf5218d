package org.ladera.ui.view.loss;

import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image whose pixels are computed elsewhere and handed over whole. FX thread only. */
public final class PixelImage {
  private int width;
  private int height;
  private IntBuffer target;
  private PixelBuffer<IntBuffer> buffer;
  private Image image;

  /** The image now, or null before the first pixels. */
  public Image image() {
    return image;
  }

  /** Takes premultiplied 0xAARRGGBB pixels, row-major; the array is not kept. */
  public void show(int[] pixels, int wide, int high) {
    if (image == null || wide != width || high != height) {
      width = wide;
      height = high;
      target = IntBuffer.allocate(wide * high);
      buffer = new PixelBuffer<>(wide, high, target, PixelFormat.getIntArgbPreInstance());
      image = new WritableImage(buffer);
    }
    System.arraycopy(pixels, 0, target.array(), 0, wide * high);
    buffer.updateBuffer(b -> null);
  }
}
