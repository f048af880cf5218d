package org.ladera.store.python;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ladera.explain.comparison.GivenArray;

/** Reads NumPy's {@code .npy}: real numbers of any size and order, of at most two dimensions. */
final class NpyReader {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\{'descr': '([<>|=])([fiub])(\\d)', 'fortran_order': (True|False), "
              + "'shape': \\(([0-9, ]*)\\),? *\\}\\s*");
  private static final double SINGLE = 1e-6;

  private NpyReader() {}

  static GivenArray read(String name, byte[] bytes) throws UnreadableArrays {
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      in.position(6);
      int version = in.get();
      in.get();
      int length = version == 1 ? in.getShort() & 0xFFFF : in.getInt();
      byte[] header = new byte[Math.clamp(length, 0, in.remaining())];
      in.get(header);
      Matcher form = HEADER.matcher(new String(header, StandardCharsets.ISO_8859_1));
      if (!form.matches()) {
        throw new UnreadableArrays("type", "name", name);
      }
      in.order(form.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      String[] sides = form.group(5).isBlank() ? new String[0] : form.group(5).split(",");
      int[] shape = new int[] {1, 1};
      int dimensions = 0;
      for (String side : sides) {
        if (!side.isBlank()) {
          if (dimensions == 2) {
            throw new UnreadableArrays("dimensions", "name", name);
          }
          shape[dimensions++] = Integer.parseInt(side.strip());
        }
      }
      int rows = dimensions == 2 ? shape[0] : 1;
      int columns = dimensions == 2 ? shape[1] : shape[0];
      String type = form.group(2) + form.group(3);
      if ((long) rows * columns > in.remaining()) {
        throw new UnreadableArrays("damaged");
      }
      double[] values = new double[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(in, type, name);
      }
      double[] slack = new double[values.length];
      for (int i = 0; i < slack.length; i++) {
        slack[i] = type.equals("f4") ? SINGLE * Math.abs(values[i]) : 0;
      }
      GivenArray array = new GivenArray(name, rows, columns, values, slack);
      return form.group(4).equals("True") && dimensions == 2
          ? new GivenArray(name, columns, rows, values, slack).transposed()
          : array;
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableArrays("damaged");
    }
  }

  private static double value(ByteBuffer in, String type, String name) throws UnreadableArrays {
    return switch (type) {
      case "f8" -> in.getDouble();
      case "f4" -> in.getFloat();
      case "i8", "u8" -> in.getLong();
      case "i4", "u4" -> in.getInt();
      case "i2" -> in.getShort();
      case "i1", "u1", "b1" -> in.get();
      default -> throw new UnreadableArrays("type", "name", name);
    };
  }
}
