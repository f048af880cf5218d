package org.ladera.store.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A picture of opaque pixels.
 *
 * @param pixels (height × width) row by row, each 0xRRGGBB with anything in the top byte; not to be
 *     modified
 */
public record Picture(int width, int height, int[] pixels) {
  public Picture {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          width + " x " + height + " pixels, found " + pixels.length);
    }
  }

  /** Writes it as PNG; an existing file is replaced. */
  public void writePng(Path file) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    try (var out = Files.newOutputStream(file)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException("no PNG writer in this Java");
      }
    }
  }
}
