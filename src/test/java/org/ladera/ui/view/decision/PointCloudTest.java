package org.ladera.ui.view.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Tip;
import org.ladera.ui.Fx;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.ClassColours;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.ViewBench;

class PointCloudTest {
  private static final int SIDE = 25;

  @BeforeAll
  static void start() {
    Fx.start();
  }

  /** 625 examples on a grid; every fifth is taken for the other class. */
  private static BoundaryModel model(ViewBench bench, int lit) {
    List<BoundaryModel.Mark> marks = new ArrayList<>();
    for (int i = 0; i < SIDE * SIDE; i++) {
      marks.add(new BoundaryModel.Mark(i % SIDE, i / SIDE, i % 2, i % 5 == 0, ""));
    }
    PlotAxis axis = PlotAxis.of("x", Scale.linear(-1, SIDE), bench.messages.getValue().numbers());
    return new BoundaryModel(
        "",
        "",
        "",
        List.of(),
        axis,
        axis,
        Optional.empty(),
        marks,
        List.of("a", "b"),
        lit < 0 ? Optional.empty() : Optional.of(new BoundaryModel.Lit(lit, new Tip(List.of()))),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void everyOneOfManyExamplesIsSeenInTheColourOfItsClass() {
    Fx.on(
        () -> {
          ViewBench bench = new ViewBench();
          BoundaryView view = new BoundaryView(bench.context);
          Scene scene = Fx.scene(view.node(), 600, 600);
          view.render(model(bench, 7));
          view.settle();
          WritableImage picture = scene.snapshot(null);
          Tokens tokens = bench.context.tokens().getValue();
          PlotArea area = area(view, model(bench, -1), tokens);
          for (int i = 0; i < SIDE * SIDE; i++) {
            int x = (int) area.px(i % SIDE);
            int y = (int) area.py(i / SIDE);
            Color seen = picture.getPixelReader().getColor(x, y);
            Color own = ClassColours.of(tokens, i % 2).mark();
            Color other = ClassColours.of(tokens, 1 - i % 2).mark();
            assertTrue(distance(seen, own) < distance(seen, other), "example " + i + ": " + seen);
            assertNotEquals(tokens.canvas(), seen, "example " + i);
            boolean pale = i % 5 != 0 && i != 7;
            assertEquals(pale, distance(seen, own) > 0.2, "example " + i + ": " + seen);
          }
          return null;
        });
  }

  private static PlotArea area(BoundaryView view, BoundaryModel model, Tokens tokens) {
    ViewCard card = (ViewCard) view.node();
    javafx.scene.canvas.Canvas canvas = new javafx.scene.canvas.Canvas(1, 1);
    double top = 36;
    return new BoundaryPainter(
            new PlotGraphics(canvas.getGraphicsContext2D(), tokens),
            new Rectangle2D(0, top, card.getWidth(), card.getHeight() - top),
            model)
        .area();
  }

  private static double distance(Color a, Color b) {
    return Math.abs(a.getRed() - b.getRed())
        + Math.abs(a.getGreen() - b.getGreen())
        + Math.abs(a.getBlue() - b.getBlue());
  }

  @Test
  void walkingGoesThroughAnOrderAsSortedAndAround() {
    Random random = new Random(11);
    double[] values = random.ints(200, 0, 40).asDoubleStream().toArray();
    List<Integer> sorted =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toList();
    Neighbours.Order order = (i, j) -> Double.compare(values[i], values[j]);
    for (int direction : new int[] {1, -1}) {
      List<Integer> wanted = direction > 0 ? sorted : sorted.reversed();
      List<Integer> walked = new ArrayList<>();
      int at = -1;
      for (int i = 0; i < values.length; i++) {
        at = Neighbours.next(values.length, at, direction, order);
        walked.add(at);
      }
      assertEquals(wanted, walked);
      assertEquals(wanted.getFirst(), Neighbours.next(values.length, at, direction, order));
    }
  }
}
