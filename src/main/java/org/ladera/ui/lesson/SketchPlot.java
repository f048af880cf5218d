package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.grading.RunCurve;
import org.ladera.lesson.model.Check;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.plot.Thinning;
import org.ladera.present.runs.ReadingWords;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.plot.AxisPainter;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.chart.ChartLevel;
import org.ladera.ui.plot.chart.ChartLine;
import org.ladera.ui.plot.chart.LineChart;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The small plot on which a curve is drawn by hand, and on which the curve of the run appears
 * beside it. A click does not take the focus, so that the arrows go on driving the run; Tab does.
 */
final class SketchPlot extends Region {
  private static final double HEIGHT = 190;

  /** How far one press of a key raises the curve. */
  private static final double STEP = 0.05;

  private static final double[] FULL = {};

  private final Check.Sketch check;
  private final StepScope scope;
  private final Consumer<double[]> drawn;
  private final Canvas canvas = new Canvas();
  private final Pen pen = new Pen();
  private final String name;
  private boolean held;
  private Optional<RunCurve> came = Optional.empty();
  private @Nullable PlotArea area;

  /**
   * @param drawn gets the values of the curve, in the engine's numbers, whenever it was changed
   */
  SketchPlot(Check.Sketch check, StepScope scope, Consumer<double[]> drawn) {
    this.check = check;
    this.scope = scope;
    this.drawn = drawn;
    name =
        new ReadingWords(scope.scene().runs().getFirst().experiment().network(), scope.messages())
            .of(check.reading().reading());
    getChildren().add(canvas);
    setMinHeight(scope.px(HEIGHT));
    setPrefHeight(scope.px(HEIGHT));
    setId("sketch-" + check.id());
    setAccessibleRole(AccessibleRole.SLIDER);
    setFocusTraversable(true);
    focusVisibleProperty().addListener((property, was, is) -> paint());
    setOnMousePressed(e -> pointed(e, true));
    setOnMouseDragged(e -> pointed(e, false));
    setOnKeyPressed(this::key);
    speak();
  }

  /** Takes a curve that was drawn before, in the engine's numbers. */
  void draw(double[] values) {
    pen.take(DoubleStream.of(values).map(check.heights()::of).toArray());
    changed();
  }

  /** Whether it stays as it is. */
  void hold(boolean is) {
    held = is;
  }

  /** The curve of the run, once it may be seen. */
  void compare(Optional<RunCurve> curve) {
    if (!curve.equals(came)) {
      came = curve;
      changed();
    }
  }

  private void pointed(MouseEvent e, boolean down) {
    PlotArea at = area;
    if (held || at == null || e.getButton() != MouseButton.PRIMARY) {
      return;
    }
    double share = (e.getX() - at.left()) / at.width();
    int column = (int) Math.round(Math.max(0, Math.min(1, share)) * (Pen.COLUMNS - 1));
    double height = (at.bottom() - e.getY()) / at.height();
    if (down) {
      pen.press(column, height);
    } else {
      pen.drag(column, height);
    }
    tell();
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown() || held) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> pen.move(-1);
      case RIGHT -> pen.move(1);
      case UP -> raise(STEP);
      case DOWN -> raise(-STEP);
      default -> {
        return;
      }
    }
    e.consume();
    changed();
  }

  private void raise(double by) {
    pen.raise(by);
    tell();
  }

  private void tell() {
    drawn.accept(
        IntStream.range(0, Pen.COLUMNS)
            .mapToDouble(i -> check.heights().value(pen.height(i)))
            .toArray());
    changed();
  }

  private void changed() {
    speak();
    paint();
  }

  private double shown(double engine) {
    return scope
        .conversion(check.reading().run())
        .shown(engine, check.reading().reading().dimension())
        .shown();
  }

  private double epoch(int column) {
    return (double) check.epochs() * column / (Pen.COLUMNS - 1);
  }

  private void speak() {
    Messages messages = scope.messages();
    String epochs = messages.numbers().whole(check.epochs());
    String plain = RichText.parse(name).plain();
    if (!pen.hasBegun()) {
      setAccessibleText(
          messages.text("lesson.sketch.spoken.empty", Map.of("name", plain, "epochs", epochs)));
      return;
    }
    double epoch = epoch(pen.column());
    double value = shown(check.heights().value(pen.height(pen.column())));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "lesson.sketch.spoken",
            Map.of(
                "name",
                plain,
                "epochs",
                epochs,
                "epoch",
                messages.numbers().shown(epoch),
                "value",
                messages.numbers().shown(value))));
    came.ifPresent(
        curve ->
            sentences.add(
                messages.text(
                    "lesson.sketch.spoken.came",
                    Map.of("value", messages.numbers().shown(shown(curve.at(epoch)))))));
    setAccessibleText(String.join(" ", sentences));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  private void paint() {
    if (getWidth() < 1 || getHeight() < 1) {
      return;
    }
    Tokens tokens = scope.tokens();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    PlotGraphics graphics = new PlotGraphics(g, tokens);
    double low = shown(check.heights().low());
    double high = shown(check.heights().high());
    Messages messages = scope.messages();
    PlotAxis x =
        PlotAxis.of(
            messages.text("curve.epoch"), Scale.linear(0, check.epochs()), messages.numbers());
    PlotAxis y =
        PlotAxis.of(
            name,
            check.heights().log() ? Scale.log(low, high) : Scale.linear(low, high),
            messages.numbers());
    // The axes have their own margin, which the column of the text has already.
    AxisPainter axes =
        new AxisPainter(graphics, new Rectangle2D(-12, 0, getWidth() + 12, getHeight()), x, y);
    PlotArea at = axes.area();
    area = at;
    new LineChart(x, y)
        .draw(g, at, x, y, lines(graphics), levels(graphics), tokens.grid(), tokens.canvas());
    axes.base();
    axes.labels();
    names(graphics, at);
    if (isFocusVisible()) {
      pen(graphics, at);
      g.setStroke(tokens.accent());
      g.setLineWidth(2);
      g.strokeRoundRect(1, 1, getWidth() - 2, getHeight() - 2, 8, 8);
    }
  }

  private List<ChartLine> lines(PlotGraphics graphics) {
    List<ChartLine> lines = new ArrayList<>();
    came.ifPresent(
        curve -> {
          double[] values = DoubleStream.of(curve.values()).map(this::shown).toArray();
          Thinning thin = Thinning.of(curve.epochs(), values, 0, values.length);
          Color color = scope.tokens().loss().ink();
          lines.add(new ChartLine(thin.x(), thin.y(), color, graphics.stroke(2.25), FULL, false));
        });
    if (pen.hasBegun()) {
      lines.add(
          new ChartLine(
              IntStream.range(0, Pen.COLUMNS).mapToDouble(this::epoch).toArray(),
              IntStream.range(0, Pen.COLUMNS)
                  .mapToDouble(i -> shown(check.heights().value(pen.height(i))))
                  .toArray(),
              scope.tokens().accent(),
              graphics.stroke(2.25),
              came.isPresent() ? graphics.stroked(6, 4) : FULL,
              false));
    }
    return lines;
  }

  private List<ChartLevel> levels(PlotGraphics graphics) {
    double[] dashes = graphics.stroked(PlotGraphics.REFERENCE);
    return check.marks().stream()
        .map(mark -> new ChartLevel(true, mark, scope.tokens().muted(), graphics.stroke(1), dashes))
        .toList();
  }

  /** Whose curve is whose, once there are two. */
  private void names(PlotGraphics graphics, PlotArea at) {
    if (came.isEmpty()) {
      return;
    }
    Tokens tokens = scope.tokens();
    double base = at.top() - Math.max(10, 0.65 * graphics.size(11));
    String you = scope.messages().text("lesson.predict.you");
    String run = scope.messages().text("lesson.predict.run");
    double right = at.right();
    graphics.plain(
        RichText.parse(run),
        right,
        base,
        11,
        Weight.MEDIUM,
        tokens.loss().ink(),
        PlotGraphics.Align.RIGHT);
    double width = graphics.width(run, 11, Weight.MEDIUM);
    graphics.plain(
        RichText.parse(you),
        right - width - graphics.size(11),
        base,
        11,
        Weight.MEDIUM,
        tokens.accent(),
        PlotGraphics.Align.RIGHT);
  }

  private void pen(PlotGraphics graphics, PlotArea at) {
    double height = pen.hasBegun() ? pen.height(pen.column()) : 0.5;
    double px = at.left() + at.width() * pen.column() / (Pen.COLUMNS - 1);
    graphics.disc(
        px,
        at.bottom() - at.height() * height,
        5,
        scope.tokens().accent(),
        scope.tokens().canvas(),
        1.5);
  }
}
