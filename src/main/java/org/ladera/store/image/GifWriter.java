package org.ladera.store.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an endless GIF frame by frame. Each frame holds only the rectangle that changed, unchanged
 * pixels in it are transparent, and its 255 colours are chosen for the changed ones: what stands
 * still stays exact and costs nothing.
 */
public final class GifWriter implements AutoCloseable {
  private static final String FORMAT = "javax_imageio_gif_image_1.0";
  private static final int TRANSPARENT = GifPalette.COLOURS;

  private final int hundredths;
  private final ImageWriter writer;
  private final ImageOutputStream out;
  private @Nullable Picture shown;

  /**
   * @param hundredths how long each frame is shown, in 1/100 s
   */
  public GifWriter(Path file, int hundredths) throws IOException {
    this.hundredths = hundredths;
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    Files.deleteIfExists(file);
    out = ImageIO.createImageOutputStream(file.toFile());
    if (out == null) {
      throw new IOException(file + ": cannot be written");
    }
    writer.setOutput(out);
    writer.prepareWriteSequence(null);
  }

  /** Adds a frame of the size of the first one. */
  public void add(Picture frame) throws IOException {
    add(frame, hundredths);
  }

  /** Adds a frame that is shown for another time, in 1/100 s. */
  public void add(Picture frame, int duration) throws IOException {
    if (shown != null && (frame.width() != shown.width() || frame.height() != shown.height())) {
      throw new IllegalArgumentException("frames of different sizes");
    }
    Change change = Change.between(shown, frame);
    GifPalette palette = GifPalette.of(change.pixels, change.changed);
    BufferedImage image = indexed(change, palette);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    metadata.setFromTree(FORMAT, tree(metadata, change, duration, shown == null));
    writer.writeToSequence(new IIOImage(image, null, metadata), null);
    shown = frame;
  }

  @Override
  public void close() throws IOException {
    try {
      writer.endWriteSequence();
    } finally {
      writer.dispose();
      out.close();
    }
  }

  private static BufferedImage indexed(Change change, GifPalette palette) {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < palette.size(); i++) {
      red[i] = (byte) (palette.colour(i) >> 16);
      green[i] = (byte) (palette.colour(i) >> 8);
      blue[i] = (byte) palette.colour(i);
    }
    IndexColorModel colours = new IndexColorModel(8, 256, red, green, blue, TRANSPARENT);
    byte[] indices = new byte[change.pixels.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = change.changed[i] ? palette.index(change.pixels[i]) : (byte) TRANSPARENT;
    }
    DataBuffer data = new DataBufferByte(indices, indices.length);
    return new BufferedImage(
        colours,
        Raster.createInterleavedRaster(
            data, change.width, change.height, change.width, 1, new int[] {0}, null),
        false,
        null);
  }

  private static IIOMetadataNode tree(
      IIOMetadata metadata, Change change, int duration, boolean first) {
    IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
    IIOMetadataNode descriptor = child(root, "ImageDescriptor");
    descriptor.setAttribute("imageLeftPosition", String.valueOf(change.left));
    descriptor.setAttribute("imageTopPosition", String.valueOf(change.top));
    IIOMetadataNode control = child(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(TRANSPARENT));
    control.setAttribute("delayTime", String.valueOf(duration));
    if (first) {
      IIOMetadataNode endless = new IIOMetadataNode("ApplicationExtension");
      endless.setAttribute("applicationID", "NETSCAPE");
      endless.setAttribute("authenticationCode", "2.0");
      endless.setUserObject(new byte[] {1, 0, 0});
      child(root, "ApplicationExtensions").appendChild(endless);
    }
    return root;
  }

  private static IIOMetadataNode child(IIOMetadataNode root, String name) {
    for (int i = 0; i < root.getLength(); i++) {
      if (root.item(i).getNodeName().equals(name)) {
        return (IIOMetadataNode) root.item(i);
      }
    }
    IIOMetadataNode node = new IIOMetadataNode(name);
    root.appendChild(node);
    return node;
  }

  /** The smallest rectangle with everything that differs; one pixel when nothing does. */
  private record Change(int left, int top, int width, int height, int[] pixels, boolean[] changed) {
    static Change between(@Nullable Picture before, Picture now) {
      int w = now.width();
      int left = w;
      int right = -1;
      int top = now.height();
      int bottom = -1;
      for (int i = 0; i < now.pixels().length; i++) {
        if (differs(before, now, i)) {
          left = Math.min(left, i % w);
          right = Math.max(right, i % w);
          top = Math.min(top, i / w);
          bottom = i / w;
        }
      }
      if (right < 0) {
        return new Change(0, 0, 1, 1, new int[1], new boolean[1]);
      }
      int width = right - left + 1;
      int height = bottom - top + 1;
      int[] pixels = new int[width * height];
      boolean[] changed = new boolean[width * height];
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int from = (top + y) * w + left + x;
          pixels[y * width + x] = now.pixels()[from];
          changed[y * width + x] = differs(before, now, from);
        }
      }
      return new Change(left, top, width, height, pixels, changed);
    }

    private static boolean differs(@Nullable Picture before, Picture now, int i) {
      return before == null || ((before.pixels()[i] ^ now.pixels()[i]) & 0xffffff) != 0;
    }
  }
}
