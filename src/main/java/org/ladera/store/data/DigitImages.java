package org.ladera.store.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.OneHot;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;

/** MNIST's files from a folder that the person names. */
public final class DigitImages {
  /** Which of the two pairs of files. */
  public enum Part {
    TRAIN("train"),
    TEST("t10k");

    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }
  }

  private static final int CLASSES = 10;
  private static final double WHITE = 255;

  private DigitImages() {}

  /**
   * The first images with their labels: pixels divided by 255 (which the data set's scaling says),
   * labels one-hot.
   *
   * @param most as many images at most, at least 1
   * @throws UnreadableData when a file is missing or damaged, or the two do not fit together
   */
  public static Dataset read(Path folder, Part part, int most) throws UnreadableData {
    if (most < 1) {
      throw new IllegalArgumentException("images: expected at least 1, found " + most);
    }
    Path imageFile = find(folder, part.prefix + "-images", "idx3-ubyte");
    Path labelFile = find(folder, part.prefix + "-labels", "idx1-ubyte");
    IdxFile images = IdxFile.read(imageFile, 3);
    IdxFile labels = IdxFile.read(labelFile, 1);
    if (labels.sizes()[0] != images.sizes()[0]) {
      throw UnreadableData.file(
          labelFile,
          "idx.count",
          "expected",
          String.valueOf(images.sizes()[0]),
          "found",
          String.valueOf(labels.sizes()[0]));
    }
    int count = Math.min(most, images.sizes()[0]);
    int pixels = images.sizes()[1] * images.sizes()[2];
    byte[] grey = images.values();
    return new Dataset(
        IntStream.rangeClosed(1, pixels).mapToObj(p -> "p" + p).toList(),
        IntStream.range(0, CLASSES).mapToObj(d -> "d" + d).toList(),
        MatrixView.generate(count, pixels, i -> (grey[i] & 0xFF) / WHITE),
        OneHot.of(classes(labelFile, labels, count), CLASSES),
        Scaling.dividedBy(pixels, WHITE),
        Scaling.none(CLASSES));
  }

  private static int[] classes(Path file, IdxFile labels, int count) throws UnreadableData {
    int[] classes = new int[count];
    for (int i = 0; i < count; i++) {
      classes[i] = labels.values()[i] & 0xFF;
      if (classes[i] >= CLASSES) {
        throw UnreadableData.at(
            file, 0, 0, String.valueOf(i + 1), "idx.label", "found", String.valueOf(classes[i]));
      }
    }
    return classes;
  }

  /** Published with a hyphen, unpacked by some programs with a point; plain before compressed. */
  private static Path find(Path folder, String name, String kind) throws UnreadableData {
    for (String ending : new String[] {"", ".gz"}) {
      for (String joint : new String[] {"-", "."}) {
        Path file = folder.resolve(name + joint + kind + ending);
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    throw UnreadableData.file(
        folder.toAbsolutePath().normalize(), "idx.none", "expected", name + "-" + kind);
  }
}
