package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import org.jspecify.annotations.Nullable;
import org.ladera.present.step.DataFlow;
import org.ladera.present.step.FlowSpan;
import org.ladera.present.step.StepModel;
import org.ladera.text.RichText;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.PlotGraphics;
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
  private @Nullable StepModel model;
  private TermLight light = TermLight.NOTHING;
  private final FlowCamera camera = new FlowCamera(this::repaint);
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
    this.model = model;
    light = TermLight.NOTHING;
    dataFlow = model.dataFlow();
    camera.look(dataFlow, this);
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

  /** Lights what the term on its way has to do with, and lets it run along its edges. */
  void light(TermLight next) {
    if (model == null) {
      return;
    }
    if (!next.isAlike(light)) {
      StepModel now = model;
      dataFlow = next.term().map(term -> now.dataFlow(term, next.reached())).orElse(now.dataFlow());
    }
    boolean still = next.equals(light);
    light = next;
    if (!still) {
      repaint();
    }
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
    double foot = foot(graphics);
    FlowSpan span = camera.span();
    double across = getWidth() / span.layers();
    double down = (getHeight() - foot) / camera.rows();
    double r = Math.min(RADIUS * tokens.scale(), Math.min(across * 0.36, down * 0.44));
    List<List<Point2D>> places = new ArrayList<>();
    for (int l = 0; l < dataFlow.layers().size(); l++) {
      List<Point2D> column = new ArrayList<>();
      int units = dataFlow.layers().get(l).units().size();
      double apart = Math.min(down, (getHeight() - foot) / Math.max(1, units));
      for (int u = 0; u < units; u++) {
        double y = (getHeight() - foot) / 2 + (u - (units - 1) / 2.0) * apart;
        column.add(new Point2D((l - span.first() + 0.5) * across, y));
      }
      places.add(column);
    }
    FlowEdges edges = new FlowEdges(graphics, dataFlow, span, places, r);
    edges.draw();
    more(graphics, across / 2 - r);
    edges.run(light);
    FlowPicture pictures = new FlowPicture(graphics);
    for (int l = 0; l < places.size(); l++) {
      if (span.seen(l) == 0) {
        continue;
      }
      g.setGlobalAlpha(span.seen(l));
      DataFlow.Layer layer = dataFlow.layers().get(l);
      units(graphics, layer, places.get(l), r, across);
      double middle = (l - span.first() + 0.5) * across;
      layer
          .picture()
          .ifPresent(
              picture ->
                  pictures.draw(
                      picture, layer.meaning(), middle, 0.86 * across, getHeight() - foot));
    }
    g.setGlobalAlpha(1);
    edges.labels(letter, getWidth(), getHeight());
    names(across);
  }

  /** Below the units: the name of a layer, and over it how many units are not drawn. */
  private double foot(PlotGraphics graphics) {
    boolean hides = dataFlow.layers().stream().anyMatch(layer -> layer.hidden() > 0);
    return graphics.size(14) + 8 + (hides ? graphics.size(11) + 2 : 0);
  }

  /** What leads to layers before or after those that are drawn fades, with dots where it ends. */
  private void more(PlotGraphics graphics, double wide) {
    if (camera.span().first() > 0) {
      fade(graphics, 0, wide, 4, PlotGraphics.Align.LEFT);
    }
    if (camera.span().last() < dataFlow.layers().size() - 1) {
      fade(graphics, getWidth(), -wide, getWidth() - 4, PlotGraphics.Align.RIGHT);
    }
  }

  private void fade(
      PlotGraphics graphics, double edge, double wide, double dots, PlotGraphics.Align align) {
    GraphicsContext g = graphics.context();
    g.setFill(
        new LinearGradient(
            edge,
            0,
            edge + wide,
            0,
            false,
            CycleMethod.NO_CYCLE,
            new Stop(0, tokens.canvas()),
            new Stop(1, tokens.canvas().deriveColor(0, 1, 1, 0))));
    g.fillRect(Math.min(edge, edge + wide), 0, Math.abs(wide), getHeight());
    double y = (getHeight() - foot(graphics)) / 2;
    graphics.text(MORE, dots, y, 14, Weight.SEMI_BOLD, tokens.muted(), align);
  }

  private void units(
      PlotGraphics graphics, DataFlow.Layer layer, List<Point2D> places, double r, double across) {
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
      Weight weight = unit.lit() ? Weight.SEMI_BOLD : Weight.REGULAR;
      // Where a number is longer than its circle, the circle is drawn out as far as there is room.
      double half =
          Math.clamp(
              (graphics.width(unit.brief(), 11, weight) + 10) / 2, r, Math.max(r, 0.36 * across));
      g.setFill(fill);
      g.fillRoundRect(p.getX() - half, p.getY() - r, 2 * half, 2 * r, 2 * r, 2 * r);
      Color rim =
          unit.lit()
              ? MeaningColours.mark(layer.meaning(), tokens)
              : layer.meaning() == org.ladera.present.step.Grid.Meaning.DATA
                  ? tokens.input().mark()
                  : tokens.controlBorder();
      g.setStroke(rim);
      g.setLineWidth(graphics.stroke(unit.lit() ? 2.5 : 1.5));
      g.strokeRoundRect(p.getX() - half, p.getY() - r, 2 * half, 2 * r, 2 * r, 2 * r);
      boolean brief = graphics.width(unit.shown(), 9, weight) > 2 * half - 2;
      String number = brief ? unit.brief() : unit.shown();
      double full = graphics.width(number, 11, weight);
      double size = full <= 2 * half - 4 ? 11 : Math.max(7, Math.floor(11 * (2 * half - 3) / full));
      // A part of a number would be another number: where it has no room its sign stays.
      boolean fits = graphics.width(number, size, weight) <= 2 * half - 1;
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

  private void names(double across) {
    FlowSpan span = camera.span();
    while (names.size() < dataFlow.layers().size()) {
      FormulaView name = new FormulaView(typesetter, false);
      name.setManaged(false);
      names.add(name);
      getChildren().add(name);
    }
    for (int l = 0; l < names.size(); l++) {
      FormulaView name = names.get(l);
      boolean has = span.hasAll(l) && !dataFlow.layers().get(l).tex().isEmpty();
      name.setVisible(has);
      if (has) {
        name.show(dataFlow.layers().get(l).tex(), 12 * tokens.scale(), tokens, tokens.muted());
        name.autosize();
        name.relocate(
            Math.round((l - span.first() + 0.5) * across - name.getWidth() / 2),
            Math.round(getHeight() - name.getHeight() - 2));
      }
    }
  }
}
