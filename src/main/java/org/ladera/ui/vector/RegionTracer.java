package org.ladera.ui.vector;

import com.sun.javafx.scene.shape.ShapeHelper;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Border;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.BorderWidths;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;
import org.ladera.store.image.Outline;
import org.ladera.store.image.VectorPicture;
import org.ladera.store.image.VectorPicture.Part;
import org.ladera.store.image.VectorPicture.Pen;

/** The ground and the border of a region. */
final class RegionTracer {
  private RegionTracer() {}

  static void trace(Region region, Transform place, double opacity, List<Part> to) {
    Background background = region.getBackground();
    double w = region.getWidth();
    double h = region.getHeight();
    if (background != null) {
      for (BackgroundFill fill : background.getFills()) {
        Insets in = fill.getInsets();
        Bounds box = within(w, h, in);
        // A form that keeps its size, as the arrow of a list has one, needs no room of its own.
        boolean stretched = region.getShape() == null || region.isScaleShape();
        if (stretched && (box.getWidth() <= 0 || box.getHeight() <= 0)) {
          continue;
        }
        Outline outline =
            region.getShape() == null
                ? rounded(box, fill.getRadii(), 0, place)
                : formed(region, box, place);
        Paints.colouring(fill.getFill(), box, place, opacity)
            .ifPresent(colour -> to.add(new VectorPicture.Area(outline, colour)));
      }
    }
    Border border = region.getBorder();
    if (border != null && region.getShape() == null) {
      for (BorderStroke stroke : border.getStrokes()) {
        border(stroke, w, h, place, opacity, to);
      }
    }
  }

  private static Bounds within(double w, double h, Insets in) {
    return new BoundingBox(
        in.getLeft(),
        in.getTop(),
        w - in.getLeft() - in.getRight(),
        h - in.getTop() - in.getBottom());
  }

  /** The form of a region that is no rectangle, stretched as the region stretches it. */
  private static Outline formed(Region region, Bounds box, Transform place) {
    Shape shape = region.getShape();
    Bounds own = shape.getLayoutBounds();
    double across = region.isScaleShape() ? box.getWidth() / own.getWidth() : 1;
    double down = region.isScaleShape() ? box.getHeight() / own.getHeight() : 1;
    double left =
        region.isScaleShape() || region.isCenterShape()
            ? box.getCenterX() - across * own.getCenterX()
            : 0;
    double top =
        region.isScaleShape() || region.isCenterShape()
            ? box.getCenterY() - down * own.getCenterY()
            : 0;
    Transform stretch = new Affine(across, 0, left, 0, down, top);
    return Geometry.outline(ShapeHelper.configShape(shape), Geometry.both(place, stretch));
  }

  /**
   * @param by how much the corners lie inside those that the radii are meant for
   */
  private static Outline rounded(Bounds box, CornerRadii radii, double by, Transform place) {
    double w = box.getWidth();
    double h = box.getHeight();
    double[] r = {
      length(radii.getTopLeftHorizontalRadius(), radii.isTopLeftHorizontalRadiusAsPercentage(), w),
      length(radii.getTopLeftVerticalRadius(), radii.isTopLeftVerticalRadiusAsPercentage(), h),
      length(
          radii.getTopRightHorizontalRadius(), radii.isTopRightHorizontalRadiusAsPercentage(), w),
      length(radii.getTopRightVerticalRadius(), radii.isTopRightVerticalRadiusAsPercentage(), h),
      length(
          radii.getBottomRightHorizontalRadius(),
          radii.isBottomRightHorizontalRadiusAsPercentage(),
          w),
      length(
          radii.getBottomRightVerticalRadius(), radii.isBottomRightVerticalRadiusAsPercentage(), h),
      length(
          radii.getBottomLeftHorizontalRadius(),
          radii.isBottomLeftHorizontalRadiusAsPercentage(),
          w),
      length(radii.getBottomLeftVerticalRadius(), radii.isBottomLeftVerticalRadiusAsPercentage(), h)
    };
    for (int i = 0; i < r.length; i++) {
      r[i] = Math.max(0, r[i] - by);
    }
    return Geometry.rounded(box.getMinX(), box.getMinY(), w, h, r, place);
  }

  private static double length(double radius, boolean percentage, double side) {
    return percentage ? radius * side : radius;
  }

  private static void border(
      BorderStroke stroke, double w, double h, Transform place, double opacity, List<Part> to) {
    Bounds box = within(w, h, stroke.getInsets());
    BorderWidths widths = stroke.getWidths();
    double top = length(widths.getTop(), widths.isTopAsPercentage(), h);
    double right = length(widths.getRight(), widths.isRightAsPercentage(), w);
    double bottom = length(widths.getBottom(), widths.isBottomAsPercentage(), h);
    double left = length(widths.getLeft(), widths.isLeftAsPercentage(), w);
    boolean even =
        top == right
            && right == bottom
            && bottom == left
            && stroke.getTopStroke().equals(stroke.getRightStroke())
            && stroke.getTopStroke().equals(stroke.getBottomStroke())
            && stroke.getTopStroke().equals(stroke.getLeftStroke());
    if (even) {
      double in = inside(stroke.getTopStyle(), top);
      Bounds middle =
          new BoundingBox(
              box.getMinX() + in,
              box.getMinY() + in,
              box.getWidth() - 2 * in,
              box.getHeight() - 2 * in);
      if (middle.getWidth() > 0 && middle.getHeight() > 0) {
        Outline outline = rounded(middle, stroke.getRadii(), in, place);
        line(outline, stroke.getTopStroke(), stroke.getTopStyle(), top, box, place, opacity, to);
      }
      return;
    }
    double x1 = box.getMinX();
    double y1 = box.getMinY();
    double x2 = box.getMaxX();
    double y2 = box.getMaxY();
    double t = y1 + inside(stroke.getTopStyle(), top);
    double b = y2 - inside(stroke.getBottomStyle(), bottom);
    double l = x1 + inside(stroke.getLeftStyle(), left);
    double r = x2 - inside(stroke.getRightStyle(), right);
    side(x1, t, x2, t, stroke.getTopStroke(), stroke.getTopStyle(), top, place, opacity, to);
    side(r, y1, r, y2, stroke.getRightStroke(), stroke.getRightStyle(), right, place, opacity, to);
    side(
        x1,
        b,
        x2,
        b,
        stroke.getBottomStroke(),
        stroke.getBottomStyle(),
        bottom,
        place,
        opacity,
        to);
    side(l, y1, l, y2, stroke.getLeftStroke(), stroke.getLeftStyle(), left, place, opacity, to);
  }

  /** How far the middle of the line lies inside the edge. */
  private static double inside(BorderStrokeStyle style, double width) {
    return style.getType() == StrokeType.OUTSIDE
        ? -width / 2
        : style.getType() == StrokeType.CENTERED ? 0 : width / 2;
  }

  private static void side(
      double x1,
      double y1,
      double x2,
      double y2,
      Paint paint,
      BorderStrokeStyle style,
      double width,
      Transform place,
      double opacity,
      List<Part> to) {
    Outline outline = new Outline();
    outline.move(Geometry.x(place, x1, y1), Geometry.y(place, x1, y1));
    outline.line(Geometry.x(place, x2, y2), Geometry.y(place, x2, y2));
    line(
        outline,
        paint,
        style,
        width,
        new BoundingBox(x1, y1, x2 - x1, y2 - y1),
        place,
        opacity,
        to);
  }

  private static void line(
      Outline outline,
      @Nullable Paint paint,
      BorderStrokeStyle style,
      double width,
      Bounds box,
      Transform place,
      double opacity,
      List<Part> to) {
    if (width <= 0 || style == BorderStrokeStyle.NONE) {
      return;
    }
    double growth = Geometry.growth(place);
    double[] dashes = style.getDashArray().stream().mapToDouble(d -> d * growth).toArray();
    Pen pen =
        new Pen(
            width * growth,
            SceneTracer.cap(style.getLineCap()),
            SceneTracer.join(style.getLineJoin()),
            style.getMiterLimit(),
            dashes,
            style.getDashOffset() * growth);
    Paints.colouring(paint, box, place, opacity)
        .ifPresent(colour -> to.add(new VectorPicture.Stroke(outline, colour, pen)));
  }
}
