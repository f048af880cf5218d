package org.ladera.store.python;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ladera.engine.matrix.MatrixView;

/** NumPy's own files: an array of doubles as {@code .npy}, several by name as {@code .npz}. */
public final class NpyFile {
  private static final int BLOCK = 64;
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2000, 1, 1, 0, 0);

  private NpyFile() {}

  /** The format 1.0 of NEP 1: magic, header padded to 64 bytes, little-endian doubles by rows. */
  static byte[] array(MatrixView matrix) {
    String header =
        "{'descr': '<f8', 'fortran_order': False, 'shape': ("
            + matrix.rows()
            + ", "
            + matrix.columns()
            + "), }";
    int length = (10 + header.length() + 1 + BLOCK - 1) / BLOCK * BLOCK - 10;
    ByteBuffer out =
        ByteBuffer.allocate(10 + length + 8 * matrix.size()).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 1)
        .put((byte) 0);
    out.putShort((short) length);
    out.put(
        (header + " ".repeat(length - header.length() - 1) + "\n")
            .getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < matrix.size(); i++) {
      out.putDouble(matrix.get(i));
    }
    return out.array();
  }

  /** Arrays by their names, in their order. */
  public static byte[] archive(Map<String, MatrixView> arrays) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, MatrixView> array : arrays.entrySet()) {
        ZipEntry entry = new ZipEntry(array.getKey() + ".npy");
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(array(array.getValue()));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
