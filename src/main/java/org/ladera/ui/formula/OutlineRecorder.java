package org.ladera.ui.formula;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import org.jfree.fx.FXGraphics2D;

/**
 * A drawing surface that keeps what is drawn on it as paths instead of drawing it. Glyphs are taken
 * as outlines, so no font has to be registered and every zoom is crisp.
 */
final class OutlineRecorder extends FXGraphics2D {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Map<Ink, StringBuilder> paths = new EnumMap<>(Ink.class);
  private Font font = new Font(Font.SERIF, Font.PLAIN, 12);

  OutlineRecorder() {
    super(new Canvas(1, 1).getGraphicsContext2D());
  }

  List<Typeset.Outline> outlines() {
    List<Typeset.Outline> outlines = new ArrayList<>();
    paths.forEach((ink, path) -> outlines.add(new Typeset.Outline(ink, path.toString())));
    return outlines;
  }

  @Override
  public Font getFont() {
    return font;
  }

  @Override
  public void setFont(Font other) {
    if (other != null) {
      font = other;
    }
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return EXACT;
  }

  @Override
  public void drawString(String text, int x, int y) {
    drawString(text, (float) x, (float) y);
  }

  @Override
  public void drawString(String text, float x, float y) {
    drawGlyphVector(font.createGlyphVector(EXACT, text), x, y);
  }

  @Override
  public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
    fill(glyphs.getOutline(x, y));
  }

  @Override
  public void draw(Shape shape) {
    fill(getStroke().createStrokedShape(shape));
  }

  @Override
  public void drawLine(int x1, int y1, int x2, int y2) {
    draw(new java.awt.geom.Line2D.Double(x1, y1, x2, y2));
  }

  @Override
  public void fillRect(int x, int y, int width, int height) {
    fill(new java.awt.Rectangle(x, y, width, height));
  }

  @Override
  public void fill(Shape shape) {
    Ink ink = Ink.ofMarker(getColor().getRGB());
    append(
        shape.getPathIterator(getTransform()),
        paths.computeIfAbsent(ink, k -> new StringBuilder()));
  }

  private static void append(PathIterator path, StringBuilder svg) {
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> points(svg, 'M', c, 2);
        case PathIterator.SEG_LINETO -> points(svg, 'L', c, 2);
        case PathIterator.SEG_QUADTO -> points(svg, 'Q', c, 4);
        case PathIterator.SEG_CUBICTO -> points(svg, 'C', c, 6);
        default -> svg.append('Z');
      }
    }
  }

  /** One decimal: a thousandth of an em is far below what any screen resolves. */
  private static void points(StringBuilder svg, char command, double[] c, int count) {
    svg.append(command);
    for (int i = 0; i < count; i++) {
      long tenths = Math.round(c[i] * 10);
      if (i > 0) {
        svg.append(' ');
      }
      if (tenths < 0) {
        svg.append('-');
      }
      long size = Math.abs(tenths);
      svg.append(size / 10);
      if (size % 10 != 0) {
        svg.append('.').append(size % 10);
      }
    }
  }
}
