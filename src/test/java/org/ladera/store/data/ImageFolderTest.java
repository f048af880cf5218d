package org.ladera.store.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.lesson.model.Fault;
import org.ladera.store.data.ImageFolder.Part;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Two images of 2 × 3 pixels, written here. */
class ImageFolderTest {
  private static final int[] PIXELS = {0, 255, 51, 102, 1, 254, 3, 4, 5, 6, 7, 8};

  @TempDir private Path folder;

  private static byte[] idx(int[] sizes, int... values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0x0800 | sizes.length);
      for (int size : sizes) {
        out.writeInt(size);
      }
      for (int value : values) {
        out.writeByte(value);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] images() throws IOException {
    return idx(new int[] {2, 2, 3}, PIXELS);
  }

  private static byte[] labels() throws IOException {
    return idx(new int[] {2}, 7, 0);
  }

  private static Dataset read(Path folder, Part part, int most) throws UnreadableData {
    Dataset raw = ImageFolder.read(folder, part, most, 1);
    return raw.scaled(Scaling.dividedBy(raw.x().columns(), 255), Scaling.none(10));
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private Fault fault() {
    Fault fault = assertThrows(UnreadableData.class, () -> read(folder, Part.TRAIN, 9)).fault();
    for (Language language : Language.values()) {
      assertTrue(fault.text(Messages.load(language)).contains(fault.file()));
    }
    return fault;
  }

  private static void assertIsTheTwoImages(Dataset data) {
    assertEquals(2, data.size());
    for (int i = 0; i < PIXELS.length; i++) {
      assertEquals(PIXELS[i] / 255.0, data.x().get(i));
      assertEquals(PIXELS[i], data.inputScaling().invert(i % 6, data.x().get(i)), 1e-12);
    }
    double[] classes = new double[20];
    classes[7] = 1;
    classes[10] = 1;
    assertArrayEquals(classes, data.y().toArray());
  }

  @Test
  void plainAndCompressedFilesGiveTheSame() throws Exception {
    write("train-images-idx3-ubyte", images());
    write("train-labels-idx1-ubyte", labels());
    assertIsTheTwoImages(read(folder, Part.TRAIN, 9));
    write("t10k-images-idx3-ubyte.gz", zipped(images()));
    write("t10k-labels.idx1-ubyte.gz", zipped(labels()));
    assertIsTheTwoImages(read(folder, Part.TEST, 2));
  }

  @Test
  void onlyAsManyAsAskedForAreTaken() throws Exception {
    write("train-images-idx3-ubyte", images());
    write("train-labels-idx1-ubyte", labels());
    assertEquals(1, read(folder, Part.TRAIN, 1).size());
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    assertEquals("idx.none", fault().key());
    write("train-images-idx3-ubyte", images());
    assertEquals("train-labels-idx1-ubyte", fault().values().get("expected"));
  }

  @Test
  void filesOfAnotherKindAreRefused() throws IOException {
    write("train-labels-idx1-ubyte", labels());
    write("train-images-idx3-ubyte", "this is a text, not an image".getBytes("US-ASCII"));
    assertEquals("idx.magic", fault().key());
    assertEquals("74 68 69 73", fault().values().get("found"));
    write("train-images-idx3-ubyte", labels());
    assertEquals("idx.magic", fault().key());
    assertEquals("00 00 08 01", fault().values().get("found"));
    assertEquals("00 00 08 03", fault().values().get("expected"));
    write("train-images-idx3-ubyte", new byte[0]);
    assertEquals("idx.empty", fault().key());
    assertEquals("00 00 08 03", fault().values().get("expected"));
  }

  /** Two classes are the least; what lies there instead is said. */
  @Test
  void picturesOfOneClassAndLoosePicturesAreToldApartFromNone() throws IOException {
    write("a.png", new byte[] {1});
    assertEquals("images.loose", fault().key());
    Files.createDirectory(folder.resolve("cat"));
    write("cat/a.png", new byte[] {1});
    assertEquals("images.one-class", fault().key());
    assertEquals("cat", fault().values().get("found"));
    Files.createDirectory(folder.resolve("dog"));
    write("dog/a.png", new byte[] {1});
    assertEquals("images.unreadable", fault().key());
    assertEquals("cat/a.png", fault().file());
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    write("train-labels-idx1-ubyte", labels());
    for (int length = 4; length < images().length; length++) {
      write("train-images-idx3-ubyte", Arrays.copyOf(images(), length));
      Fault fault = fault();
      assertEquals("idx.short", fault.key());
      assertEquals(String.valueOf(length), fault.values().get("found"));
    }
    byte[] packed = zipped(images());
    for (int length = 2; length < packed.length - 8; length++) {
      write("train-images-idx3-ubyte", Arrays.copyOf(packed, length));
      assertEquals("idx.gzip", fault().key());
    }
  }

  @Test
  void aFileThatPromisesMoreThanItHasCostsNoMoreMemoryThanItHas() throws IOException {
    write("train-labels-idx1-ubyte", labels());
    byte[] liar = idx(new int[] {200_000, 10, 100}, PIXELS);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (byte[] bytes : List.of(liar, zipped(liar))) {
      write("train-images-idx3-ubyte", bytes);
      long before = threads.getCurrentThreadAllocatedBytes();
      Fault fault = assertThrows(UnreadableData.class, () -> read(folder, Part.TRAIN, 9)).fault();
      assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 20_000_000);
      assertEquals("idx.short", fault.key());
      assertEquals(String.valueOf(liar.length), fault.values().get("found"));
      assertEquals("200000016", fault.values().get("expected"));
    }
  }

  /** More than there is room for at first. */
  @Test
  void manyImagesAreReadToTheLast() throws Exception {
    int[] pixels = IntStream.range(0, 2_500 * 1_000).map(i -> i * 31 >> 3 & 0xFF).toArray();
    write("train-images-idx3-ubyte", zipped(idx(new int[] {2_500, 10, 100}, pixels)));
    write("train-labels-idx1-ubyte", idx(new int[] {2_500}, new int[2_500]));
    MatrixView x = ImageFolder.read(folder, Part.TRAIN, 2_500, 1).x();
    assertArrayEquals(Arrays.stream(pixels).asDoubleStream().toArray(), x.toArray());
  }

  @Test
  void bytesAfterTheEndAreNoticed() throws IOException {
    write("train-labels-idx1-ubyte", labels());
    write("train-images-idx3-ubyte", Arrays.copyOf(images(), images().length + 1));
    assertEquals("idx.long", fault().key());
  }

  @Test
  void absurdSizesAreRefusedBeforeAnyMemoryIsTaken() throws IOException {
    write("train-labels-idx1-ubyte", labels());
    for (int[] sizes :
        new int[][] {{0, 2, 3}, {-1, -1, -1}, {60_000, 60_000, 60_000}, {200_000_000, 2, 1}}) {
      write("train-images-idx3-ubyte", idx(sizes));
      assertEquals("idx.size", fault().key());
    }
  }

  @Test
  void labelsHaveToFitTheImages() throws IOException {
    write("train-images-idx3-ubyte", images());
    write("train-labels-idx1-ubyte", idx(new int[] {3}, 1, 2, 3));
    assertEquals("idx.count", fault().key());
    write("train-labels-idx1-ubyte", idx(new int[] {2}, 1, 10));
    assertEquals("idx.label", fault().key());
    assertEquals("2", fault().field());
  }

  @Test
  void filesAreFoundWhereTheUsualProgramsLeaveThem() throws Exception {
    Path raw = Files.createDirectories(folder.resolve("MNIST/raw"));
    Files.write(raw.resolve("train-images-idx3-ubyte"), images());
    Path own = Files.createDirectories(raw.resolve("train-labels-idx1-ubyte"));
    Files.write(own.resolve("train-labels.idx1-ubyte"), zipped(labels()));
    assertIsTheTwoImages(read(folder, Part.TRAIN, 9));
  }

  private void picture(String name, int width, int height, int rgb) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 0, rgb);
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  @Test
  void aFolderForEachClassIsReadInTurn() throws Exception {
    picture("train/10/a.png", 3, 2, 0xFFFFFF);
    picture("train/2/a.png", 3, 2, 0x000000);
    picture("train/2/b.PNG", 3, 2, 0x808080);
    picture("test/10/a.png", 3, 2, 0xFFFFFF);
    picture("test/2/a.png", 3, 2, 0x102030);
    Dataset grey = ImageFolder.read(folder, Part.TRAIN, 99, 1);
    assertEquals(List.of("2", "10"), grey.targets());
    assertEquals(Optional.of(new Shape(1, 2, 3)), grey.images());
    assertArrayEquals(new double[] {1, 0, 0, 1, 1, 0}, grey.y().toArray());
    assertArrayEquals(
        new double[] {0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 128, 0, 0, 0, 0},
        grey.x().toArray());
    assertEquals(2, ImageFolder.read(folder, Part.TRAIN, 2, 1).size());
    Dataset coloured = ImageFolder.read(folder, Part.TEST, 1, 3);
    assertEquals(Optional.of(new Shape(3, 2, 3)), coloured.images());
    assertEquals(0x10, coloured.x().get(1));
    assertEquals(0x20, coloured.x().get(7));
    assertEquals(0x30, coloured.x().get(13));
  }

  @Test
  void aPictureOfAnotherSizeAndOneThatIsNoneAreNamed() throws Exception {
    picture("a/1.png", 3, 2, 0);
    picture("b/2.png", 2, 2, 0);
    assertEquals("images.size", fault().key());
    Files.writeString(folder.resolve("b/2.png"), "no picture");
    assertEquals("images.unreadable", fault().key());
  }

  @Test
  void aValueTakesAByte() throws Exception {
    write("train-images-idx3-ubyte", images());
    write("train-labels-idx1-ubyte", labels());
    assertEquals(PIXELS.length, read(folder, Part.TRAIN, 9).x().bytes());
  }
}
