package org.ladera.ui.vector;

import com.sun.javafx.font.PGFont;
import com.sun.javafx.geom.Path2D;
import com.sun.javafx.geom.Shape;
import com.sun.javafx.scene.text.TextLayout;
import com.sun.javafx.sg.prism.GrowableDataBuffer;
import com.sun.javafx.sg.prism.NGCanvas;
import com.sun.javafx.tk.Toolkit;
import com.sun.prism.Image;
import com.sun.prism.paint.Color;
import com.sun.prism.paint.Paint;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.ladera.store.image.Colouring;
import org.ladera.store.image.Outline;
import org.ladera.store.image.VectorPicture;
import org.ladera.store.image.VectorPicture.Cap;
import org.ladera.store.image.VectorPicture.Join;
import org.ladera.store.image.VectorPicture.Part;
import org.ladera.store.image.VectorPicture.Pen;
import org.ladera.ui.theme.Type;

/**
 * What a canvas was told to draw since it was made, as parts of a picture. The canvas keeps it
 * until it is rendered, in the form that {@code NGCanvas} reads; each operation here stands beside
 * the one of the same name there.
 */
final class CanvasTracer {
  private static final Cap[] CAPS = {Cap.BUTT, Cap.ROUND, Cap.SQUARE};
  private static final Join[] JOINS = {Join.MITER, Join.ROUND, Join.BEVEL};

  private final GrowableDataBuffer told;
  private final Transform page;
  private final double opacity;
  private final TextLayout layout = Toolkit.getToolkit().getTextLayoutFactory().createLayout();

  /** The parts within each outline that is in force; the first are those within none. */
  private final Deque<List<Part>> open = new ArrayDeque<>();

  private final Deque<Outline> clips = new ArrayDeque<>();

  private Affine transform = new Affine();
  private Path2D path = new Path2D();
  private double alpha = 1;
  private @Nullable Paint fill = Color.BLACK;
  private @Nullable Paint stroke = Color.BLACK;
  private double width = 1;
  private Cap cap = Cap.SQUARE;
  private Join join = Join.MITER;
  private double miter = 10;
  private double[] dashes = {};
  private double offset;
  private @Nullable PGFont font;
  private boolean smooth = true;

  private CanvasTracer(GrowableDataBuffer told, Transform page, double opacity) {
    this.told = told;
    this.page = page;
    this.opacity = opacity;
    open.push(new ArrayList<>());
  }

  /**
   * @param page from the units of the canvas
   * @return empty where something was drawn that has no lines, such as an effect
   */
  static Optional<List<Part>> trace(Canvas drawn, Transform page, double opacity) {
    GrowableDataBuffer told = told(drawn);
    return new CanvasTracer(told, page, opacity).read();
  }

  private static GrowableDataBuffer told(Canvas canvas) {
    try {
      Method buffer = Canvas.class.getDeclaredMethod("getBuffer");
      buffer.setAccessible(true);
      return (GrowableDataBuffer) buffer.invoke(canvas);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("another JavaFX than the one this was written for", e);
    }
  }

  private Optional<List<Part>> read() {
    while (told.hasValues()) {
      if (!operation(told.getByte())) {
        return Optional.empty();
      }
    }
    while (!clips.isEmpty()) {
      pop();
    }
    return Optional.of(open.getFirst());
  }

  /** Whether it could be told in lines. */
  private boolean operation(byte token) {
    switch (token) {
      case NGCanvas.RESET -> reset();
      case NGCanvas.SET_DIMS -> floats(2);
      case NGCanvas.PATHSTART -> path = new Path2D();
      case NGCanvas.MOVETO -> path.moveTo(told.getFloat(), told.getFloat());
      case NGCanvas.LINETO -> path.lineTo(told.getFloat(), told.getFloat());
      case NGCanvas.QUADTO -> {
        float[] p = floats(4);
        path.quadTo(p[0], p[1], p[2], p[3]);
      }
      case NGCanvas.CUBICTO -> {
        float[] p = floats(6);
        path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
      }
      case NGCanvas.CLOSEPATH -> path.closePath();
      case NGCanvas.PATHEND -> {}
      case NGCanvas.PUSH_CLIP -> {
        clips.push(Geometry.outline((Path2D) told.getObject(), page));
        open.push(new ArrayList<>());
      }
      case NGCanvas.POP_CLIP -> pop();
      case NGCanvas.TRANSFORM -> {
        double[] m = new double[6];
        for (int i = 0; i < 6; i++) {
          m[i] = told.getDouble();
        }
        transform = new Affine(m[0], m[1], m[2], m[3], m[4], m[5]);
      }
      case NGCanvas.GLOBAL_ALPHA -> alpha = told.getFloat();
      case NGCanvas.FILL_PAINT -> fill = (Paint) told.getObject();
      case NGCanvas.STROKE_PAINT -> stroke = (Paint) told.getObject();
      case NGCanvas.LINE_WIDTH -> width = told.getFloat();
      case NGCanvas.LINE_CAP -> cap = CAPS[told.getUByte()];
      case NGCanvas.LINE_JOIN -> join = JOINS[told.getUByte()];
      case NGCanvas.MITER_LIMIT -> miter = told.getFloat();
      case NGCanvas.DASH_ARRAY -> {
        double[] given = (double[]) told.getObject();
        dashes = given == null ? new double[0] : given.clone();
      }
      case NGCanvas.DASH_OFFSET -> offset = told.getFloat();
      case NGCanvas.FONT -> font = (PGFont) told.getObject();
      case NGCanvas.IMAGE_SMOOTH -> smooth = told.getBoolean();
      case NGCanvas.FILL_RULE -> path.setWindingRule(1 - told.getByte());
      case NGCanvas.ARC_TYPE, NGCanvas.FONT_SMOOTH -> told.getByte();
      case NGCanvas.TEXT_ALIGN -> {
        return told.getUByte() == NGCanvas.ALIGN_LEFT;
      }
      case NGCanvas.TEXT_BASELINE -> {
        return told.getUByte() == NGCanvas.BASE_ALPHABETIC;
      }
      case NGCanvas.COMP_MODE -> {
        return told.getObject() == com.sun.scenario.effect.Blend.Mode.SRC_OVER;
      }
      case NGCanvas.EFFECT -> {
        return told.getObject() == null;
      }
      case NGCanvas.CLEAR_RECT -> {
        return cleared(floats(4));
      }
      case NGCanvas.STROKE_LINE -> {
        float[] p = floats(4);
        Path2D line = new Path2D();
        line.moveTo(p[0], p[1]);
        line.lineTo(p[2], p[3]);
        stroke(Geometry.outline(line, here()));
      }
      case NGCanvas.FILL_RECT -> fill(rounded(floats(4), 0, 0));
      case NGCanvas.STROKE_RECT -> stroke(rounded(floats(4), 0, 0));
      case NGCanvas.FILL_OVAL -> fill(oval(floats(4)));
      case NGCanvas.STROKE_OVAL -> stroke(oval(floats(4)));
      case NGCanvas.FILL_ROUND_RECT -> fill(roundRectangle(floats(6)));
      case NGCanvas.STROKE_ROUND_RECT -> stroke(roundRectangle(floats(6)));
      // A path has been brought to the units of the canvas when it was begun.
      case NGCanvas.FILL_PATH -> fill(Geometry.outline(path, page));
      case NGCanvas.STROKE_PATH -> stroke(Geometry.outline(path, page));
      case NGCanvas.FILL_TEXT -> {
        return text(true);
      }
      case NGCanvas.STROKE_TEXT -> {
        return text(false);
      }
      case NGCanvas.DRAW_IMAGE, NGCanvas.DRAW_SUBIMAGE -> image(token == NGCanvas.DRAW_SUBIMAGE);
      default -> {
        return false;
      }
    }
    return true;
  }

  private float[] floats(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = told.getFloat();
    }
    return numbers;
  }

  /** Everything that was drawn has been covered; attributes follow as they are in force. */
  private void reset() {
    clips.clear();
    open.clear();
    open.push(new ArrayList<>());
    transform = new Affine();
    alpha = 1;
    fill = Color.BLACK;
    stroke = Color.BLACK;
    width = 1;
    cap = Cap.SQUARE;
    join = Join.MITER;
    miter = 10;
    dashes = new double[0];
    offset = 0;
    smooth = true;
  }

  /** Nothing may have been drawn below: lines cannot be rubbed out. */
  private boolean cleared(float[] rectangle) {
    boolean nothing = open.stream().allMatch(List::isEmpty);
    return nothing || rectangle[2] <= 0 || rectangle[3] <= 0;
  }

  private void pop() {
    List<Part> parts = open.pop();
    Outline within = clips.pop();
    if (!parts.isEmpty()) {
      add(new VectorPicture.Within(within, parts));
    }
  }

  private void add(Part part) {
    open.element().add(part);
  }

  /** From the units in which is drawn at the moment to the page. */
  private Transform here() {
    return Geometry.both(page, transform);
  }

  private Outline rounded(float[] p, double across, double down) {
    return Geometry.rounded(p[0], p[1], p[2], p[3], Geometry.even(across, down), here());
  }

  private Outline oval(float[] p) {
    return rounded(p, p[2] / 2, p[3] / 2);
  }

  private Outline roundRectangle(float[] p) {
    return rounded(p, p[4] / 2, p[5] / 2);
  }

  private void fill(Outline outline) {
    Paints.colouring(fill, here(), alpha * opacity)
        .ifPresent(colour -> add(new VectorPicture.Area(outline, colour)));
  }

  private void stroke(Outline outline) {
    double growth = Geometry.growth(here());
    double[] scaled = dashes.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= growth;
    }
    Pen pen = new Pen(width * growth, cap, join, miter, scaled, offset * growth);
    Paints.colouring(stroke, here(), alpha * opacity)
        .ifPresent(colour -> add(new VectorPicture.Stroke(outline, colour, pen)));
  }

  private boolean text(boolean filled) {
    double x = told.getFloat();
    double y = told.getFloat();
    double most = told.getFloat();
    told.getBoolean();
    String words = (String) told.getObject();
    PGFont as = font;
    if (as == null || most > 0) {
      return false;
    }
    layout.setContent(words, as);
    // The layout has the base line of its first line below its own top.
    Transform to = Geometry.both(here(), Transform.translate(x, y));
    Shape shape = layout.getShape(TextLayout.TYPE_TEXT | TextLayout.TYPE_BASELINE, null);
    Outline outline = Geometry.outline(shape, to);
    if (outline.isEmpty()) {
      return true;
    }
    if (!filled) {
      stroke(outline);
      return true;
    }
    double growth = Geometry.growth(here());
    double wide = layout.getBounds().getWidth() * growth;
    Optional<Colouring> colouring = Paints.colouring(fill, here(), alpha * opacity);
    colouring.ifPresent(
        colour ->
            add(
                new VectorPicture.Letters(
                    outline,
                    colour,
                    Type.meant(as.getFullName(), words),
                    Geometry.x(to, 0, 0),
                    Geometry.y(to, 0, 0),
                    wide,
                    as.getSize() * growth)));
    return true;
  }

  private void image(boolean part) {
    float[] to = floats(4);
    float[] from = part ? floats(4) : new float[0];
    Image image = (Image) told.getObject();
    int left = part ? Math.round(from[0]) : 0;
    int top = part ? Math.round(from[1]) : 0;
    int wide = part ? Math.round(from[2]) : image.getWidth();
    int high = part ? Math.round(from[3]) : image.getHeight();
    int[] argb = new int[wide * high];
    for (int row = 0; row < high; row++) {
      for (int column = 0; column < wide; column++) {
        argb[row * wide + column] = image.getArgb(left + column, top + row);
      }
    }
    double[] place = Geometry.place(to[0], to[1], to[2], to[3], here());
    add(new VectorPicture.Pixels(wide, high, argb, place, smooth, alpha * opacity));
  }
}
