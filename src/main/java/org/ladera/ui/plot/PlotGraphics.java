package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.plot.LabelMemory;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Draws lines, marks and texts of a plot in the sizes and colours of one profile. */
public final class PlotGraphics {
  /** Which part of a text stands at the given x. */
  public enum Align {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** Dashes of reference lines. */
  public static final double[] REFERENCE = {2, 3};

  private static final double CAP_HEIGHT = 0.727;

  private static final double ASCENT = 0.74;
  private static final double DESCENT = 0.2;

  private final GraphicsContext g;
  private final Tokens tokens;
  private final @Nullable Consumer<Written> watch;
  private boolean tagging;
  private boolean axis;
  private final TextRuler ruler;
  private final double points;
  private final LabelMemory memory;
  private final PlotMarks marks = new PlotMarks();

  public PlotGraphics(GraphicsContext g, Tokens tokens) {
    this(g, tokens, null);
  }

  /**
   * @param watch is told of all words; null when nobody asks
   */
  public PlotGraphics(GraphicsContext g, Tokens tokens, @Nullable Consumer<Written> watch) {
    this(g, tokens, watch, new LabelMemory());
  }

  /**
   * @param memory of the labels of the drawing before
   */
  PlotGraphics(
      GraphicsContext g, Tokens tokens, @Nullable Consumer<Written> watch, LabelMemory memory) {
    this.memory = memory;
    this.g = g;
    this.tokens = tokens;
    this.watch = watch;
    ruler = new TextRuler(tokens);
    points = g.getTransform().getMxx();
  }

  /** For words that are not drawn by these graphics; {@code x} is their left end. */
  public void wrote(String text, double x, double base, double width, double px) {
    if (watch != null && !text.isBlank()) {
      double size = size(px);
      watch.accept(
          new Written(
              text,
              seen(new BoundingBox(x, base - ASCENT * size, width, (ASCENT + DESCENT) * size)),
              tagging,
              axis));
    }
  }

  /** In units of the canvas, which may have several points to each. */
  private Bounds seen(Bounds place) {
    Bounds b = g.getTransform().transform(place);
    return new BoundingBox(
        b.getMinX() / points, b.getMinY() / points, b.getWidth() / points, b.getHeight() / points);
  }

  /** The width of what is drawn on, in its own units. */
  public double across() {
    return g.getCanvas().getWidth() / points;
  }

  /** What in this drawing a text can be about. */
  public PlotMarks marks() {
    return marks;
  }

  /** Draws what says what an axis or a colour measures: it stands still while a run goes on. */
  public void axis(Runnable drawing) {
    axis = true;
    drawing.run();
    axis = false;
  }

  public Tokens tokens() {
    return tokens;
  }

  LabelMemory memory() {
    return memory;
  }

  /** For what these graphics have no word for. */
  public GraphicsContext context() {
    return g;
  }

  /** The centre of the pixel under {@code v}: lines of one pixel are sharp there. */
  public static double crisp(double v) {
    return Math.floor(v) + 0.5;
  }

  /** The width of a line in this profile. */
  public double stroke(double px) {
    return px * (tokens.scale() > 1 ? 1.5 : 1);
  }

  /** Dashes that suit the width of lines in this profile. */
  public double[] stroked(double... dashes) {
    double[] wide = dashes.clone();
    for (int i = 0; i < wide.length; i++) {
      wide[i] = stroke(dashes[i]);
    }
    return wide;
  }

  public void line(
      double x1, double y1, double x2, double y2, Color color, double px, double... dashes) {
    if (dashes.length == 0 && (x1 == x2 || y1 == y2)) {
      Edges.line(g, x1, y1, x2, y2, color, stroke(px));
      return;
    }
    g.setStroke(color);
    g.setLineWidth(stroke(px));
    g.setLineDashes(stroked(dashes));
    g.strokeLine(x1, y1, x2, y2);
    g.setLineDashes();
  }

  /** A filled disc with a rim of its own colour, drawn outside {@code r}. */
  public void disc(double x, double y, double r, Color fill, Color rim, double rimWidth) {
    double outer = r + stroke(rimWidth) / 2;
    if (watch != null) {
      Bounds place = new BoundingBox(x - outer, y - outer, 2 * outer, 2 * outer);
      watch.accept(new Written("", seen(place), false, axis));
    }
    g.setFill(fill);
    g.fillOval(x - r, y - r, 2 * r, 2 * r);
    g.setStroke(rim);
    g.setLineWidth(stroke(rimWidth));
    g.strokeOval(x - outer, y - outer, 2 * outer, 2 * outer);
  }

  public void ring(double x, double y, double r, Color color, double px) {
    g.setStroke(color);
    g.setLineWidth(stroke(px));
    g.strokeOval(x - r, y - r, 2 * r, 2 * r);
  }

  /** The pixel size of text of {@code px} in this profile. */
  public double size(double px) {
    return Type.size(tokens, px);
  }

  /** How far below the middle of a line its base line lies. */
  public double drop(double px) {
    return size(px) * CAP_HEIGHT / 2;
  }

  public double width(RichText text, double px, Type.Weight weight) {
    return ruler.starts(text, px, weight)[text.spans().size()];
  }

  public double width(String text, double px, Type.Weight weight) {
    return ruler.measure(text, Type.text(tokens, px, weight));
  }

  /** A plain text; {@code y} is its base line. */
  public void text(
      String text, double x, double y, double px, Type.Weight weight, Color color, Align align) {
    g.setFill(color);
    g.setFont(Type.text(tokens, px, weight));
    double w = width(text, px, weight);
    double left = Math.round(start(x, w, align));
    PlotLetters.fill(g, text, left, Math.round(y));
    wrote(text, left, y, w, px);
  }

  /**
   * A text with symbols; {@code y} is its base line. Symbols that have a meaning keep the colour of
   * that meaning, the rest takes {@code color}.
   */
  public void text(
      RichText text, double x, double y, double px, Type.Weight weight, Color color, Align align) {
    draw(text, start(x, width(text, px, weight), align), y, px, weight, color, true);
  }

  /** As {@link #text}, all of it in {@code color}. */
  public void plain(
      RichText text, double x, double y, double px, Type.Weight weight, Color color, Align align) {
    draw(text, start(x, width(text, px, weight), align), y, px, weight, color, false);
  }

  /** A plain text whose digits all have the width of a zero, so that columns of numbers align. */
  public void tabular(
      String text, double x, double y, double px, Type.Weight weight, Color color, Align align) {
    g.setFill(color);
    g.setFont(Type.text(tokens, px, weight));
    double digit = width("0", px, weight);
    double whole = tabularWidth(text, px, weight);
    double at = start(x, whole, align);
    wrote(text, at, y, whole, px);
    int from = 0;
    while (from < text.length()) {
      int to = from + 1;
      boolean number = Character.isDigit(text.charAt(from));
      while (!number && to < text.length() && !Character.isDigit(text.charAt(to))) {
        to++;
      }
      String part = text.substring(from, to);
      double w = width(part, px, weight);
      PlotLetters.fill(g, part, number ? at + (digit - w) / 2 : at, Math.round(y));
      at += number ? digit : w;
      from = to;
    }
  }

  /** The width of {@link #tabular}. */
  public double tabularWidth(String text, double px, Type.Weight weight) {
    return width(TextRuler.zeros(text), px, weight);
  }

  /** A text on the canvas colour, so that a line below it does not cross it. */
  public void onGround(
      RichText text, double x, double y, double px, Type.Weight weight, Color color, Align align) {
    Rectangle2D box = box(text, x, y, px, weight, align);
    g.setFill(tokens.canvas());
    g.fillRect(box.getMinX() - 2, box.getMinY(), box.getWidth() + 4, box.getHeight());
    plain(text, x, y, px, weight, color, align);
  }

  /** The words of a plain text in lines no wider than {@code width}, where the words allow it. */
  public List<String> wrapped(String text, double width, double px, Type.Weight weight) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || width(longer, px, weight) <= width) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
    }
    lines.add(line);
    return lines;
  }

  /** The text, cut so that it is no wider than {@code width}. */
  public RichText fitting(RichText text, double width, double px, Type.Weight weight) {
    RichText fit = text;
    while (!fit.spans().isEmpty() && width(fit, px, weight) > width) {
      fit = fit.shortened();
    }
    return fit;
  }

  /** Where {@link #text} would draw. */
  public Rectangle2D box(
      RichText text, double x, double y, double px, Type.Weight weight, Align align) {
    double w = width(text, px, weight);
    double size = size(px);
    return new Rectangle2D(start(x, w, align), y - size, w, size * 1.3);
  }

  /** A tag: canvas ground, one-pixel edge, radius 4; its middle left lies at (x, y). */
  public Rectangle2D tag(RichText text, double x, double y, Color color) {
    double w = width(text, 11, Type.Weight.MEDIUM) + 16;
    double h = size(11) + 9;
    double left = Math.round(x) + 0.5;
    double top = Math.round(y - h / 2) + 0.5;
    g.setFill(tokens.canvas());
    g.fillRoundRect(left, top, w, h, 8, 8);
    g.setStroke(tokens.separator());
    g.setLineWidth(1);
    g.strokeRoundRect(left, top, w, h, 8, 8);
    tagging = true;
    text(text, left + 8, y + drop(11), 11, Type.Weight.MEDIUM, color, Align.LEFT);
    tagging = false;
    return new Rectangle2D(left, top, w, h);
  }

  private static double start(double x, double width, Align align) {
    return switch (align) {
      case LEFT -> x;
      case CENTRE -> x - width / 2;
      case RIGHT -> x - width;
    };
  }

  private void draw(
      RichText text,
      double x,
      double y,
      double px,
      Type.Weight weight,
      Color color,
      boolean meanings) {
    double[] starts = ruler.starts(text, px, weight);
    for (int i = 0; i < text.spans().size(); i++) {
      RichText.Span span = text.spans().get(i);
      boolean stacked = text.isStacked(i) || (i + 1 < text.spans().size() && text.isStacked(i + 1));
      double apart = stacked ? size(px) * 0.1 : 0;
      double at = x + starts[i];
      g.setFont(ruler.font(span.style(), px, weight));
      switch (span.style()) {
        case TEXT -> {
          g.setFill(color);
          PlotLetters.fill(g, span.text(), at, Math.round(y));
        }
        case SYMBOL ->
            new SymbolPainter(g, ruler, tokens).draw(span.text(), at, y, px, color, meanings);
        case LOWERED -> {
          g.setFill(color);
          PlotLetters.fill(g, span.text(), at, Math.round(y) + size(px) * 0.2 + apart);
        }
        case RAISED -> {
          g.setFill(color);
          PlotLetters.fill(g, span.text(), at, Math.round(y) - size(px) * 0.35 - apart);
        }
        case RAISED_LOWERED -> {
          g.setFill(color);
          PlotLetters.fill(g, span.text(), at, Math.round(y) - size(px) * 0.22);
        }
      }
    }
    wrote(text.plain(), x, y, starts[text.spans().size()], px);
  }
}
