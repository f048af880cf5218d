package org.ladera.store.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.Shape;
import org.ladera.store.data.ImageFolder;
import org.ladera.store.data.UnreadableData;
import org.ladera.store.lesson.LessonDraft;

/**
 * Pictures of a folder, grey and all of one size, as a laboratory takes them: they become IDX files
 * beside the document, so that it opens on any machine.
 *
 * @param side their rows and columns; 0: as they are
 * @param most so many to train on at most, and so many to test with
 * @param train values from 0 to 255, unscaled
 * @param test of the same size
 */
public record PictureChoice(
    Path folder, int side, int most, Dataset train, Optional<Dataset> test) {
  /** As many at first: enough to learn from, and read in a moment. */
  public static final int USUAL = 2000;

  private static final String WORDS = "[^\\p{L}\\p{N} ._-]";

  /** Pictures as they are where all have one size, else scaled to 28 × 28. */
  public static PictureChoice of(Path folder) throws UnreadableData {
    try {
      return read(folder, 0, USUAL);
    } catch (UnreadableData e) {
      if (!e.fault().key().equals("images.size") && !e.fault().key().equals("images.test-size")) {
        throw e;
      }
      return read(folder, 28, USUAL);
    }
  }

  /**
   * @throws UnreadableData where there are none, or sizes differ and {@code side} is 0
   */
  public static PictureChoice read(Path folder, int side, int most) throws UnreadableData {
    Dataset train = ImageFolder.grey(folder, ImageFolder.Part.TRAIN, most, side);
    Optional<Dataset> test = Optional.empty();
    if (ImageFolder.has(folder, ImageFolder.Part.TEST)) {
      test = Optional.of(ImageFolder.grey(folder, ImageFolder.Part.TEST, most, side));
      ImageFolder.checkAlike(folder, train, test.get());
    }
    return new PictureChoice(folder, side, most, train, test);
  }

  public Shape shape() {
    return train.images().orElseThrow();
  }

  /** A document that learns to tell the classes. */
  public LabDocument document() throws IOException {
    Shape shape = shape();
    Map<String, Object> images = new LinkedHashMap<>();
    images.put("shape", List.of(shape.rows(), shape.columns()));
    images.put(
        "classes", train.targets().stream().map(name -> name.replaceAll(WORDS, " ")).toList());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("images", images);
    data.put("folder", ".");
    if (test.isPresent()) {
      data.put("test", Map.of("examples", test.get().size()));
    }
    LabDocument document =
        NewLab.ofPictures(data, shape.size(), train.targets().size(), train.size());
    LessonDraft draft = with(document.draft(), "train", train);
    if (test.isPresent()) {
      draft = with(draft, "t10k", test.get());
    }
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    return NewLab.titled(document.with(draft), name);
  }

  private static LessonDraft with(LessonDraft draft, String part, Dataset data) throws IOException {
    Shape shape = data.images().orElseThrow();
    byte[] pixels = new byte[data.size() * shape.size()];
    byte[] labels = new byte[data.size()];
    double[] row = new double[shape.size()];
    for (int i = 0; i < data.size(); i++) {
      data.x().copyRows(i, 1, row, 0);
      for (int p = 0; p < row.length; p++) {
        pixels[i * row.length + p] = (byte) (int) row[p];
      }
      for (int c = 0; c < data.targets().size(); c++) {
        labels[i] = data.y().get(i, c) == 1 ? (byte) c : labels[i];
      }
    }
    return draft
        .withFile(
            part + "-images-idx3-ubyte.gz", idx(pixels, data.size(), shape.rows(), shape.columns()))
        .withFile(part + "-labels-idx1-ubyte.gz", idx(labels, data.size()));
  }

  /** A file of bytes in the IDX format, compressed. */
  private static byte[] idx(byte[] values, int... sizes) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(4 + 4 * sizes.length);
    head.put((byte) 0).put((byte) 0).put((byte) 8).put((byte) sizes.length);
    for (int size : sizes) {
      head.putInt(size);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(head.array());
      zip.write(values);
    }
    return bytes.toByteArray();
  }
}
