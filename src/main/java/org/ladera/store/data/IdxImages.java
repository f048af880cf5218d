package org.ladera.store.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.store.data.ImageFolder.Part;

/** MNIST's files, wherever the usual programs leave them in a folder. */
final class IdxImages {
  /** The classes of MNIST. */
  static final int DIGITS = 10;

  private IdxImages() {}

  static boolean has(Path folder, Part part) {
    try {
      find(folder, prefix(part) + "-images", "idx3-ubyte");
      return true;
    } catch (UnreadableData none) {
      return false;
    }
  }

  private static String prefix(Part part) {
    return part == Part.TRAIN ? "train" : "t10k";
  }

  static Dataset read(Path folder, Part part, int most, int count) throws UnreadableData {
    String prefix = prefix(part);
    Path imageFile = find(folder, prefix + "-images", "idx3-ubyte");
    Path labelFile = find(folder, prefix + "-labels", "idx1-ubyte");
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
    int taken = Math.min(most, images.sizes()[0]);
    Shape shape = new Shape(1, images.sizes()[1], images.sizes()[2]);
    byte[] grey =
        taken == images.sizes()[0]
            ? images.values()
            : Arrays.copyOf(images.values(), taken * shape.size());
    return Dataset.ofImages(
        shape,
        IntStream.range(0, count).mapToObj(String::valueOf).toList(),
        () -> grey,
        classes(labelFile, labels, taken, count));
  }

  private static int[] classes(Path file, IdxFile labels, int taken, int count)
      throws UnreadableData {
    int[] classes = new int[taken];
    for (int i = 0; i < taken; i++) {
      classes[i] = labels.values()[i] & 0xFF;
      if (classes[i] >= count) {
        throw UnreadableData.at(
            file,
            0,
            0,
            String.valueOf(i + 1),
            "idx.label",
            "found",
            String.valueOf(classes[i]),
            "most",
            String.valueOf(count - 1));
      }
    }
    return classes;
  }

  /**
   * Published with a hyphen, unpacked by some programs with a point, by others into a folder of the
   * same name; plain before compressed. torchvision puts them into MNIST/raw.
   */
  private static Path find(Path folder, String name, String kind) throws UnreadableData {
    for (String inside : List.of("", "raw", "MNIST/raw")) {
      for (String ending : List.of("", ".gz")) {
        for (String joint : List.of("-", ".")) {
          Path file = folder.resolve(inside).resolve(name + joint + kind + ending);
          if (Files.isRegularFile(file)) {
            return file;
          }
          if (Files.isDirectory(file)) {
            return find(file, name, kind);
          }
        }
      }
    }
    throw UnreadableData.file(
        folder.toAbsolutePath().normalize(), "idx.none", "expected", name + "-" + kind);
  }
}
