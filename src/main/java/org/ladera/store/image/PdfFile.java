package org.ladera.store.image;

import static org.ladera.store.image.PageNumber.text;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A {@link VectorPicture} as a PDF of one page (ISO 32000-1). Letters are outlines; the same words
 * lie over them unseen, in a font that every reader has, so that they can be searched and copied.
 */
public final class PdfFile {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The mean advance of Helvetica, of its size: what is unseen is stretched to the true width. */
  private static final double ADVANCE = 0.5;

  private final PdfObjects objects = new PdfObjects();
  private final StringBuilder content = new StringBuilder();
  private final Map<String, String> states = new LinkedHashMap<>();
  private final Map<String, Integer> images = new LinkedHashMap<>();
  private final Map<String, Integer> shadings = new LinkedHashMap<>();

  private PdfFile() {}

  public static byte[] bytes(VectorPicture picture) throws IOException {
    return new PdfFile().page(picture);
  }

  private byte[] page(VectorPicture picture) throws IOException {
    // Points are counted from the top here and from the bottom there.
    content.append("1 0 0 -1 0 ").append(text(picture.height())).append(" cm\n");
    parts(picture.parts());
    int stream = objects.stream("", content.toString().getBytes(StandardCharsets.ISO_8859_1));
    int font =
        objects.add(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    int pages = objects.reserve();
    int page =
        objects.add(
            "<< /Type /Page /Parent "
                + pages
                + " 0 R /MediaBox [0 0 "
                + text(picture.width())
                + " "
                + text(picture.height())
                + "] /Contents "
                + stream
                + " 0 R /Resources << /Font << /F "
                + font
                + " 0 R >> /ExtGState << "
                + entries(states)
                + " >> /XObject << "
                + references(images)
                + " >> /Shading << "
                + references(shadings)
                + " >> >> >>");
    objects.write(pages, "<< /Type /Pages /Kids [" + page + " 0 R] /Count 1 >>");
    return objects.end(objects.add("<< /Type /Catalog /Pages " + pages + " 0 R >>"));
  }

  private void parts(List<VectorPicture.Part> parts) throws IOException {
    for (VectorPicture.Part part : parts) {
      switch (part) {
        case VectorPicture.Area area -> area(area.outline(), area.colour());
        case VectorPicture.Letters letters -> {
          area(letters.outline(), letters.colour());
          words(letters);
        }
        case VectorPicture.Stroke stroke -> stroke(stroke);
        case VectorPicture.Pixels pixels -> pixels(pixels);
        case VectorPicture.Within within -> {
          content.append("q\n");
          outline(within.outline());
          content.append(within.outline().evenOdd() ? "W* n\n" : "W n\n");
          parts(within.parts());
          content.append("Q\n");
        }
      }
    }
  }

  private void area(Outline outline, Colouring colour) {
    opacity(colour.opacity());
    switch (colour) {
      case Colouring.Plain plain -> {
        content.append(rgb(plain.rgb())).append(" rg\n");
        outline(outline);
        content.append(outline.evenOdd() ? "f*\n" : "f\n");
      }
      case Colouring.Along along -> {
        content.append("q\n");
        outline(outline);
        content.append(outline.evenOdd() ? "W* n\n/" : "W n\n/").append(shading(along));
        content.append(" sh\nQ\n");
      }
    }
  }

  private void stroke(VectorPicture.Stroke stroke) {
    VectorPicture.Pen pen = stroke.pen();
    opacity(stroke.colour().opacity());
    int rgb =
        switch (stroke.colour()) {
          case Colouring.Plain plain -> plain.rgb();
          // No line of the window has several colours.
          case Colouring.Along along -> along.stops().getFirst().rgb();
        };
    content.append(rgb(rgb)).append(" RG ").append(text(pen.width())).append(" w ");
    content.append(pen.cap().ordinal()).append(" J ").append(pen.join().ordinal()).append(" j ");
    content.append(text(Math.max(1, pen.miter()))).append(" M [");
    for (double dash : pen.dashes()) {
      content.append(text(dash)).append(' ');
    }
    content.append("] ").append(text(pen.offset())).append(" d\n");
    outline(stroke.outline());
    content.append("S\n");
  }

  /** What can be selected: it lies over the letters and is not painted. */
  private void words(VectorPicture.Letters letters) {
    String words = letters.words();
    if (words.isBlank() || letters.height() <= 0) {
      return;
    }
    double natural = ADVANCE * letters.height() * words.length();
    content.append("BT 3 Tr /F ").append(text(letters.height())).append(" Tf ");
    content.append(text(100 * letters.width() / natural)).append(" Tz 1 0 0 -1 ");
    content.append(text(letters.x())).append(' ').append(text(letters.y())).append(" Tm (");
    for (byte b : words.getBytes(WINDOWS)) {
      int c = b & 0xff;
      if (c == '(' || c == ')' || c == '\\') {
        content.append('\\');
      }
      content.append(c < ' ' ? ' ' : (char) c);
    }
    content.append(") Tj ET\n");
  }

  private void pixels(VectorPicture.Pixels pixels) throws IOException {
    byte[] colours = new byte[3 * pixels.argb().length];
    byte[] cover = new byte[pixels.argb().length];
    boolean opaque = true;
    for (int i = 0; i < cover.length; i++) {
      int argb = pixels.argb()[i];
      colours[3 * i] = (byte) (argb >> 16);
      colours[3 * i + 1] = (byte) (argb >> 8);
      colours[3 * i + 2] = (byte) argb;
      cover[i] = (byte) (argb >>> 24);
      opaque &= argb >>> 24 == 255;
    }
    String size =
        "/Type /XObject /Subtype /Image /BitsPerComponent 8 /Width "
            + pixels.wide()
            + " /Height "
            + pixels.high()
            + (pixels.smooth() ? " /Interpolate true" : "");
    String mask =
        opaque
            ? ""
            : " /SMask " + objects.stream(size + " /ColorSpace /DeviceGray", cover) + " 0 R";
    String name = "I" + images.size();
    images.put(name, objects.stream(size + " /ColorSpace /DeviceRGB" + mask, colours));
    opacity(pixels.opacity());
    // An image stands on the unit square from below.
    double[] p = pixels.place();
    content.append("q ");
    for (double number : new double[] {p[0], p[3], -p[1], -p[4], p[2] + p[1], p[5] + p[4]}) {
      content.append(text(number)).append(' ');
    }
    content.append("cm /").append(name).append(" Do Q\n");
  }

  private String shading(Colouring.Along along) {
    List<Colouring.Stop> stops = along.stops();
    StringBuilder functions = new StringBuilder();
    StringBuilder bounds = new StringBuilder();
    StringBuilder encode = new StringBuilder();
    for (int i = 1; i < stops.size(); i++) {
      functions.append("<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [");
      functions.append(rgb(stops.get(i - 1).rgb())).append("] /C1 [");
      functions.append(rgb(stops.get(i).rgb())).append("] >> ");
      bounds.append(i == 1 ? "" : text(stops.get(i - 1).offset()) + " ");
      encode.append("0 1 ");
    }
    String name = "S" + shadings.size();
    shadings.put(
        name,
        objects.add(
            "<< /ShadingType 2 /ColorSpace /DeviceRGB /Extend [true true] /Coords ["
                + String.join(
                    " ", text(along.x1()), text(along.y1()), text(along.x2()), text(along.y2()))
                + "] /Function << /FunctionType 3 /Domain [0 1"
                + "] /Functions ["
                + functions
                + "] /Bounds ["
                + bounds
                + "] /Encode ["
                + encode
                + "] >> >>"));
    return name;
  }

  private void opacity(double opacity) {
    String value = text(Math.clamp(opacity, 0, 1));
    String name = "G" + value.replace(".", "_");
    states.put(name, "<< /ca " + value + " /CA " + value + " >>");
    content.append('/').append(name).append(" gs\n");
  }

  private void outline(Outline outline) {
    outline.trace(
        (piece, points) -> {
          for (double number : points) {
            content.append(text(number)).append(' ');
          }
          content
              .append(
                  switch (piece) {
                    case MOVE -> 'm';
                    case LINE -> 'l';
                    case CURVE -> 'c';
                    case CLOSE -> 'h';
                  })
              .append('\n');
        });
  }

  private static String rgb(int rgb) {
    return String.join(
        " ",
        text((rgb >> 16 & 255) / 255.0),
        text((rgb >> 8 & 255) / 255.0),
        text((rgb & 255) / 255.0));
  }

  private static String entries(Map<String, String> named) {
    return named.entrySet().stream()
        .map(entry -> "/" + entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String references(Map<String, Integer> named) {
    return named.entrySet().stream()
        .map(entry -> "/" + entry.getKey() + " " + entry.getValue() + " 0 R")
        .collect(Collectors.joining(" "));
  }
}
