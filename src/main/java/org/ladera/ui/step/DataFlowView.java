package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.step.DataFlow;
import org.ladera.present.step.StepModel;
import org.ladera.text.RichText;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The network in the phase that is open: what each unit holds, and what the element has to do with.
 */
final class DataFlowView extends Region implements Drawing {
  private static final double RADIUS = 22;

  private final Typesetter typesetter;
  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final List<FormulaView> names = new ArrayList<>();
  private DataFlow dataFlow;
  private String letter = "w";
  private Tokens tokens;
  private @Nullable Consumer<PlotGraphics.Written> watch;

  DataFlowView(Typesetter typesetter) {
    this.typesetter = typesetter;
    getChildren().add(canvas);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(0, 0);
  }

  @Initializer
  void show(StepModel model, Tokens now) {
    dataFlow = model.dataFlow();
    letter =
        switch (model.update().style().notation().parameters()) {
          case W_B -> "w";
          case THETA -> "\u03b8";
          case BETA -> "\u03b2";
        };
    tokens = now;
    String values =
        dataFlow.layers().stream()
            .map(
                l ->
                    l.units().stream()
                        .map(DataFlow.Unit::shown)
                        .filter(v -> !v.isEmpty())
                        .collect(Collectors.joining("; ")))
            .filter(v -> !v.isEmpty())
            .collect(Collectors.joining(". "));
    setAccessibleText(
        model
            .update()
            .style()
            .messages()
            .text("step.network.spoken", java.util.Map.of("values", values)));
    // Drawn with the next layout, once.
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    repaint();
  }

  @Override
  public void watch(@Nullable Consumer<PlotGraphics.Written> newWatch) {
    watch = newWatch;
  }

  @Override
  public void repaint() {
    if (dataFlow == null || getWidth() < 20 || getHeight() < 40) {
      return;
    }
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    PlotGraphics graphics = new PlotGraphics(g, tokens, watch);
    double foot = graphics.size(14) + 8;
    int most = dataFlow.layers().stream().mapToInt(l -> l.units().size()).max().orElse(1);
    double across = getWidth() / dataFlow.layers().size();
    double down = (getHeight() - foot) / most;
    double r = Math.min(RADIUS * tokens.scale(), Math.min(across * 0.36, down * 0.44));
    List<List<Point2D>> places = new ArrayList<>();
    for (int l = 0; l < dataFlow.layers().size(); l++) {
      List<Point2D> column = new ArrayList<>();
      int units = dataFlow.layers().get(l).units().size();
      for (int u = 0; u < units; u++) {
        double y = (getHeight() - foot) / 2 + (u - (units - 1) / 2.0) * down;
        column.add(new Point2D((l + 0.5) * across, y));
      }
      places.add(column);
    }
    edges(graphics, places, r);
    for (int l = 0; l < places.size(); l++) {
      units(graphics, dataFlow.layers().get(l), places.get(l), r);
    }
    labels(graphics, places, r);
    names(across);
  }

  private void edges(PlotGraphics graphics, List<List<Point2D>> places, double r) {
    double greatest =
        dataFlow.edges().stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(1);
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (!edge.lit()) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        double wide = 1 + 3 * Math.abs(edge.weight()) / Math.max(greatest, 1e-300);
        graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), tokens.separator(), wide);
      }
    }
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (edge.lit()) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        Color sign = tokens.sign(edge.weight());
        graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), sign, 3);
        arrow(graphics, dataFlow.backwards() ? b : a, dataFlow.backwards() ? a : b, r);
      }
    }
  }

  /** Beside the edge, the way the numbers run. */
  private void arrow(PlotGraphics graphics, Point2D from, Point2D to, double r) {
    Point2D way = to.subtract(from).normalize();
    Point2D side = new Point2D(-way.getY(), way.getX()).multiply(6 * tokens.scale());
    Point2D start = from.add(way.multiply(r + 10)).add(side);
    Point2D end = to.subtract(way.multiply(r + 10)).add(side);
    if (end.subtract(start).dotProduct(way) < 12) {
      return;
    }
    Color color = dataFlow.backwards() ? tokens.delta().mark() : tokens.input().mark();
    graphics.line(start.getX(), start.getY(), end.getX(), end.getY(), color, 1.5);
    Point2D back = end.subtract(way.multiply(7));
    Point2D wing = new Point2D(-way.getY(), way.getX()).multiply(4);
    graphics.context().setFill(color);
    graphics
        .context()
        .fillPolygon(
            new double[] {end.getX(), back.add(wing).getX(), back.subtract(wing).getX()},
            new double[] {end.getY(), back.add(wing).getY(), back.subtract(wing).getY()},
            3);
  }

  private void units(PlotGraphics graphics, DataFlow.Layer layer, List<Point2D> places, double r) {
    GraphicsContext g = graphics.context();
    for (int u = 0; u < places.size(); u++) {
      DataFlow.Unit unit = layer.units().get(u);
      Point2D p = places.get(u);
      Color mark = tokens.sign(unit.strength());
      boolean delta = layer.meaning() == org.ladera.present.step.Grid.Meaning.DELTA;
      Color fill =
          delta && unit.lit()
              ? tokens.canvas().interpolate(mark, 0.45 * Math.abs(unit.strength()))
              : tokens.canvas();
      g.setFill(fill);
      g.fillOval(p.getX() - r, p.getY() - r, 2 * r, 2 * r);
      Color rim =
          unit.lit()
              ? MeaningColours.mark(layer.meaning(), tokens)
              : layer.meaning() == org.ladera.present.step.Grid.Meaning.DATA
                  ? tokens.input().mark()
                  : tokens.controlBorder();
      graphics.ring(p.getX(), p.getY(), r, rim, unit.lit() ? 2.5 : 1.5);
      Weight weight = unit.lit() ? Weight.SEMI_BOLD : Weight.REGULAR;
      boolean brief = graphics.width(unit.shown(), 9, weight) > 2 * r - 2;
      String number = brief ? unit.brief() : unit.shown();
      double full = graphics.width(number, 11, weight);
      double size = full <= 2 * r - 4 ? 11 : Math.max(7, Math.floor(11 * (2 * r - 3) / full));
      RichText text = graphics.fitting(RichText.parse(number), 2 * r - 1, size, weight);
      graphics.plain(
          text,
          p.getX(),
          p.getY() + graphics.drop(size),
          size,
          weight,
          unit.lit() ? tokens.text() : tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
    if (layer.hidden() > 0 && !places.isEmpty()) {
      Point2D last = places.getLast();
      graphics.text(
          "+" + layer.hidden(),
          last.getX(),
          last.getY() + r + graphics.size(11) + 1,
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
  }

  /** The weights on the edges that are lit, where they are few, beside the units. */
  private void labels(PlotGraphics graphics, List<List<Point2D>> places, double r) {
    List<DataFlow.Edge> lit = dataFlow.edges().stream().filter(DataFlow.Edge::lit).toList();
    List<Rectangle2D> taken = new ArrayList<>();
    if (lit.isEmpty() || lit.size() > 3) {
      return;
    }
    for (DataFlow.Edge edge : lit) {
      Point2D a = places.get(edge.layer() - 1).get(edge.from());
      Point2D b = places.get(edge.layer()).get(edge.to());
      RichText words = RichText.parse("$" + letter + "$ " + edge.shown());
      double wide = graphics.width(words, 11, Weight.MEDIUM) + 16;
      double tall = graphics.size(11) + 9;
      Point2D middle = a.midpoint(b);
      double x = Math.clamp(middle.getX() - wide / 2, 2, Math.max(2, getWidth() - wide - 2));
      List<Point2D> units = places.stream().flatMap(List::stream).toList();
      double y =
          DoubleStream.of(-0.7, 0.7, -1.4, 1.4, -2.1, 2.1, -2.8, 2.8)
              .map(lines -> middle.getY() + lines * tall)
              .filter(at -> at > tall && at < getHeight() - 2 * tall)
              .filter(
                  at -> {
                    Rectangle2D place = new Rectangle2D(x, at - tall / 2, wide, tall);
                    return isFree(place, units, r) && taken.stream().noneMatch(place::intersects);
                  })
              .findFirst()
              .orElse(middle.getY());
      taken.add(graphics.tag(words, x, y, tokens.text()));
    }
  }

  private static boolean isFree(Rectangle2D place, List<Point2D> units, double r) {
    return units.stream()
        .noneMatch(
            unit -> {
              double x = Math.clamp(unit.getX(), place.getMinX(), place.getMaxX());
              double y = Math.clamp(unit.getY(), place.getMinY(), place.getMaxY());
              return unit.distance(x, y) < r + 2;
            });
  }

  private void names(double across) {
    while (names.size() < dataFlow.layers().size()) {
      FormulaView name = new FormulaView(typesetter, false);
      name.setManaged(false);
      names.add(name);
      getChildren().add(name);
    }
    for (int l = 0; l < names.size(); l++) {
      FormulaView name = names.get(l);
      boolean has = l < dataFlow.layers().size() && !dataFlow.layers().get(l).tex().isEmpty();
      name.setVisible(has);
      if (has) {
        name.show(dataFlow.layers().get(l).tex(), 12 * tokens.scale(), tokens, tokens.muted());
        name.autosize();
        name.relocate(
            Math.round((l + 0.5) * across - name.getWidth() / 2),
            Math.round(getHeight() - name.getHeight() - 2));
      }
    }
  }
}
