package org.ladera.store.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture from a file: PNG, JPEG, GIF or BMP.
 *
 * @param rgb (height × width) row by row, red in bits 16 to 23, green in 8 to 15, blue in 0 to 7
 */
public record Decoded(int width, int height, int[] rgb) {
  /** The picture; empty where the file is none. */
  public static Optional<Decoded> read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        return Optional.empty();
      }
      int width = image.getWidth();
      int height = image.getHeight();
      return Optional.of(
          new Decoded(width, height, image.getRGB(0, 0, width, height, null, 0, width)));
    } catch (IOException | RuntimeException damaged) {
      // Decoders answer damaged files with exceptions of many kinds.
      return Optional.empty();
    }
  }
}
