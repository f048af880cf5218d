package org.ladera.store.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.ladera.store.image.VectorPicture.Pen;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class VectorFilesTest {
  private static VectorPicture picture() {
    Outline triangle = new Outline();
    triangle.move(10, 20.12345);
    triangle.line(30, 20);
    triangle.curve(30, 30, 20, 40, 10, 40);
    triangle.close();
    Colouring red = new Colouring.Plain(0xff8000, 0.5);
    Colouring way =
        new Colouring.Along(
            0, 0, 100, 0, List.of(new Colouring.Stop(0, 0xff), new Colouring.Stop(1, 0xff00)), 1);
    int[] argb = {0xff102030, 0x80405060};
    return new VectorPicture(
        200,
        100,
        List.of(
            new VectorPicture.Area(triangle, way),
            new VectorPicture.Letters(triangle, red, "peso (w) < \u03b7 \\", 10, 40, 20, 12),
            new VectorPicture.Within(
                triangle,
                List.of(
                    new VectorPicture.Stroke(triangle, red, Pen.solid(2)),
                    new VectorPicture.Pixels(
                        2, 1, argb, new double[] {40, 0, 5, 0, 20, 7}, false, 1)))));
  }

  @Test
  void an_svg_has_every_part() throws Exception {
    Document svg =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(SvgFile.bytes(picture())));
    assertEquals("0 0 200 100", svg.getDocumentElement().getAttribute("viewBox"));
    var paths = svg.getElementsByTagName("path");
    assertEquals(4, paths.getLength());
    Element words = (Element) paths.item(1);
    assertEquals("peso (w) < \u03b7 \\", words.getAttribute("aria-label"));
    assertEquals("#ff8000", words.getAttribute("fill"));
    assertEquals("0.5", words.getAttribute("fill-opacity"));
    assertEquals("M10 20.123L30 20C30 30 20 40 10 40Z", words.getAttribute("d"));
    Element image = (Element) svg.getElementsByTagName("image").item(0);
    assertEquals("matrix(40 0 0 20 5 7)", image.getAttribute("transform"));
    String data = image.getAttribute("xlink:href");
    byte[] png = java.util.Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1));
    var pixels = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(0xff102030, pixels.getRGB(0, 0));
    assertEquals(0x80405060, pixels.getRGB(1, 0));
  }

  @Test
  void every_object_of_a_pdf_stands_where_its_table_says() throws Exception {
    byte[] bytes = PdfFile.bytes(picture());
    String file = new String(bytes, StandardCharsets.ISO_8859_1);
    int table = Integer.parseInt(file.substring(file.lastIndexOf("startxref") + 10).split("\n")[0]);
    assertEquals("xref", file.substring(table, table + 4));
    Matcher entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(file.substring(table));
    int number = 0;
    while (entries.find()) {
      number++;
      assertTrue(
          file.startsWith(number + " 0 obj\n", Integer.parseInt(entries.group(1))),
          "object " + number);
    }
    assertEquals(
        number,
        Pattern.compile("^\\d+ 0 obj$", Pattern.MULTILINE)
            .matcher(file.substring(0, table))
            .results()
            .count());
    assertTrue(file.contains("/MediaBox [0 0 200 100]"));
    String content = content(bytes, file);
    String outline = "10 20.123 m\n30 20 l\n30 30 20 40 10 40 c\nh\n";
    assertTrue(content.contains("1 0.502 0 rg\n" + outline + "f\n"), content);
    assertTrue(content.contains("(peso \\(w\\) < ? \\\\) Tj"), content);
    assertTrue(content.contains("q 40 0 0 -20 5 27 cm /I0 Do Q"), content);
    long saved = content.lines().filter(line -> line.equals("q") || line.startsWith("q ")).count();
    long restored = content.lines().filter(line -> line.endsWith("Q")).count();
    assertEquals(saved, restored);
  }

  /** Of the page: the stream that has letters in it. */
  private static String content(byte[] bytes, String file) throws Exception {
    Matcher streams = Pattern.compile("/Length (\\d+) >>\nstream\n").matcher(file);
    while (streams.find()) {
      int length = Integer.parseInt(streams.group(1));
      var packed = new ByteArrayInputStream(bytes, streams.end(), length);
      var out = new ByteArrayOutputStream();
      new InflaterInputStream(packed).transferTo(out);
      String text = out.toString(StandardCharsets.ISO_8859_1);
      if (text.contains(" Tj")) {
        return text;
      }
    }
    throw new AssertionError("no page");
  }
}
