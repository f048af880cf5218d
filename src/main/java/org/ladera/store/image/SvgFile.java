package org.ladera.store.image;

import static org.ladera.store.image.PageNumber.text;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A {@link VectorPicture} as Scalable Vector Graphics 1.1. Letters are outlines, with their words
 * as {@code aria-label}: any program shows them as the window does, without its fonts.
 */
public final class SvgFile {
  private final XMLStreamWriter out;
  private int names;

  private SvgFile(XMLStreamWriter out) {
    this.out = out;
  }

  public static byte[] bytes(VectorPicture picture) throws IOException {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      new SvgFile(out).page(picture);
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void page(VectorPicture picture) throws XMLStreamException, IOException {
    String width = text(picture.width());
    String height = text(picture.height());
    out.writeStartElement("svg");
    out.writeDefaultNamespace("http://www.w3.org/2000/svg");
    out.writeNamespace("xlink", "http://www.w3.org/1999/xlink");
    out.writeAttribute("width", width);
    out.writeAttribute("height", height);
    out.writeAttribute("viewBox", "0 0 " + width + " " + height);
    parts(picture.parts());
    out.writeEndElement();
  }

  private void parts(List<VectorPicture.Part> parts) throws XMLStreamException, IOException {
    for (VectorPicture.Part part : parts) {
      switch (part) {
        case VectorPicture.Area area -> area(area.outline(), area.colour(), "");
        case VectorPicture.Letters letters ->
            area(letters.outline(), letters.colour(), letters.words());
        case VectorPicture.Stroke stroke -> stroke(stroke);
        case VectorPicture.Pixels pixels -> pixels(pixels);
        case VectorPicture.Within within -> within(within);
      }
    }
  }

  private void area(Outline outline, Colouring colour, String words) throws XMLStreamException {
    String fill = paint(colour);
    out.writeEmptyElement("path");
    out.writeAttribute("d", data(outline));
    out.writeAttribute("fill", fill);
    opacity("fill-opacity", colour.opacity());
    if (outline.evenOdd()) {
      out.writeAttribute("fill-rule", "evenodd");
    }
    if (!words.isBlank()) {
      out.writeAttribute("aria-label", shown(words));
    }
  }

  private void stroke(VectorPicture.Stroke stroke) throws XMLStreamException {
    String paint = paint(stroke.colour());
    VectorPicture.Pen pen = stroke.pen();
    out.writeEmptyElement("path");
    out.writeAttribute("d", data(stroke.outline()));
    out.writeAttribute("fill", "none");
    out.writeAttribute("stroke", paint);
    opacity("stroke-opacity", stroke.colour().opacity());
    out.writeAttribute("stroke-width", text(pen.width()));
    if (pen.cap() != VectorPicture.Cap.BUTT) {
      out.writeAttribute("stroke-linecap", pen.cap().name().toLowerCase(Locale.ROOT));
    }
    if (pen.join() == VectorPicture.Join.MITER) {
      out.writeAttribute("stroke-miterlimit", text(pen.miter()));
    } else {
      out.writeAttribute("stroke-linejoin", pen.join().name().toLowerCase(Locale.ROOT));
    }
    if (pen.dashes().length > 0) {
      StringBuilder dashes = new StringBuilder();
      for (double dash : pen.dashes()) {
        dashes.append(dashes.isEmpty() ? "" : " ").append(text(dash));
      }
      out.writeAttribute("stroke-dasharray", dashes.toString());
      out.writeAttribute("stroke-dashoffset", text(pen.offset()));
    }
  }

  private void pixels(VectorPicture.Pixels pixels) throws XMLStreamException, IOException {
    BufferedImage image =
        new BufferedImage(pixels.wide(), pixels.high(), BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, pixels.wide(), pixels.high(), pixels.argb(), 0, pixels.wide());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", png)) {
      throw new IOException("no PNG writer in this Java");
    }
    double[] p = pixels.place();
    out.writeEmptyElement("image");
    out.writeAttribute("width", "1");
    out.writeAttribute("height", "1");
    out.writeAttribute("preserveAspectRatio", "none");
    out.writeAttribute(
        "transform",
        "matrix("
            + String.join(
                " ", text(p[0]), text(p[3]), text(p[1]), text(p[4]), text(p[2]), text(p[5]))
            + ")");
    opacity("opacity", pixels.opacity());
    if (!pixels.smooth()) {
      out.writeAttribute("image-rendering", "pixelated");
    }
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    out.writeAttribute("http://www.w3.org/1999/xlink", "href", data);
  }

  private void within(VectorPicture.Within within) throws XMLStreamException, IOException {
    String name = "clip" + ++names;
    out.writeStartElement("clipPath");
    out.writeAttribute("id", name);
    out.writeEmptyElement("path");
    out.writeAttribute("d", data(within.outline()));
    if (within.outline().evenOdd()) {
      out.writeAttribute("clip-rule", "evenodd");
    }
    out.writeEndElement();
    out.writeStartElement("g");
    out.writeAttribute("clip-path", "url(#" + name + ")");
    parts(within.parts());
    out.writeEndElement();
  }

  /** The paint; colours along a way are defined before the element that has them. */
  private String paint(Colouring colour) throws XMLStreamException {
    return switch (colour) {
      case Colouring.Plain plain -> hex(plain.rgb());
      case Colouring.Along along -> {
        String name = "way" + ++names;
        out.writeStartElement("linearGradient");
        out.writeAttribute("id", name);
        out.writeAttribute("gradientUnits", "userSpaceOnUse");
        out.writeAttribute("x1", text(along.x1()));
        out.writeAttribute("y1", text(along.y1()));
        out.writeAttribute("x2", text(along.x2()));
        out.writeAttribute("y2", text(along.y2()));
        for (Colouring.Stop stop : along.stops()) {
          out.writeEmptyElement("stop");
          out.writeAttribute("offset", text(stop.offset()));
          out.writeAttribute("stop-color", hex(stop.rgb()));
        }
        out.writeEndElement();
        yield "url(#" + name + ")";
      }
    };
  }

  private void opacity(String name, double opacity) throws XMLStreamException {
    if (opacity < 1) {
      out.writeAttribute(name, text(opacity));
    }
  }

  private static String hex(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb & 0xffffff);
  }

  /** Without signs that XML cannot hold. */
  private static String shown(String words) {
    return words
        .codePoints()
        .filter(c -> c >= ' ')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String data(Outline outline) {
    StringBuilder data = new StringBuilder();
    outline.trace(
        (piece, points) -> {
          data.append(
              switch (piece) {
                case MOVE -> 'M';
                case LINE -> 'L';
                case CURVE -> 'C';
                case CLOSE -> 'Z';
              });
          for (int i = 0; i < points.length; i++) {
            data.append(i == 0 ? "" : " ").append(text(points[i]));
          }
        });
    return data.toString();
  }
}
