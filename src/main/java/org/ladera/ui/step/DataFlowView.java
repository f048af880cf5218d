package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.ladera.ui.plot.Room;
import org.ladera.ui.plot.Written;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The network in the phase that is open: what each unit holds, and what the element has to do with.
 */
final class DataFlowView extends Region implements Drawing {
  private static final double RADIUS = 22;
  private static final String MORE = "\u2026";

  private final Typesetter typesetter;
  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final List<FormulaView> names = new ArrayList<>();
  private DataFlow dataFlow;

  /** The first and the last layer that are drawn. */
  private int first;

  private int last;
  private String letter = "w";
  private Tokens tokens;
  private @Nullable Consumer<Written> watch;

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
  public void watch(@Nullable Consumer<Written> newWatch) {
    watch = newWatch;
  }

  @Override
  public void repaint() {
    if (dataFlow == null || getWidth() < 20 || getHeight() < 40) {
      return;
    }
    GraphicsContext g = canvas.cleared();
    PlotGraphics graphics = new PlotGraphics(g, tokens, watch);
    double foot = graphics.size(14) + 8;
    int[] window = dataFlow.window();
    first = window[0];
    last = window[1];
    int most = 1;
    for (int l = first; l <= last; l++) {
      most = Math.max(most, dataFlow.layers().get(l).units().size());
    }
    double across = getWidth() / (last - first + 1);
    double down = (getHeight() - foot) / most;
    double r = Math.min(RADIUS * tokens.scale(), Math.min(across * 0.36, down * 0.44));
    List<List<Point2D>> places = new ArrayList<>();
    for (int l = 0; l < dataFlow.layers().size(); l++) {
      List<Point2D> column = new ArrayList<>();
      int units = dataFlow.layers().get(l).units().size();
      for (int u = 0; u < units; u++) {
        double y = (getHeight() - foot) / 2 + (u - (units - 1) / 2.0) * down;
        column.add(new Point2D((l - first + 0.5) * across, y));
      }
      places.add(column);
    }
    edges(graphics, places, r);
    FlowPicture pictures = new FlowPicture(graphics);
    for (int l = first; l <= last; l++) {
      DataFlow.Layer layer = dataFlow.layers().get(l);
      units(graphics, layer, places.get(l), r);
      double middle = (l - first + 0.5) * across;
      layer
          .picture()
          .ifPresent(
              picture ->
                  pictures.draw(
                      picture, layer.meaning(), middle, 0.86 * across, getHeight() - foot));
    }
    more(graphics, r);
    labels(graphics, places, r);
    names(across);
  }

  /** Dots where there are more layers before or after those that are drawn. */
  private void more(PlotGraphics graphics, double r) {
    double y = (getHeight() - graphics.size(14) - 8) / 2 - r - 8;
    if (first > 0) {
      graphics.text(MORE, 4, y, 14, Weight.SEMI_BOLD, tokens.muted(), PlotGraphics.Align.LEFT);
    }
    if (last + 1 < dataFlow.layers().size()) {
      graphics.text(
          MORE, getWidth() - 4, y, 14, Weight.SEMI_BOLD, tokens.muted(), PlotGraphics.Align.RIGHT);
    }
  }

  /** Whether both ends of an edge are drawn. */
  private boolean isDrawn(DataFlow.Edge edge) {
    return edge.layer() > first && edge.layer() <= last;
  }

  private void edges(PlotGraphics graphics, List<List<Point2D>> places, double r) {
    double greatest =
        dataFlow.edges().stream().mapToDouble(e -> Math.abs(e.weight())).max().orElse(1);
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (!edge.lit() && isDrawn(edge)) {
        Point2D a = places.get(edge.layer() - 1).get(edge.from());
        Point2D b = places.get(edge.layer()).get(edge.to());
        double wide = 1 + 3 * Math.abs(edge.weight()) / Math.max(greatest, 1e-300);
        graphics.line(a.getX(), a.getY(), b.getX(), b.getY(), tokens.separator(), wide);
      }
    }
    for (DataFlow.Edge edge : dataFlow.edges()) {
      if (edge.lit() && isDrawn(edge)) {
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
      // A part of a number would be another number: where it has no room its sign stays.
      boolean fits = graphics.width(number, size, weight) <= 2 * r - 1;
      String sign = unit.strength() < 0 ? "\u2212" : unit.strength() > 0 ? "+" : "0";
      RichText text = RichText.parse(fits || number.isEmpty() ? number : sign);
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

  /** The weights on the edges that are lit, where they are few: beside them, over no unit. */
  private void labels(PlotGraphics graphics, List<List<Point2D>> places, double r) {
    List<DataFlow.Edge> lit = dataFlow.edges().stream().filter(e -> e.lit() && isDrawn(e)).toList();
    if (lit.isEmpty() || lit.size() > 3) {
      return;
    }
    Room room =
        new Room(
            graphics, new Rectangle2D(1, 1, getWidth() - 2, getHeight() - graphics.size(14) - 8));
    for (int l = first; l <= last; l++) {
      for (Point2D p : places.get(l)) {
        room.take(new Rectangle2D(p.getX() - r, p.getY() - r, 2 * r, 2 * r));
      }
    }
    for (DataFlow.Edge edge : lit) {
      Point2D a = places.get(edge.layer() - 1).get(edge.from());
      Point2D b = places.get(edge.layer()).get(edge.to());
      RichText words = RichText.parse("$" + letter + "$ " + edge.shown());
      double wide = graphics.width(words, 11, Weight.MEDIUM) + 16;
      double tall = graphics.size(11) + 9;
      List<Rectangle2D> beside = new ArrayList<>();
      for (double t : new double[] {0.5, 0.4, 0.6, 0.3, 0.7}) {
        Point2D p = a.interpolate(b, t);
        beside.add(new Rectangle2D(p.getX() - wide / 2, p.getY() - tall / 2, wide, tall));
      }
      Optional<Rectangle2D> on = room.free("on " + lit.indexOf(edge), beside);
      if (on.isEmpty()) {
        Point2D middle = a.midpoint(b);
        double x = middle.getX();
        double y = middle.getY();
        on =
            room.beside(
                "at " + lit.indexOf(edge), x, y, 4, wide, tall, false, tokens.sign(edge.weight()));
      }
      on.ifPresent(at -> graphics.tag(words, at.getMinX(), at.getMinY() + tall / 2, tokens.text()));
    }
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
      boolean has = l >= first && l <= last && !dataFlow.layers().get(l).tex().isEmpty();
      name.setVisible(has);
      if (has) {
        name.show(dataFlow.layers().get(l).tex(), 12 * tokens.scale(), tokens, tokens.muted());
        name.autosize();
        name.relocate(
            Math.round((l - first + 0.5) * across - name.getWidth() / 2),
            Math.round(getHeight() - name.getHeight() - 2));
      }
    }
  }
}
