package org.ladera.ui.vector;

import com.sun.javafx.scene.shape.ShapeHelper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import javafx.scene.transform.NonInvertibleTransformException;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.ladera.store.image.Outline;
import org.ladera.store.image.VectorPicture;
import org.ladera.store.image.VectorPicture.Cap;
import org.ladera.store.image.VectorPicture.Join;
import org.ladera.store.image.VectorPicture.Part;
import org.ladera.store.image.VectorPicture.Pen;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.theme.Type;

/**
 * A node and what is in it as lines, areas and letters. Shadows are left out. FX thread only; the
 * node has been laid out.
 */
public final class SceneTracer {
  /** Pixels to a point of what can only be had as pixels. */
  private static final double FINE = 3;

  private final Transform page;

  private SceneTracer(Transform page) {
    this.page = page;
  }

  /**
   * @param ground below the node; null for none
   */
  public static VectorPicture trace(Node node, @Nullable Paint ground) {
    Bounds box = node.getLayoutBounds();
    Transform page;
    try {
      page =
          Geometry.both(
              Transform.translate(-box.getMinX(), -box.getMinY()),
              node.getLocalToSceneTransform().createInverse());
    } catch (NonInvertibleTransformException e) {
      throw new IllegalArgumentException("a node without extent", e);
    }
    List<Part> parts = new ArrayList<>();
    Outline sheet = Geometry.rectangle(0, 0, box.getWidth(), box.getHeight(), new Affine());
    Paints.colouring(ground, box, new Affine(), 1)
        .ifPresent(colour -> parts.add(new VectorPicture.Area(sheet, colour)));
    List<Part> drawn = new ArrayList<>();
    new SceneTracer(page).node(node, 1, drawn);
    parts.add(new VectorPicture.Within(sheet, drawn));
    return new VectorPicture(box.getWidth(), box.getHeight(), parts);
  }

  private void node(Node node, double above, List<Part> to) {
    double opacity = above * node.getOpacity();
    if (!node.isVisible() || opacity <= 0) {
      return;
    }
    Node clip = node.getClip();
    if (clip == null) {
      seen(node, opacity, to);
      return;
    }
    List<Part> within = new ArrayList<>();
    seen(node, opacity, within);
    if (!within.isEmpty()) {
      Transform place = Geometry.both(onPage(node), clip.getLocalToParentTransform());
      to.add(new VectorPicture.Within(form(clip, place), within));
    }
  }

  private Transform onPage(Node node) {
    return Geometry.both(page, node.getLocalToSceneTransform());
  }

  private static Outline form(Node clip, Transform place) {
    if (clip instanceof Shape shape) {
      return Geometry.outline(ShapeHelper.configShape(shape), place);
    }
    Bounds box = clip.getLayoutBounds();
    return Geometry.rectangle(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), place);
  }

  private void seen(Node node, double opacity, List<Part> to) {
    Transform place = onPage(node);
    if (node instanceof SharpCanvas canvas) {
      Optional<List<Part>> parts = CanvasTracer.trace(canvas.drawnAnew(), place, opacity);
      if (parts.isPresent() && !parts.get().isEmpty()) {
        to.addAll(parts.get());
      } else {
        pixels(canvas, place, opacity, to);
      }
      return;
    }
    if (node instanceof Canvas) {
      pixels(node, place, opacity, to);
    } else if (node instanceof ImageView view) {
      image(view, place, opacity, to);
    } else if (node instanceof Shape shape) {
      shape(shape, place, opacity, to);
    } else if (node instanceof Region region) {
      RegionTracer.trace(region, place, opacity, to);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        node(child, opacity, to);
      }
    }
  }

  private static void shape(Shape shape, Transform place, double opacity, List<Part> to) {
    Outline outline = Geometry.outline(ShapeHelper.configShape(shape), place);
    if (outline.isEmpty()) {
      return;
    }
    Bounds box = shape.getLayoutBounds();
    Paints.colouring(shape.getFill(), box, place, opacity)
        .ifPresent(
            colour -> {
              if (shape instanceof Text text && hasWords(text.getText())) {
                double growth = Geometry.growth(place);
                to.add(
                    new VectorPicture.Letters(
                        outline,
                        colour,
                        Type.meant(text.getFont().getName(), text.getText()),
                        Geometry.x(place, box.getMinX(), box.getMinY()),
                        Geometry.y(place, box.getMinX(), box.getMinY() + text.getBaselineOffset()),
                        box.getWidth() * growth,
                        text.getFont().getSize() * growth));
              } else {
                to.add(new VectorPicture.Area(outline, colour));
              }
            });
    Paints.colouring(shape.getStroke(), box, place, opacity)
        .ifPresent(
            colour -> {
              Part line = new VectorPicture.Stroke(outline, colour, pen(shape, place));
              // Inside alone: as wide again, and nothing of it outside the form.
              to.add(
                  shape.getStrokeType() == StrokeType.INSIDE
                      ? new VectorPicture.Within(outline, List.of(line))
                      : line);
            });
  }

  /** An icon is a letter of a font that no alphabet has. */
  private static boolean hasWords(String text) {
    return text.codePoints()
        .anyMatch(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.PRIVATE_USE);
  }

  private static Pen pen(Shape shape, Transform place) {
    double growth = Geometry.growth(place);
    double width = shape.getStrokeWidth() * growth;
    double[] dashes =
        shape.getStrokeDashArray().stream().mapToDouble(dash -> dash * growth).toArray();
    return new Pen(
        shape.getStrokeType() == StrokeType.CENTERED ? width : 2 * width,
        cap(shape.getStrokeLineCap()),
        join(shape.getStrokeLineJoin()),
        shape.getStrokeMiterLimit(),
        dashes,
        shape.getStrokeDashOffset() * growth);
  }

  static Cap cap(StrokeLineCap cap) {
    return switch (cap) {
      case BUTT -> Cap.BUTT;
      case ROUND -> Cap.ROUND;
      case SQUARE -> Cap.SQUARE;
    };
  }

  static Join join(StrokeLineJoin join) {
    return switch (join) {
      case MITER -> Join.MITER;
      case ROUND -> Join.ROUND;
      case BEVEL -> Join.BEVEL;
    };
  }

  private static void image(ImageView view, Transform place, double opacity, List<Part> to) {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    Rectangle2D part = view.getViewport();
    int left = part == null ? 0 : (int) Math.round(part.getMinX());
    int top = part == null ? 0 : (int) Math.round(part.getMinY());
    int wide = part == null ? (int) image.getWidth() : (int) Math.round(part.getWidth());
    int high = part == null ? (int) image.getHeight() : (int) Math.round(part.getHeight());
    Bounds box = view.getLayoutBounds();
    double[] stretched =
        Geometry.place(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight(), place);
    add(image, left, top, wide, high, stretched, view.isSmooth(), opacity, to);
  }

  private static void pixels(Node node, Transform place, double opacity, List<Part> to) {
    Bounds box = node.getLayoutBounds();
    if (box.isEmpty() || box.getWidth() < 1 || box.getHeight() < 1) {
      return;
    }
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    how.setTransform(new Scale(FINE, FINE));
    Image image = node.snapshot(how, null);
    double[] stretched =
        Geometry.place(
            box.getMinX(), box.getMinY(), image.getWidth() / FINE, image.getHeight() / FINE, place);
    add(
        image,
        0,
        0,
        (int) image.getWidth(),
        (int) image.getHeight(),
        stretched,
        true,
        opacity / node.getOpacity(),
        to);
  }

  private static void add(
      Image image,
      int left,
      int top,
      int wide,
      int high,
      double[] place,
      boolean smooth,
      double opacity,
      List<Part> to) {
    int[] argb = new int[wide * high];
    image
        .getPixelReader()
        .getPixels(left, top, wide, high, PixelFormat.getIntArgbInstance(), argb, 0, wide);
    to.add(new VectorPicture.Pixels(wide, high, argb, place, smooth, opacity));
  }
}
