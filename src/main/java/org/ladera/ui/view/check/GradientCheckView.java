package org.ladera.ui.view.check;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.check.DerivativeModel;
import org.ladera.present.check.GradientCheckModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.text.Messages;
import org.ladera.ui.control.Copying;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * One derivative in detail and, where there is room, all of them in a table. A click on a row, or
 * up and down with the focus, chooses the derivative; left and right read the curve of errors,
 * Ctrl+C copies the numbers.
 */
public final class GradientCheckView extends CardView<GradientCheckModel> {
  private static final double PADDING = 16;
  private static final double BUTTON = 28;

  /** In this much, the table stands beside or below the derivative. */
  private static final double BESIDE = 500;

  private static final double BELOW = 400;
  private static final double WIDEST = 420;
  private static final double TALLEST = 420;

  /** What the derivative has beside the table, whose ratios are the larger thing. */
  private static final double SHARE = 0.4;

  private final IconButton previous = step(MaterialDesignC.CHEVRON_UP, -1);
  private final IconButton next = step(MaterialDesignC.CHEVRON_DOWN, 1);
  private final PlotTip tip;
  private Optional<PlotArea> curve = Optional.empty();
  private Optional<GradientTable> table = Optional.empty();
  private @Nullable ParameterRef shown;
  private double scroll;
  private int read = -1;
  private int hovered = -1;

  public GradientCheckView(ViewContext context) {
    super(context);
    card.addSwitch(previous);
    card.addSwitch(next);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> point(e.getX(), e.getY()));
    card.setOnMouseExited(e -> point(-1, -1));
    card.setOnMousePressed(this::press);
    card.setOnScroll(this::scroll);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(GradientCheckModel newest) {
    model = newest;
    Messages messages = context.messages().getValue();
    previous.named(messages.text("check.previous"));
    next.named(messages.text("check.next"));
    say();
  }

  /** With the point of the curve that is read. */
  @Override
  protected String spoken() {
    String point =
        model
            .derivative()
            .tip(read, context.messages().getValue())
            .map(t -> t.plain() + ". ")
            .orElse("");
    return point + model.spoken();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    double scale = Math.max(1, graphics.tokens().scale());
    double w = body.getWidth() - 2 * PADDING;
    double h = body.getHeight() - PADDING;
    boolean beside = w >= BESIDE * scale;
    boolean below = !beside && h >= BELOW * scale;
    double width = beside ? Math.min(WIDEST * scale, w * SHARE) : w;
    double height = beside ? Math.min(h, TALLEST * scale) : below ? 240 * scale : h;
    Rectangle2D left = new Rectangle2D(PADDING, body.getMinY(), width, height);
    curve = new DerivativePainter(graphics, left, model.derivative()).draw(read);
    table = Optional.empty();
    if (beside) {
      double x = PADDING + width + 24;
      table(graphics, new Rectangle2D(x, body.getMinY(), body.getWidth() - PADDING - x, h));
    } else if (below) {
      double y = body.getMinY() + height + 12;
      table(graphics, new Rectangle2D(PADDING, y, w, body.getMaxY() - PADDING - y));
    }
    placeTip(graphics.tokens());
  }

  private void table(PlotGraphics graphics, Rectangle2D box) {
    if (model.table().rows().isEmpty()) {
      return;
    }
    Messages messages = context.messages().getValue();
    List<String> names =
        List.of(
            messages.text("check.column.derivative"),
            messages.text("check.column.backprop"),
            messages.text("check.column.dual"),
            messages.text("check.column.ratio"));
    GradientTable drawn = new GradientTable(graphics, box, model.table(), names);
    if (!model.chosen().equals(shown) && model.row() >= 0) {
      scroll = drawn.showing(model.row(), scroll);
      shown = model.chosen();
    }
    scroll = Math.clamp(scroll, 0, drawn.tooTall());
    drawn.draw(scroll, model.row(), hovered >= 0 ? hovered : model.lit());
    table = Optional.of(drawn);
  }

  private void placeTip(Tokens tokens) {
    Optional<Tip> words = model.derivative().tip(read, context.messages().getValue());
    if (words.isEmpty() || curve.isEmpty()) {
      tip.hide();
      return;
    }
    DerivativeModel.Curve points = model.derivative().curve().orElseThrow();
    PlotArea at = curve.get();
    tip.show(words.get(), at.px(points.steps()[read]), at.py(points.errors()[read]), tokens);
  }

  private void point(double x, double y) {
    boolean inside = curve.isPresent() && curve.get().contains(x, y);
    int nextRead =
        inside && model.derivative().curve().isPresent()
            ? model.derivative().curve().get().nearest(curve.get().xAt(x))
            : -1;
    int nextRow = table.map(t -> t.rowAt(x, y, scroll)).orElse(-1);
    if (nextRead != read || nextRow != hovered) {
      boolean moved = nextRow != hovered;
      read = nextRead;
      hovered = nextRow;
      card.repaint();
      if (moved) {
        light(nextRow);
      }
    }
  }

  /** The parameter of a row lights up in every view. */
  private void light(int row) {
    Highlight highlight =
        row < 0
            ? Highlight.NONE
            : new Highlight(-1, 0, 0, Optional.of(model.table().rows().get(row).parameter()), -1);
    context.intents().accept(new Intent.Light(highlight));
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    point(e.getX(), e.getY());
    if (hovered >= 0) {
      choose(model.table().rows().get(hovered).parameter());
    }
  }

  private void scroll(ScrollEvent e) {
    table
        .filter(t -> t.tooTall() > 0)
        .ifPresent(
            t -> {
              scroll = Math.clamp(scroll - e.getDeltaY(), 0, t.tooTall());
              card.repaint();
              e.consume();
            });
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card) {
      return;
    }
    if (Copying.isAsked(e)) {
      Copying.copy(model.copied());
      e.consume();
      return;
    }
    if (e.isShortcutDown()) {
      return;
    }
    switch (e.getCode()) {
      case UP -> go(-1);
      case DOWN -> go(1);
      case HOME -> go(-model.table().rows().size());
      case END -> go(model.table().rows().size());
      case LEFT -> walk(-1);
      case RIGHT -> walk(1);
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void walk(int direction) {
    model
        .derivative()
        .curve()
        .ifPresent(
            c -> {
              read = c.walked(read, direction);
              say();
            });
  }

  private void go(int by) {
    model.beside(by).ifPresent(this::choose);
  }

  private void choose(ParameterRef parameter) {
    if (!parameter.equals(model.chosen())) {
      read = -1;
      context.intents().accept(new Intent.Choose(parameter));
    }
  }

  private IconButton step(Ikon ikon, int direction) {
    return new IconButton(ikon, 14, () -> go(direction)).quiet().square(BUTTON);
  }
}
