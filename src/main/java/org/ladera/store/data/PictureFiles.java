package org.ladera.store.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.store.data.ImageFolder.Part;
import org.ladera.store.image.Decoded;

/**
 * A folder for each class with a file for each picture, all of one size. With folders {@code train}
 * and {@code test} around them each part has its own.
 */
final class PictureFiles {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
  private static final int MOST_CLASSES = 100;
  private static final long MOST_BYTES = 20L << 20;

  /** Weights of red, green and blue in grey (ITU-R BT.601). */
  private static final double[] GREY = {0.299, 0.587, 0.114};

  private PictureFiles() {}

  static boolean has(Path folder, Part part) {
    return root(folder, part).map(PictureFiles::classes).filter(c -> c.size() >= 2).isPresent();
  }

  /**
   * Says of pictures that are of one class, or of none, how they have to lie; nothing where there
   * are none.
   */
  static void checkClasses(Path folder, Part part) throws UnreadableData {
    Path root = root(folder, part).orElse(folder);
    List<Path> classes = classes(root);
    if (classes.size() == 1) {
      String only = String.valueOf(classes.getFirst().getFileName());
      throw UnreadableData.file(root, "images.one-class", "found", only);
    }
    int loose = classes.isEmpty() ? pictures(root).size() : 0;
    if (loose > 0) {
      throw UnreadableData.file(root, "images.loose", "found", String.valueOf(loose));
    }
  }

  private static Optional<Path> root(Path folder, Part part) {
    Path own = folder.resolve(part == Part.TRAIN ? "train" : "test");
    if (Files.isDirectory(own)) {
      return Optional.of(own);
    }
    return part == Part.TRAIN ? Optional.of(folder) : Optional.empty();
  }

  /**
   * @param side of squares to which grey pictures are scaled; 0: as they are
   */
  static Dataset read(Path folder, Part part, int most, int channels, int side)
      throws UnreadableData {
    Path root = root(folder, part).orElseThrow();
    List<Path> classes = classes(root);
    if (classes.size() > MOST_CLASSES) {
      throw UnreadableData.file(root, "images.many-classes", "limit", "" + MOST_CLASSES);
    }
    List<List<Path>> files = classes.stream().map(PictureFiles::pictures).toList();
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    List<Integer> labels = new ArrayList<>();
    Shape shape = null;
    int longest = files.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest && labels.size() < most; i++) {
      for (int c = 0; c < files.size() && labels.size() < most; c++) {
        if (i < files.get(c).size()) {
          shape =
              side == 0
                  ? add(files.get(c).get(i), channels, shape, pixels)
                  : scaled(files.get(c).get(i), side, pixels);
          labels.add(c);
        }
      }
    }
    return Dataset.ofImages(
        java.util.Objects.requireNonNull(shape),
        classes.stream().map(c -> String.valueOf(c.getFileName())).toList(),
        pixels.toByteArray(),
        labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Folders with a picture in them; those with numbers as names in the order of the numbers. */
  private static List<Path> classes(Path folder) {
    return list(folder).stream()
        .filter(Files::isDirectory)
        .filter(inside -> !pictures(inside).isEmpty())
        .sorted(
            Comparator.comparingLong(PictureFiles::number)
                .thenComparing(p -> String.valueOf(p.getFileName())))
        .toList();
  }

  private static long number(Path folder) {
    String name = String.valueOf(folder.getFileName());
    return name.matches("\\d{1,9}") ? Long.parseLong(name) : Long.MAX_VALUE;
  }

  private static List<Path> pictures(Path folder) {
    return list(folder).stream().filter(PictureFiles::isPicture).sorted().toList();
  }

  static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && Files.isRegularFile(file);
  }

  /** What cannot be listed has nothing that could be shown. */
  private static List<Path> list(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  private static Shape add(
      Path file, int channels, @Nullable Shape expected, ByteArrayOutputStream pixels)
      throws UnreadableData {
    Decoded image = decoded(file);
    Shape shape = new Shape(channels, image.height(), image.width());
    if (expected != null && !expected.equals(shape)) {
      throw UnreadableData.inFolder(
          file, "images.size", "found", shape.toString(), "expected", expected.toString());
    }
    for (int channel = 0; channel < channels; channel++) {
      int shift = 16 - 8 * channel;
      for (int rgb : image.rgb()) {
        pixels.write(channels == 1 ? grey(rgb) : rgb >> shift & 0xFF);
      }
    }
    return shape;
  }

  private static Shape scaled(Path file, int side, ByteArrayOutputStream pixels)
      throws UnreadableData {
    Decoded image = decoded(file);
    double[] grey = new double[image.rgb().length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = grey(image.rgb()[i]);
    }
    pixels.writeBytes(GreyPicture.resized(grey, image.height(), image.width(), side));
    return new Shape(1, side, side);
  }

  private static Decoded decoded(Path file) throws UnreadableData {
    return Optional.of(file)
        .filter(PictureFiles::isSmall)
        .flatMap(Decoded::read)
        .orElseThrow(() -> UnreadableData.inFolder(file, "images.unreadable"));
  }

  private static boolean isSmall(Path file) {
    return file.toFile().length() <= MOST_BYTES;
  }

  private static int grey(int rgb) {
    double sum = 0;
    for (int channel = 0; channel < GREY.length; channel++) {
      sum += GREY[channel] * (rgb >> 16 - 8 * channel & 0xFF);
    }
    return (int) Math.round(sum);
  }
}
