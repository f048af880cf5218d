package org.ladera.ui.view.network;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.ladera.lesson.model.ViewMark;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Legend;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;
import org.ladera.present.shared.PixelPicture;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link NetworkModel}. */
final class NetworkPainter {
  /** A picture lower than so many times the letters is not written over. */
  private static final double MOST_HIDDEN = 2.4;

  private static final double WIDEST = 6.5;
  private static final double THINNEST = 0.9;
  private static final double[] NEGATIVE = {5, 3};
  private static final double FADED = 0.22;

  /** Units that the step is not about can still be read. */
  private static final double DIM = 0.4;

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final NetworkModel model;
  private final UnitPictures pictures;
  private final NetworkLayout layout;
  private final WeightPills pills;
  private final boolean dashed;

  NetworkPainter(PlotGraphics graphics, Rectangle2D body, NetworkModel model, UnitPictures units) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    pictures = units;
    g = graphics.context();
    tokens = graphics.tokens();
    pictures.dress(tokens);
    layout = new NetworkLayout(graphics, body, model);
    pills = new WeightPills(graphics, body, model, layout);
    // Where some edge has no room for its sign, dashes say it on all of them.
    dashed = pills.size() < model.edges().size();
  }

  NetworkLayout layout() {
    return layout;
  }

  void draw(Pulse pulse) {
    captions();
    new LinkPainter(graphics, model, layout).draw();
    for (Edge edge : model.edges()) {
      if (!model.isLit(edge)) {
        edge(edge);
      }
    }
    model.edges().stream().filter(model::isLit).forEach(this::edge);
    pulse.draw(graphics, model, layout);
    for (int c = 0; c < model.columns().size(); c++) {
      Column column = model.columns().get(c);
      g.setGlobalAlpha(model.isFaded(column) ? DIM : 1);
      for (Unit unit : column.units()) {
        unit(column, unit);
      }
      g.setGlobalAlpha(1);
      int at = c;
      layout.gap(c).ifPresent(p -> more(model.columns().get(at), p));
    }
    pills.draw();
    twins();
    if (layout.hasLegend(graphics)) {
      graphics.axis(this::legend);
    }
  }

  /** An equals sign between units that are copies of each other. */
  private void twins() {
    for (Column column : model.columns()) {
      for (Unit unit : column.units()) {
        if (unit.twin() && unit.number() > 1) {
          Rectangle2D box = layout.unit(column.layer(), unit.number());
          Rectangle2D above = layout.unit(column.layer(), unit.number() - 1);
          double r = graphics.size(9);
          double label = graphics.width(RichText.parse(unit.label()), 12, Weight.REGULAR);
          double x = (box.getMinX() + box.getMaxX() + Math.max(label, box.getWidth())) / 2 + r + 4;
          double y = (above.getMaxY() + box.getMinY()) / 2;
          graphics.disc(x, y, r, tokens.canvas(), tokens.accent(), 2);
          for (double dy : new double[] {-r * 0.28, r * 0.28}) {
            graphics.line(x - r * 0.5, y + dy, x + r * 0.5, y + dy, tokens.accent(), 2.5);
          }
        }
      }
    }
  }

  private void captions() {
    if (!layout.hasCaptions()) {
      return;
    }
    double base = body.getMinY() + graphics.size(12) + 4;
    double room = layout.spacing() - 8;
    boolean whole = fits(room, Column::caption);
    boolean names = whole || fits(room, Column::name);
    for (int c = 0; c < model.columns().size(); c++) {
      Column column = model.columns().get(c);
      String text = whole ? column.caption() : names ? column.name() : column.number();
      double w = graphics.width(text, 12, Weight.REGULAR);
      if (!names && w > room) {
        continue;
      }
      double x =
          Math.clamp(layout.centre(c), body.getMinX() + 8 + w / 2, body.getMaxX() - 8 - w / 2);
      boolean lit = isLitLayer(column.layer());
      graphics.text(
          text,
          x,
          base,
          12,
          lit ? Weight.SEMI_BOLD : Weight.REGULAR,
          lit ? tokens.accent() : tokens.muted(),
          Align.CENTRE);
    }
  }

  private boolean fits(double room, java.util.function.Function<Column, String> text) {
    return model.columns().stream()
        .allMatch(c -> graphics.width(text.apply(c), 12, Weight.REGULAR) <= room);
  }

  private boolean isLitLayer(int layer) {
    return model.lit().map(t -> t instanceof Target.Unit u && u.layer() == layer).orElse(false);
  }

  private void edge(Edge edge) {
    g.setGlobalAlpha(model.isFaded(edge) ? FADED : 1);
    stroke(edge.value());
    layout.bow(edge.ref()).stroke(g);
    g.setLineDashes();
    g.setGlobalAlpha(1);
  }

  private void stroke(double weight) {
    g.setStroke(tokens.sign(weight));
    g.setLineWidth(width(weight));
    g.setLineDashes(dashed && weight < 0 ? graphics.stroked(NEGATIVE) : new double[0]);
  }

  private double width(double weight) {
    double size = Double.isFinite(weight) ? Math.abs(weight) / model.scale() : 0;
    double widest = Math.min(WIDEST, 0.25 * layout.size(layoutColumns() - 1) + 0.5);
    return graphics.stroke(Math.max(Math.min(THINNEST, widest), widest * size));
  }

  private int layoutColumns() {
    return model.columns().size();
  }

  private void unit(Column column, Unit unit) {
    Rectangle2D box = layout.unit(column.layer(), unit.number());
    boolean lit = model.lit().equals(Optional.of(new Target.Unit(column.layer(), unit.number())));
    if (column.layer() == layoutColumns() - 1) {
      graphics.marks().put(ViewMark.OUTPUT, box);
    } else if (column.layer() == 1) {
      graphics.marks().put(ViewMark.HIDDEN, box);
    }
    Color edge = edgeOf(unit);
    double w = graphics.stroke(Math.clamp(box.getWidth() / 12, 1, 2));
    if (unit.off()) {
      off(box, w);
    } else if (unit.picture().isPresent()) {
      new PixelPainter(graphics).draw(unit.picture().get(), box, edge, w);
    } else if (unit.map().isPresent()) {
      square(column, unit, box, edge, w);
    } else {
      disc(unit, box, edge, w);
    }
    if (lit) {
      g.setStroke(tokens.accent());
      g.setLineWidth(graphics.stroke(2));
      g.strokeRoundRect(
          box.getMinX() - 4, box.getMinY() - 4, box.getWidth() + 8, box.getHeight() + 8, 10, 10);
    }
    boolean roomy =
        layout.hasLabels(column.layer()) && hasRoomAbove(column, unit, box) && !hides(unit, box);
    unit.bias().ifPresent(bias -> bias(bias, box, roomy));
    if (layout.hasLabels(column.layer())) {
      labels(unit, box);
    }
  }

  /** Whether a number on the upper edge of a unit stays clear of the label of the one above. */
  private boolean hasRoomAbove(Column column, Unit unit, Rectangle2D box) {
    double label = graphics.size(12) * 1.4;
    double number = graphics.size(11) + 6;
    return column.units().stream()
        .filter(u -> u.number() < unit.number())
        .map(u -> layout.unit(column.layer(), u.number()))
        .allMatch(above -> above.getMaxY() + label < box.getMinY() - number / 2 - 2);
  }

  /** Whether a number on the upper edge of a unit would hide much of what it shows. */
  private boolean hides(Unit unit, Rectangle2D box) {
    boolean picture = unit.map().isPresent() || unit.picture().isPresent();
    return picture && box.getHeight() < MOST_HIDDEN * graphics.size(11);
  }

  private Color edgeOf(Unit unit) {
    return switch (unit.classOf()) {
      case 0 -> tokens.class0().mark();
      case 1 -> tokens.class1().mark();
      default -> tokens.input().mark();
    };
  }

  private void square(Column column, Unit unit, Rectangle2D box, Color edge, double w) {
    double x = box.getMinX();
    double y = box.getMinY();
    double s = box.getWidth();
    g.setFill(tokens.canvas());
    g.fillRect(x, y, s, s);
    g.setImageSmoothing(true);
    g.drawImage(pictures.image(column.layer(), unit), x + 1, y + 1, s - 2, s - 2);
    g.setStroke(edge);
    g.setLineWidth(w);
    g.strokeRoundRect(x, y, s, s, 6, 6);
  }

  /** Switched off by dropout: a grey place where a unit would be, struck through. */
  private void off(Rectangle2D box, double w) {
    double s = box.getWidth();
    double inset = s * 0.146;
    g.setFill(tokens.separator());
    g.fillOval(box.getMinX(), box.getMinY(), s, s);
    g.setStroke(tokens.muted());
    g.setLineWidth(w);
    g.strokeOval(box.getMinX(), box.getMinY(), s, s);
    g.strokeLine(
        box.getMinX() + inset, box.getMaxY() - inset, box.getMaxX() - inset, box.getMinY() + inset);
  }

  private void disc(Unit unit, Rectangle2D box, Color edge, double w) {
    double s = box.getWidth();
    g.setFill(pictures.colour(unit.share()));
    g.fillOval(box.getMinX(), box.getMinY(), s, s);
    g.setStroke(edge);
    g.setLineWidth(w);
    g.strokeOval(box.getMinX(), box.getMinY(), s, s);
  }

  /** The bias sits on the upper edge of its unit. */
  private void bias(Edge bias, Rectangle2D box, boolean roomy) {
    double x = box.getMinX() + box.getWidth() / 2;
    double w = graphics.width(bias.shown(), 11, Weight.MEDIUM) + 12;
    double h = Math.round(graphics.size(11) + 4);
    if (roomy && box.getWidth() >= 24 && w <= layout.spacing() - 8) {
      Rectangle2D place =
          new Rectangle2D(
              Math.round(x - w / 2) + 0.5, Math.round(box.getMinY() - h / 2) - 1.5, w, h);
      layout.pill(bias.ref(), place);
      pills.draw(bias, place, false);
      return;
    }
    double r = Math.max(1.5, box.getWidth() / 8);
    layout.pill(bias.ref(), new Rectangle2D(x - r, box.getMinY() - r, 2 * r, 2 * r));
    graphics.disc(x, box.getMinY(), r, tokens.sign(bias.value()), tokens.canvas(), 1);
  }

  private void labels(Unit unit, Rectangle2D box) {
    double x = box.getMinX() + box.getWidth() / 2;
    double base = box.getMaxY() + graphics.size(12) * 1.35;
    RichText label = RichText.parse(unit.label());
    ground(label, x, base);
    graphics.text(label, x, base, 12, Weight.REGULAR, tokens.text(), Align.CENTRE);
    boolean below = layout.hasDeltas() && !unit.deltaLabel().isEmpty();
    double next = base + graphics.size(12) * 1.5;
    if (below && next < body.getMaxY() - 2) {
      RichText delta = RichText.parse(unit.deltaLabel());
      graphics.text(delta, x, next, 12, Weight.REGULAR, tokens.delta().ink(), Align.CENTRE);
    }
  }

  /** Edges that pass below a label do not cross it. */
  private void ground(RichText label, double x, double base) {
    Rectangle2D box = graphics.box(label, x, base, 12, Weight.REGULAR, Align.CENTRE);
    g.setFill(tokens.canvas().deriveColor(0, 1, 1, 0.75));
    g.fillRoundRect(box.getMinX() - 2, box.getMinY(), box.getWidth() + 4, box.getHeight(), 4, 4);
  }

  private void more(Column column, Point2D at) {
    if (column.picture().isPresent()) {
      double side = layout.picture();
      PixelPicture picture = column.picture().get();
      double tall = side * picture.shape().rows() / picture.shape().columns();
      Rectangle2D place =
          new Rectangle2D(
              Math.round(at.getX() - side / 2), Math.round(at.getY() - tall / 2), side, tall);
      pictures.whole().dress(tokens);
      pictures.whole().draw(graphics, 0, picture, place);
      g.setStroke(tokens.input().mark());
      g.setLineWidth(graphics.stroke(1.5));
      g.strokeRect(place.getMinX() - 1, place.getMinY() - 1, side + 2, tall + 2);
      return;
    }
    boolean words = layout.spacing() > 80;
    RichText label = RichText.parse(words ? "\u2026 " + column.more() : "\u2026");
    double base = at.getY() + graphics.drop(12);
    ground(label, at.getX(), base);
    graphics.text(label, at.getX(), base, 12, Weight.REGULAR, tokens.muted(), Align.CENTRE);
  }

  private void legend() {
    double step = 36 * tokens.scale();
    double right = body.getMaxX() - 16 - graphics.size(12) * 1.6;
    double y = body.getMaxY() - graphics.size(11) * 1.3 - 14;
    double base = y + graphics.size(11) * 1.3 + 4;
    for (int i = 0; i < model.legend().size(); i++) {
      Legend item = model.legend().get(i);
      double x = right - (model.legend().size() - i - 0.5) * step;
      stroke(item.value());
      g.strokeLine(x - 12 * tokens.scale(), y, x + 12 * tokens.scale(), y);
      g.setLineDashes();
      graphics.text(item.shown(), x, base, 11, Weight.REGULAR, tokens.muted(), Align.CENTRE);
    }
    graphics.text(
        RichText.parse("$w$"), right + 4, base, 12, Weight.REGULAR, tokens.muted(), Align.LEFT);
  }
}
