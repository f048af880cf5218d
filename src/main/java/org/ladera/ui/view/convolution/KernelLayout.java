package org.ladera.ui.view.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.present.convolution.Kernel;
import org.ladera.present.convolution.KernelMaps;
import org.ladera.present.convolution.KernelModel;
import org.ladera.present.convolution.NumberGrid;
import org.ladera.ui.plot.PlotGraphics;

/**
 * Where the maps stand: forwards above, backwards below in the same columns, all kernels at the
 * foot.
 */
final class KernelLayout {
  private static final double SIDE = 16;
  private static final double APART = 30;

  /** Where the numbers of the kernel need the room. */
  private static final double CLOSE = 22;

  private static final double LARGEST = 32;

  /** A cell of a map that is well seen, and one that is still seen. */
  private static final double GOOD_MAP = 3;

  private static final double LEAST_MAP = 2;

  private static final double LARGEST_KERNEL = 34;
  private static final double LEAST_KERNEL = 18;
  private static final double NARROW = 520;

  /** The pooled map is small: its numbers have more room. */
  private static final double POOLED = 36;

  /** A small picture of a kernel at the foot. */
  record Thumb(int index, Rectangle2D at) {}

  final GridBox input;
  final GridBox kernel;
  final GridBox products;
  final GridBox z;
  final Optional<GridBox> a;
  final Optional<GridBox> pooled;
  final Optional<GridBox> source;
  final Optional<GridBox> gradient;
  final Optional<GridBox> delta;
  final Optional<GridBox> pooledDelta;
  final List<Thumb> thumbs = new ArrayList<>();
  final double head;
  final double line;
  final double backTop;
  final double foot;
  final boolean narrow;

  KernelLayout(
      PlotGraphics graphics,
      Rectangle2D body,
      KernelModel model,
      KernelMaps maps,
      KernelPlace place,
      GridPainter grids) {
    double scale = graphics.tokens().scale();
    line = graphics.size(12) * 1.5;
    head = 2 * line + 4;
    Shape in = model.window().input();
    boolean bent =
        model.network().layers().get(model.layer() - 1).activation().kind().hasCorner()
            || !java.util.Arrays.equals(maps.z().values(), maps.a().values());
    Optional<NumberGrid> back = maps.delta(model);
    double thumb = Math.round(30 * scale);
    foot = body.getMaxY() - thumb - 10;
    double top = body.getMinY();
    double tall = foot - 8 - top;
    // In a narrow card the maps stand below the window, and the way back has no room.
    narrow =
        body.getWidth() < NARROW * scale && tall >= 2 * (head + 3 * LEAST_KERNEL * scale + line);
    boolean two =
        !narrow && back.isPresent() && tall >= 2 * (head + 3 * LEAST_KERNEL * scale + line);
    double half = two || narrow ? tall / 2 : tall;
    // The sum below the products keeps clear of what follows.
    double room = half - head - 1.5 * line;
    NumberGrid seen = NumberGrid.of(in, model.entering(), 0, place.channel());
    NumberGrid weights = maps.weights(place.channel());
    double below = narrow ? 0 : seen.columns();
    double cells = below + maps.z().columns();
    int signs = narrow ? 0 : 3;
    if (bent) {
      cells += maps.a().columns();
      signs++;
    }
    if (maps.pooled().isPresent()) {
      cells += maps.pooled().get().columns() * POOLED / LARGEST;
      signs++;
    }
    boolean deep = model.layer() > 1 && !narrow;
    Shape whole = model.network().pictures(0).orElse(in);
    if (deep) {
      cells += whole.columns() * 0.5;
      signs++;
    }
    double usual =
        Math.clamp(
            Math.min(room / weights.rows(), 0.1 * body.getWidth() / weights.columns()),
            LEAST_KERNEL * scale,
            LARGEST_KERNEL * scale);
    // Its numbers are what there is to read: maps of many small places give way to them.
    double most = room / weights.rows();
    double left = body.getWidth() - (narrow ? 2 : signs) * CLOSE * scale - 2 * SIDE;
    double across = narrow ? seen.columns() : cells;
    double digits = Math.min(grids.least(weights), most);
    double brief = Math.min(grids.leastOfShort(weights), most);
    double digitsMap = (left - 2 * weights.columns() * digits) / across;
    double briefMap = (left - 2 * weights.columns() * brief) / across;
    double read = digitsMap >= GOOD_MAP ? digits : briefMap >= LEAST_MAP ? brief : 0;
    double kernelCell = Math.max(usual, read);
    double gap = (read > usual ? CLOSE : APART) * scale;
    double kernels = 2 * weights.columns() * kernelCell;
    double fixed = (narrow ? 0 : kernels) + signs * gap + 2 * SIDE;
    double cell =
        Math.min((body.getWidth() - fixed) / cells, Math.min(room / seen.rows(), LARGEST * scale));
    if (narrow) {
      double first = body.getWidth() - kernels - 2 * gap - 2 * SIDE;
      cell = Math.min(cell, first / seen.columns());
    }
    cell = Math.max(2, cell >= 6 ? Math.floor(cell) : cell);
    double spread = Math.max(0, body.getWidth() - fixed - cells * cell);
    double mapCell = cell;
    double pooledCell = cell;
    if (maps.pooled().isPresent()) {
      // The map at the end takes of what is left, never more.
      int columns = maps.pooled().get().columns();
      double counted = cell * POOLED / LARGEST;
      pooledCell = cell >= 16 ? Math.min(POOLED * scale, counted + spread / columns) : cell;
      pooledCell = Math.max(cell, Math.floor(pooledCell));
      spread = Math.max(0, spread - Math.max(0, pooledCell - counted) * columns);
    }
    double apart = gap + (narrow ? 0 : Math.clamp(spread / Math.max(1, signs), 0, 24 * scale));
    double middle = top + head + room / 2;
    double x = body.getMinX() + SIDE;
    @Nullable GridBox original = null;
    if (deep) {
      NumberGrid picture = NumberGrid.of(whole, model.picture(), 0, 0);
      double own = 0.5 * cell;
      original = new GridBox(picture, x, middle - picture.rows() * own / 2, own);
      x += original.width() + apart;
    }
    source = Optional.ofNullable(original);
    input = box(seen, x, middle, cell);
    x += input.width() + apart;
    kernel = box(weights, x, middle, kernelCell);
    x += kernel.width() + apart;
    products = box(maps.products(model, place.place(), place.channel()), x, middle, kernelCell);
    x = narrow ? body.getMinX() + SIDE : x + products.width() + apart;
    double under = narrow ? top + half + head + room / 2 : middle;
    z = box(maps.z(), x, under, cell);
    x += z.width();
    a = bent ? Optional.of(box(maps.a(), x + apart, under, cell)) : Optional.empty();
    x += bent ? apart + z.width() : 0;
    double pooledX = x + apart;
    double lastCell = pooledCell;
    pooled = maps.pooled().map(p -> box(p, pooledX, under, lastCell));
    backTop = top + half;
    double returning = backTop + head + room / 2;
    delta = two ? back.map(d -> box(d, z.x(), returning, mapCell)) : Optional.empty();
    gradient =
        two
            ? maps.gradient(model, place.channel())
                .map(d -> box(d, kernel.x(), returning, kernelCell))
            : Optional.empty();
    pooledDelta =
        two
            ? maps.pooledDelta(model).map(d -> box(d, pooledX, returning, lastCell))
            : Optional.empty();
    thumbs(body, model.kernels(), thumb);
  }

  /** The place of the window with its number, or with its middle, under a point. */
  OptionalInt place(double px, double py, LayerKind.Convolution c) {
    OptionalInt inMap = z.at(px, py);
    if (inMap.isEmpty() && a.isPresent()) {
      inMap = a.get().at(px, py);
    }
    OptionalInt inPicture = input.at(px, py);
    if (inMap.isPresent() || inPicture.isEmpty()) {
      return inMap;
    }
    int row = inPicture.getAsInt() / c.input().columns() + c.padding() - c.rows() / 2;
    int column = inPicture.getAsInt() % c.input().columns() + c.padding() - c.columns() / 2;
    int r = Math.clamp(row / c.stride(), 0, c.output().rows() - 1);
    int k = Math.clamp(column / c.stride(), 0, c.output().columns() - 1);
    return OptionalInt.of(r * c.output().columns() + k);
  }

  private static GridBox box(NumberGrid grid, double x, double middle, double cell) {
    return new GridBox(grid, Math.round(x), Math.round(middle - grid.rows() * cell / 2), cell);
  }

  private void thumbs(Rectangle2D body, List<Kernel> kernels, double size) {
    double x = body.getMinX() + SIDE;
    for (int i = 0; i < kernels.size(); i++) {
      boolean known = i > 0 && kernels.get(i).filter() == 0 && kernels.get(i - 1).filter() > 0;
      x += known ? 16 : 0;
      if (x + size <= body.getMaxX() - SIDE) {
        thumbs.add(new Thumb(i, new Rectangle2D(x, foot, size, size)));
      }
      x += size + 8;
    }
  }
}
