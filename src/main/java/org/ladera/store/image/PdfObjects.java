package org.ladera.store.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The numbered objects of a PDF file and the table of where each begins (ISO 32000-1, 7.5). */
final class PdfObjects {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<Integer> places = new ArrayList<>();

  PdfObjects() {
    // Bytes above 127 tell programs that copy files that this one is no text.
    put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
  }

  /** Keeps a number for an object that is written later. */
  int reserve() {
    places.add(-1);
    return places.size();
  }

  /** Writes an object and gives its number. */
  int add(String body) {
    int number = reserve();
    write(number, body);
    return number;
  }

  void write(int number, String body) {
    places.set(number - 1, file.size());
    put(number + " 0 obj\n" + body + "\nendobj\n");
  }

  /**
   * Writes a compressed stream and gives its number.
   *
   * @param entries of its dictionary
   */
  int stream(String entries, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(content);
    } finally {
      deflater.end();
    }
    int number = reserve();
    places.set(number - 1, file.size());
    put(number + " 0 obj\n<< " + entries + " /Filter /FlateDecode /Length " + packed.size());
    put(" >>\nstream\n");
    packed.writeTo(file);
    put("\nendstream\nendobj\n");
    return number;
  }

  /** The whole file. */
  byte[] end(int catalog) {
    int table = file.size();
    put("xref\n0 " + (places.size() + 1) + "\n0000000000 65535 f \n");
    for (int place : places) {
      put(String.format(Locale.ROOT, "%010d 00000 n \n", place));
    }
    put("trailer\n<< /Size " + (places.size() + 1) + " /Root " + catalog + " 0 R >>\n");
    put("startxref\n" + table + "\n%%EOF\n");
    return file.toByteArray();
  }

  private void put(String text) {
    file.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
