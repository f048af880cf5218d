package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.chart.ChartLevel;
import org.ladera.ui.plot.chart.ChartLine;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.theme.RunLook;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** The small picture below a prediction: what came, and where the person had it. */
final class PredictionPlot extends Region {
  private static final double HEIGHT = 176;
  private static final double[] FULL = {};

  private final PredictionModel model;
  private final StepScope scope;
  private final Canvas canvas = new Canvas();

  PredictionPlot(PredictionModel model, StepScope scope) {
    this.model = model;
    this.scope = scope;
    getChildren().add(canvas);
    setMinHeight(scope.px(HEIGHT));
    setPrefHeight(scope.px(HEIGHT));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(model.words().map(RichText::parse).map(RichText::plain).orElse(model.name()));
  }

  @Override
  protected void layoutChildren() {
    if (getWidth() < 1 || getHeight() < 1) {
      return;
    }
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    Tokens tokens = scope.tokens();
    PlotGraphics graphics = new PlotGraphics(canvas.getGraphicsContext2D(), tokens);
    graphics.context().clearRect(0, 0, getWidth(), getHeight());
    PlotAxis x = epochs();
    PlotAxis y = heights();
    // The axes have their own margin, which the column of the text has already.
    Rectangle2D body = new Rectangle2D(-12, 0, getWidth() + 12, getHeight());
    AxisPainter axes = new AxisPainter(graphics, body, x, y);
    PlotArea area = axes.area();
    new LineChart(x, y)
        .draw(
            graphics.context(),
            area,
            x,
            y,
            model.lines().stream().map(line -> line(line, graphics)).toList(),
            levels(graphics),
            tokens.grid(),
            tokens.canvas());
    axes.base();
    axes.labels();
    model.marks().forEach(mark -> mark(mark, area, graphics));
  }

  private PlotAxis epochs() {
    double last = 1;
    for (PredictionModel.Line line : model.lines()) {
      for (double epoch : line.epochs()) {
        last = Math.max(last, epoch);
      }
    }
    return PlotAxis.of(
        scope.messages().text("curve.epoch"), Scale.linear(0, last), scope.messages().numbers());
  }

  private PlotAxis heights() {
    return PlotAxis.of(model.name(), model.span().scale(), scope.messages().numbers());
  }

  private ChartLine line(PredictionModel.Line line, PlotGraphics graphics) {
    boolean own = line.look() < 0;
    RunLook look = RunLook.of(scope.tokens(), Math.max(0, line.look()));
    return new ChartLine(
        line.epochs(),
        line.values(),
        own ? scope.tokens().loss().ink() : look.color(),
        graphics.stroke(own ? 2.25 : 1.75),
        own ? FULL : graphics.stroked(look.dashes()),
        false);
  }

  private List<ChartLevel> levels(PlotGraphics graphics) {
    List<ChartLevel> levels = new ArrayList<>();
    double[] dashes = graphics.stroked(PlotGraphics.REFERENCE);
    model
        .goal()
        .ifPresent(
            goal ->
                levels.add(
                    new ChartLevel(
                        false, goal, scope.tokens().muted(), graphics.stroke(1), dashes)));
    for (PredictionModel.Mark mark : model.marks()) {
      levels.add(
          new ChartLevel(
              true, mark.epoch(), color(mark), graphics.stroke(1.25), mark.own() ? dashes : FULL));
    }
    return levels;
  }

  private Color color(PredictionModel.Mark mark) {
    return mark.own() ? scope.tokens().accent() : scope.tokens().loss().ink();
  }

  /** The person's own point is a ring, what came is a disc; each has its word. */
  private void mark(PredictionModel.Mark mark, PlotArea area, PlotGraphics graphics) {
    double px = Math.max(area.left(), Math.min(area.px(mark.epoch()), area.right()));
    double py = Math.max(area.top(), Math.min(area.py(mark.value()), area.bottom()));
    if (mark.own()) {
      graphics.ring(px, py, 5.5, color(mark), 2.25);
    } else {
      graphics.disc(px, py, 4.5, color(mark), scope.tokens().canvas(), 1.5);
    }
    String word = scope.messages().text(mark.own() ? "lesson.predict.you" : "lesson.predict.run");
    boolean left = px > area.left() + area.width() / 2;
    graphics.plain(
        RichText.parse(word),
        left ? px - 9 : px + 9,
        mark.own() ? py - 8 : py + graphics.size(11) + 6,
        11,
        Weight.MEDIUM,
        color(mark),
        left ? PlotGraphics.Align.RIGHT : PlotGraphics.Align.LEFT);
  }
}
