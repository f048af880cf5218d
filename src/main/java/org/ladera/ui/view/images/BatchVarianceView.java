package org.ladera.ui.view.images;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.present.images.BatchDraws;
import org.ladera.present.images.BatchVarianceModel;
import org.ladera.text.RichText;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.chart.ChartLine;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.plot.chart.LineLegend;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/** How far the gradients of batches lie from that of all, over their size: formula and draws. */
public final class BatchVarianceView extends CardView<BatchVarianceModel> {
  private static final double[] DASHES = {2, 4};
  private static final double DOT = 4;

  /** What drawn batches gave. */
  private record Measured(BatchDraws of, double[] distances) {
    static Measured of(BatchDraws draws) {
      return new Measured(draws, draws.measured());
    }
  }

  private final NewestJob<Measured> job = new NewestJob<>("batch-variance", this::receive);
  private @Nullable BatchDraws asked;
  private @Nullable Measured measured;
  private @Nullable LineChart lines;

  public BatchVarianceView(ViewContext context) {
    super(context);
  }

  @Override
  public void render(BatchVarianceModel next) {
    if (asked == null || !asked.isSame(next.draws())) {
      BatchDraws draws = next.draws();
      asked = draws;
      if (Screen.shows(card)) {
        job.ask(() -> Measured.of(draws));
      } else {
        measured = Measured.of(draws);
      }
    }
    super.render(next);
  }

  private void receive(Measured next) {
    measured = next;
    say();
  }

  @Override
  protected String spoken() {
    Measured now = measured;
    return model.empty().isEmpty() && now != null && now.of().isSame(model.draws())
        ? model.spoken() + ". " + model.told(now.distances(), context.messages().getValue())
        : model.spoken();
  }

  @Override
  public void settle() {
    if (job.isPending() && asked != null) {
      job.answer(Measured.of(asked));
    }
  }

  @Override
  public boolean isSettled() {
    return !job.isPending();
  }

  @Override
  public void dispose() {
    job.close();
    super.dispose();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    Tokens tokens = graphics.tokens();
    if (!model.empty().isEmpty()) {
      graphics.onGround(
          RichText.parse(model.empty()),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          12,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
      return;
    }
    Color drawn = tokens.gradient().mark();
    double axis = graphics.width(RichText.parse(model.y().name()), 11, Weight.REGULAR);
    LineLegend legend =
        new LineLegend(
            graphics,
            body.getMinX() + 16 + axis + 20,
            body.getMaxX() - 16,
            List.of(
                new LineLegend.Dots(RichText.parse(model.names().measured()), drawn, DOT),
                entry(model.names().expected(), tokens.text(), new double[0]),
                entry(model.names().alone(), tokens.muted(), DASHES)));
    AxisPainter axes =
        new AxisPainter(
            graphics,
            new Rectangle2D(
                body.getMinX(),
                body.getMinY() + legend.above(),
                body.getWidth(),
                Math.max(0, body.getHeight() - legend.above())),
            model.x(),
            model.y());
    if (lines == null) {
      lines = new LineChart(model.x(), model.y());
    }
    PlotArea area = axes.area();
    lines.draw(
        graphics.context(),
        area,
        model.x(),
        model.y(),
        List.of(
            line(graphics, model.alone(), tokens.muted(), DASHES),
            line(graphics, model.expected(), tokens.text(), new double[0])),
        List.of(),
        tokens.grid(),
        tokens.canvas());
    dots(graphics, area, drawn);
    axes.base();
    graphics.axis(axes::labels);
    legend.draw(area.top() - Math.max(10, 0.65 * graphics.size(11)));
  }

  /** Those of the update before stay until the newest are there. */
  private void dots(PlotGraphics graphics, PlotArea area, Color color) {
    double[] heights = measured == null ? new double[0] : measured.distances();
    if (heights.length != model.sizes().length) {
      return;
    }
    for (int i = 0; i < heights.length; i++) {
      if (model.y().scale().holds(heights[i])) {
        graphics.disc(
            area.px(model.sizes()[i]),
            area.py(heights[i]),
            graphics.stroke(DOT),
            color,
            graphics.tokens().canvas(),
            1);
      }
    }
  }

  private static LineLegend.Entry entry(String name, Color color, double[] dashes) {
    return new LineLegend.Line(RichText.parse(name), color, 2, dashes);
  }

  private ChartLine line(PlotGraphics graphics, double[] y, Color color, double[] dashes) {
    return new ChartLine(
        model.sizes(), y, color, graphics.stroke(2), graphics.stroked(dashes), false);
  }
}
