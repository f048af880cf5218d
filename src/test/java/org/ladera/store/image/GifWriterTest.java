package org.ladera.store.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

final class GifWriterTest {
  private static final int W = 60;
  private static final int H = 40;

  @TempDir Path folder;

  @Test
  void everyFrameComesBackWithItsColours() throws IOException {
    Path file = folder.resolve("a.gif");
    Picture[] frames = {square(5), square(20), square(20), square(33)};
    try (GifWriter gif = new GifWriter(file, 7)) {
      for (Picture frame : frames) {
        gif.add(frame);
      }
    }
    int[] canvas = new int[W * H];
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
      reader.setInput(in);
      assertEquals(frames.length, reader.getNumImages(true));
      for (int f = 0; f < frames.length; f++) {
        draw(reader, f, canvas);
        for (int i = 0; i < canvas.length; i++) {
          assertEquals(
              Integer.toHexString(frames[f].pixels()[i]),
              Integer.toHexString(canvas[i]),
              "frame " + f + " pixel " + i);
        }
      }
    }
  }

  @Test
  void aPictureOfManyColoursStaysCloseToItself() throws IOException {
    int[] pixels = new int[256 * 256];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i % 256) << 16 | (i / 256) << 8 | (255 - i % 256);
    }
    boolean[] all = new boolean[pixels.length];
    Arrays.fill(all, true);
    GifPalette palette = GifPalette.of(pixels, all);
    double squares = 0;
    for (int pixel : pixels) {
      int near = palette.colour(palette.index(pixel) & 0xff);
      for (int shift = 0; shift <= 16; shift += 8) {
        int d = (pixel >> shift & 0xff) - (near >> shift & 0xff);
        squares += d * d;
      }
    }
    double rms = Math.sqrt(squares / pixels.length / 3);
    assertTrue(rms < 6, "root mean square error " + rms);
  }

  /** A dark square on white, with a soft edge of a few greys. */
  private static Picture square(int left) {
    int[] pixels = new int[W * H];
    Arrays.fill(pixels, 0xffffff);
    for (int y = 10; y < 30; y++) {
      for (int x = left; x < left + 20; x++) {
        int level = x == left ? 0xa0 : x == left + 19 ? 0x60 : 0x20;
        pixels[y * W + x] = level << 16 | level << 8 | 0xc0;
      }
    }
    return new Picture(W, H, pixels);
  }

  private static void draw(ImageReader reader, int frame, int[] canvas) throws IOException {
    BufferedImage image = reader.read(frame);
    Element descriptor = null;
    Element control = null;
    Node child =
        reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0").getFirstChild();
    for (; child != null; child = child.getNextSibling()) {
      switch (child.getNodeName()) {
        case "ImageDescriptor" -> descriptor = (Element) child;
        case "GraphicControlExtension" -> control = (Element) child;
        default -> {}
      }
    }
    assertEquals("7", control.getAttribute("delayTime"));
    int left = Integer.parseInt(descriptor.getAttribute("imageLeftPosition"));
    int top = Integer.parseInt(descriptor.getAttribute("imageTopPosition"));
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y);
        if (argb >>> 24 != 0) {
          canvas[(top + y) * W + left + x] = argb & 0xffffff;
        }
      }
    }
  }
}
