package org.ladera.store.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;

/**
 * Labelled pictures from a folder that a person names: MNIST's files in the IDX format, or a folder
 * of pictures for each class.
 */
public final class ImageFolder {
  /** Which of the two sets a folder has. */
  public enum Part {
    TRAIN,
    TEST
  }

  private ImageFolder() {}

  /**
   * The first pictures with their labels: values 0 to 255, one byte each, unscaled.
   *
   * @param most as many pictures at most, at least 1; of a folder for each class they are taken
   *     from all in turn
   * @param channels 1 grey, 3 red, green and blue; IDX files are grey
   * @throws UnreadableData when a file is missing or damaged, or files do not fit together
   */
  public static Dataset read(Path folder, Part part, int most, int channels) throws UnreadableData {
    return read(folder, part, most, channels, IdxImages.DIGITS);
  }

  /**
   * As above, of a known number of classes.
   *
   * @param classes how many an IDX file has; folders of pictures say so themselves
   */
  public static Dataset read(Path folder, Part part, int most, int channels, int classes)
      throws UnreadableData {
    check(folder, part, most);
    return PictureFiles.has(folder, part)
        ? PictureFiles.read(folder, part, most, channels, 0)
        : IdxImages.read(folder, part, most, classes);
  }

  /**
   * Grey pictures at a size that a person chooses.
   *
   * @param side rows and columns; 0: as they are, which all have to be alike
   */
  public static Dataset grey(Path folder, Part part, int most, int side) throws UnreadableData {
    check(folder, part, most);
    if (PictureFiles.has(folder, part)) {
      return PictureFiles.read(folder, part, most, 1, side);
    }
    Dataset own = IdxImages.read(folder, part, most, IdxImages.DIGITS);
    return side == 0 ? own : resized(own, side);
  }

  /**
   * Nothing where a folder has pictures to train on, or none at all.
   *
   * @throws UnreadableData when it has some that do not lie as they have to
   */
  public static void checkClasses(Path folder) throws UnreadableData {
    if (!has(folder, Part.TRAIN)) {
      PictureFiles.checkClasses(folder, Part.TRAIN);
    }
  }

  /** Whether a folder has pictures of that part. */
  public static boolean has(Path folder, Part part) {
    return PictureFiles.has(folder, part) || IdxImages.has(folder, part);
  }

  /**
   * @throws UnreadableData when pictures to test with have another size than those to train on
   */
  public static void checkAlike(Path folder, Dataset train, Dataset test) throws UnreadableData {
    Shape found = test.images().orElseThrow();
    Shape expected = train.images().orElseThrow();
    if (!found.equals(expected)) {
      throw UnreadableData.file(
          folder, "images.test-size", "found", found.toString(), "expected", expected.toString());
    }
  }

  /** Whether a file is a picture or one of MNIST's. */
  public static boolean isPicture(Path file) {
    return PictureFiles.isPicture(file)
        || String.valueOf(file.getFileName()).matches(".*[-.]idx[13]-ubyte(\\.gz)?");
  }

  private static Dataset resized(Dataset data, int side) {
    Shape shape = data.images().orElseThrow();
    Shape square = new Shape(1, side, side);
    byte[] pixels = new byte[data.size() * square.size()];
    double[] row = new double[shape.size()];
    for (int i = 0; i < data.size(); i++) {
      data.x().copyRows(i, 1, row, 0);
      byte[] small = GreyPicture.resized(row, shape.rows(), shape.columns(), side);
      System.arraycopy(small, 0, pixels, i * small.length, small.length);
    }
    return new Dataset(
        IntStream.rangeClosed(1, square.size()).mapToObj(i -> "p" + i).toList(),
        data.targets(),
        MatrixView.ofBytes(data.size(), square.size(), pixels),
        data.y(),
        Scaling.none(square.size()),
        data.targetScaling(),
        Optional.of(square));
  }

  private static void check(Path folder, Part part, int most) throws UnreadableData {
    if (most < 1) {
      throw new IllegalArgumentException("images: expected at least 1, found " + most);
    }
    if (!Files.isDirectory(folder)) {
      throw UnreadableData.file(folder.toAbsolutePath().normalize(), "images.no-folder");
    }
    if (!has(folder, part)) {
      PictureFiles.checkClasses(folder, part);
    }
  }
}
