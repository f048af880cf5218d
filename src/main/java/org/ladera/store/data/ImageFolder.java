package org.ladera.store.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ladera.engine.data.Dataset;

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
    if (most < 1) {
      throw new IllegalArgumentException("images: expected at least 1, found " + most);
    }
    if (!Files.isDirectory(folder)) {
      throw UnreadableData.file(folder.toAbsolutePath().normalize(), "images.no-folder");
    }
    return PictureFiles.has(folder, part)
        ? PictureFiles.read(folder, part, most, channels)
        : IdxImages.read(folder, part, most);
  }
}
