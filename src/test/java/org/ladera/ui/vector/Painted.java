package org.ladera.ui.vector;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.ladera.store.image.Colouring;
import org.ladera.store.image.Outline;
import org.ladera.store.image.VectorPicture;
import org.ladera.store.image.VectorPicture.Part;

/** A vector picture painted by another toolkit, to be held against what the window shows. */
public final class Painted {
  private Painted() {}

  public static BufferedImage of(VectorPicture picture) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(picture.width()),
            (int) Math.round(picture.height()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    paint(picture.parts(), g);
    g.dispose();
    return image;
  }

  private static void paint(List<Part> parts, Graphics2D g) {
    for (Part part : parts) {
      switch (part) {
        case VectorPicture.Area area -> fill(area.outline(), area.colour(), g);
        case VectorPicture.Letters letters -> fill(letters.outline(), letters.colour(), g);
        case VectorPicture.Stroke line -> {
          VectorPicture.Pen pen = line.pen();
          float[] dashes = new float[pen.dashes().length];
          for (int i = 0; i < dashes.length; i++) {
            dashes[i] = (float) pen.dashes()[i];
          }
          g.setColor(color(line.colour()));
          g.setStroke(
              new BasicStroke(
                  (float) pen.width(),
                  pen.cap().ordinal(),
                  pen.join().ordinal(),
                  (float) pen.miter(),
                  dashes.length == 0 ? null : dashes,
                  (float) pen.offset()));
          g.draw(shape(line.outline()));
        }
        case VectorPicture.Pixels pixels -> {
          BufferedImage image =
              new BufferedImage(pixels.wide(), pixels.high(), BufferedImage.TYPE_INT_ARGB);
          image.setRGB(0, 0, pixels.wide(), pixels.high(), pixels.argb(), 0, pixels.wide());
          double[] p = pixels.place();
          AffineTransform to = new AffineTransform(p[0], p[3], p[1], p[4], p[2], p[5]);
          to.scale(1.0 / pixels.wide(), 1.0 / pixels.high());
          g.drawImage(image, to, null);
        }
        case VectorPicture.Within within -> {
          Shape before = g.getClip();
          g.clip(shape(within.outline()));
          paint(within.parts(), g);
          g.setClip(before);
        }
      }
    }
  }

  private static void fill(Outline outline, Colouring colour, Graphics2D g) {
    g.setColor(color(colour));
    g.fill(shape(outline));
  }

  private static Color color(Colouring colour) {
    int rgb =
        switch (colour) {
          case Colouring.Plain plain -> plain.rgb();
          case Colouring.Along along -> along.stops().getFirst().rgb();
        };
    return new Color(rgb & 0xffffff | (int) Math.round(colour.opacity() * 255) << 24, true);
  }

  private static Shape shape(Outline outline) {
    Path2D path = new Path2D.Double();
    path.setWindingRule(outline.evenOdd() ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
    outline.trace(
        (piece, p) -> {
          switch (piece) {
            case MOVE -> path.moveTo(p[0], p[1]);
            case LINE -> path.lineTo(p[0], p[1]);
            case CURVE -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
            case CLOSE -> path.closePath();
          }
        });
    return path;
  }
}
