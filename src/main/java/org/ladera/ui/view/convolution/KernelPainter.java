package org.ladera.ui.view.convolution;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.paint.Color;
import org.ladera.engine.spec.LayerKind;
import org.ladera.present.convolution.Area;
import org.ladera.present.convolution.Kernel;
import org.ladera.present.convolution.KernelMaps;
import org.ladera.present.convolution.KernelModel;
import org.ladera.present.convolution.NumberGrid;
import org.ladera.present.convolution.ReceptiveField;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/** Draws a {@link KernelModel} with the window at a place. */
final class KernelPainter {
  private static final String TIMES = "\u2299";
  private static final double NOTHING = 1e-9;
  private static final double SEEN = 10;

  private final PlotGraphics graphics;
  private final Tokens tokens;
  private final KernelModel model;
  private final KernelMaps maps;
  private final KernelPlace place;
  private final int chosen;
  private final KernelLayout layout;
  private final Messages messages;
  private final GridPainter grids;

  /**
   * @param chosen index of the kernel among the small pictures; −1 for one of one's own
   */
  KernelPainter(
      PlotGraphics graphics,
      Rectangle2D body,
      KernelModel model,
      KernelMaps maps,
      KernelPlace place,
      int chosen) {
    this.graphics = graphics;
    this.model = model;
    this.maps = maps;
    this.place = place;
    this.chosen = chosen;
    tokens = graphics.tokens();
    messages = model.messages();
    grids = new GridPainter(graphics, messages.numbers());
    layout = new KernelLayout(graphics, body, model, maps, place, grids);
  }

  KernelLayout layout() {
    return layout;
  }

  void draw() {
    LayerKind.Convolution c = model.window();
    int row = place.place() / c.output().columns();
    int column = place.place() % c.output().columns();
    Area window =
        new Area(
            row * c.stride() - c.padding(),
            column * c.stride() - c.padding(),
            c.rows(),
            c.columns());
    Area here = new Area(row, column, 1, 1);
    layout.source.ifPresent(box -> source(box, here));
    names(layout.input, "kernel.input", "", tokens.input().ink());
    grids.draw(layout.input, true, Integer.MAX_VALUE);
    asked();
    grids.ring(layout.input, window, tokens.accent(), 2);
    sign(TIMES, layout.input, layout.kernel);
    name(
        layout.kernel,
        maps.kernel().name(),
        "$K$",
        layout.kernel.grid().size(),
        tokens.weight().ink());
    grids.draw(layout.kernel, false, Integer.MAX_VALUE);
    sign("=", layout.kernel, layout.products);
    names(layout.products, "kernel.products", "", tokens.text());
    grids.draw(layout.products, false, Integer.MAX_VALUE);
    ring(layout.kernel);
    ring(layout.products);
    boolean below = sum();
    if (!layout.narrow) {
      sign("\u03a3", layout.products, layout.z);
    }
    names(layout.z, "kernel.map", "$Z$", tokens.netInput().ink());
    grids.draw(layout.z, false, place.filled());
    grids.ring(layout.z, here, tokens.accent(), 2);
    layout.a.ifPresent(box -> bent(box, here));
    layout.pooled.ifPresent(box -> pooled(box, c));
    back();
    thumbs(below);
  }

  /** What a number of the pooled map, or of a deep layer, can see of the picture. */
  private void asked() {
    if (place.deep() < 0 || model.pool().isEmpty()) {
      return;
    }
    LayerKind.Pool pool = model.pool().get();
    Area of =
        new Area(
            place.deep() / pool.output().columns(), place.deep() % pool.output().columns(), 1, 1);
    if (layout.source.isEmpty()) {
      grids.dashed(
          layout.input, ReceptiveField.of(model.network(), model.layer() + 1, of), tokens.accent());
    }
  }

  private void source(GridBox box, Area here) {
    names(box, "kernel.source", "", tokens.input().ink());
    grids.draw(box, true, Integer.MAX_VALUE);
    int layer = place.deep() >= 0 ? model.layer() + 1 : model.layer();
    Area of = here;
    if (place.deep() >= 0 && model.pool().isPresent()) {
      int wide = model.pool().get().output().columns();
      of = new Area(place.deep() / wide, place.deep() % wide, 1, 1);
    }
    grids.ring(box, ReceptiveField.of(model.network(), layer, of), tokens.accent(), 2);
  }

  private void bent(GridBox box, Area here) {
    sign("\u203a", layout.z, box);
    String key = model.network().layers().get(model.layer() - 1).activation().kind().id();
    name(
        box,
        messages.text("name.activation." + key),
        "$A$",
        box.grid().size(),
        tokens.input().ink());
    grids.draw(box, true, place.filled());
    grids.ring(box, here, tokens.accent(), 2);
  }

  private void pooled(GridBox box, LayerKind.Convolution c) {
    GridBox from = layout.a.orElse(layout.z);
    sign("\u203a", from, box);
    boolean max = maps.winners().length > 0;
    names(
        box,
        max ? "kernel.maxima" : "kernel.means",
        messages.text(max ? "kernel.maxima.short" : "kernel.means.short"),
        tokens.input().ink());
    LayerKind.Pool pool = model.pool().orElseThrow();
    int complete = 0;
    while (complete < box.grid().values().length && isComplete(pool, complete, c)) {
      complete++;
    }
    grids.draw(box, true, complete);
    for (int i = 0; i < complete && max; i++) {
      // Among many small places only those that stand for something are marked.
      if (from.cell() >= SEEN || box.grid().values()[i] != 0) {
        grids.winner(from, maps.winners()[i]);
      }
    }
    if (place.deep() >= 0) {
      int wide = pool.output().columns();
      Area at = new Area(place.deep() / wide, place.deep() % wide, 1, 1);
      grids.ring(box, at, tokens.accent(), 2);
      grids.dashed(
          from,
          new Area(at.row() * pool.stride(), at.column() * pool.stride(), pool.size(), pool.size()),
          tokens.accent());
    }
  }

  /** Whether all that a number is chosen from is there already. */
  private boolean isComplete(LayerKind.Pool pool, int unit, LayerKind.Convolution c) {
    int place = unit % (pool.output().rows() * pool.output().columns());
    int last = pool.size() - 1;
    int row = place / pool.output().columns() * pool.stride() + last;
    int column = place % pool.output().columns() * pool.stride() + last;
    return row * c.output().columns() + column < this.place.filled();
  }

  private void back() {
    if (layout.delta.isEmpty() || layout.gradient.isEmpty()) {
      return;
    }
    double y = layout.backTop;
    graphics.line(16, y, graphics.across() - 16, y, tokens.separator(), 1);
    double room = layout.gradient.get().x() - 12 * tokens.scale() - 24;
    graphics.text(
        grids.longest(
            room,
            12,
            Weight.SEMI_BOLD,
            messages.text("kernel.back"),
            messages.text("kernel.back.short")),
        16,
        y + layout.line,
        12,
        Weight.SEMI_BOLD,
        tokens.text(),
        Align.LEFT);
    GridBox delta = layout.delta.get();
    GridBox gradient = layout.gradient.get();
    names(delta, "kernel.delta", "$\u03b4$", tokens.delta().ink());
    grids.draw(delta, false, Integer.MAX_VALUE);
    names(gradient, "kernel.gradient", "\u2202$J$/\u2202$K$", tokens.gradient().ink());
    grids.draw(gradient, false, Integer.MAX_VALUE);
    sign("\u2039", gradient, delta);
    layout.pooledDelta.ifPresent(
        box -> {
          names(box, "kernel.delta.pooled", "$\u03b4$", tokens.delta().ink());
          grids.draw(box, false, Integer.MAX_VALUE);
          sign("\u2039", delta, box);
          for (int winner : maps.winners()) {
            if (delta.cell() >= SEEN || delta.grid().values()[winner] != 0) {
              grids.winner(delta, winner);
            }
          }
        });
  }

  /** What the sum of the products is, with what the other channels and the bias add. */
  private String[] sums() {
    int channels = model.window().input().channels();
    String key =
        channels > 1
            ? "kernel.sum.channels"
            : Math.abs(maps.kernel().bias()) >= NOTHING ? "kernel.sum.bias" : "kernel.sum";
    Map<String, String> numbers =
        Map.of(
            "own", shown(maps.sum(model, place.place(), place.channel())),
            "bias", shown(maps.kernel().bias()),
            "all", shown(maps.z().values()[place.place()]));
    return new String[] {messages.text(key, numbers), messages.text("kernel.sum.short", numbers)};
  }

  /**
   * Writes the sum below the products.
   *
   * @return whether it has room there
   */
  private boolean sum() {
    // Between the edge and the map, below the products where it has room there.
    double right = layout.narrow ? graphics.across() - 16 : layout.z.x() - 8;
    RichText fit = grids.longest(right - 16, 12, Weight.SEMI_BOLD, sums());
    double half = graphics.width(fit, 12, Weight.SEMI_BOLD) / 2;
    GridBox box = layout.products;
    double x = Math.min(Math.max(16 + half, box.x() + box.width() / 2), right - half);
    double foot =
        x - half < layout.input.x() + layout.input.width()
            ? Math.max(box.y() + box.height(), layout.input.y() + layout.input.height())
            : box.y() + box.height();
    if (foot + layout.line + 4 > layout.foot) {
      return false;
    }
    graphics.text(
        fit, x, foot + layout.line, 12, Weight.SEMI_BOLD, tokens.netInput().ink(), Align.CENTRE);
    return true;
  }

  private String shown(double value) {
    return messages.numbers().shown(Math.abs(value) < NOTHING ? 0 : value, 3);
  }

  private void ring(GridBox box) {
    grids.ring(box, new Area(0, 0, box.grid().rows(), box.grid().columns()), tokens.accent(), 1.5);
  }

  private void sign(String sign, GridBox left, GridBox right) {
    graphics.text(
        sign,
        (left.x() + left.width() + right.x()) / 2,
        left.middle() + graphics.drop(14),
        14,
        Weight.REGULAR,
        tokens.muted(),
        Align.CENTRE);
  }

  private void names(GridBox box, String key, String symbol, Color color) {
    name(box, messages.text(key), symbol, box.grid().size(), color);
  }

  /** Name and size over a map; a name that has no room gives way to its symbol. */
  private void name(GridBox box, String words, String symbol, String size, Color color) {
    double room = box.width() + 24 * tokens.scale();
    RichText name = grids.longest(room, 12, Weight.MEDIUM, words, symbol);
    over(box, name, box.y() - layout.line - 4, 12, Weight.MEDIUM, color);
    over(box, RichText.parse(size), box.y() - 6, 11, Weight.REGULAR, tokens.muted());
  }

  /** Over the middle of a map, but not beyond the edge of the card. */
  private void over(GridBox box, RichText text, double y, double px, Weight weight, Color color) {
    double half = graphics.width(text, px, weight) / 2;
    double x = Math.min(box.x() + box.width() / 2, graphics.across() - 4 - half);
    graphics.text(text, Math.max(4 + half, x), y, px, weight, color, Align.CENTRE);
  }

  /**
   * @param free whether the room beside the small pictures is free for a hint; else the sum is
   *     there
   */
  private void thumbs(boolean free) {
    for (KernelLayout.Thumb thumb : layout.thumbs) {
      Kernel kernel = model.kernels().get(thumb.index());
      NumberGrid grid = model.maps(kernel).weights(place.channel());
      double cell = thumb.at().getWidth() / Math.max(grid.rows(), grid.columns());
      GridBox box = new GridBox(grid, thumb.at().getMinX(), thumb.at().getMinY(), cell);
      grids.draw(box, false, Integer.MAX_VALUE);
      boolean own = thumb.index() == chosen;
      Color color = own ? tokens.accent() : tokens.separator();
      Area all = new Area(0, 0, grid.rows(), grid.columns());
      grids.ring(box, all, color, own ? 2 : 1);
    }
    if (!layout.thumbs.isEmpty()) {
      Rectangle2D last = layout.thumbs.getLast().at();
      double x = last.getMaxX() + 12;
      double room = graphics.across() - 16 - x;
      double y = last.getMinY() + last.getHeight() / 2;
      if (free) {
        RichText hint =
            grids.longest(
                room,
                11,
                Weight.REGULAR,
                messages.text("kernel.choose"),
                messages.text("kernel.choose.short"));
        double base = y + graphics.drop(11);
        graphics.text(hint, x, base, 11, Weight.REGULAR, tokens.muted(), Align.LEFT);
      } else {
        RichText sum = grids.longest(room, 12, Weight.SEMI_BOLD, sums());
        Color color = tokens.netInput().ink();
        double base = y + graphics.drop(12);
        graphics.text(sum, x, base, 12, Weight.SEMI_BOLD, color, Align.LEFT);
      }
    }
  }

  /** The kernel whose small picture lies under a point. */
  Optional<Integer> kernelAt(double x, double y) {
    return layout.thumbs.stream()
        .filter(t -> t.at().contains(x, y))
        .map(KernelLayout.Thumb::index)
        .findFirst();
  }
}
