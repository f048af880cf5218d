package org.ladera.ui.view.network;

import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.DeltasModel.Range;
import org.ladera.present.network.DeltasModel.Row;
import org.ladera.present.network.DeltasModel.Sample;
import org.ladera.present.plot.ColourMap;
import org.ladera.present.plot.Tick;
import org.ladera.text.RichText;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.theme.MapColour;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.loss.PixelImage;

/** Draws a {@link DeltasModel}. */
final class DeltasPainter {
  /** The strongest cell leaves its number readable. */
  private static final double STRONGEST = 0.8;

  /** How much of the ground lies over what the run has not reached. */
  private static final double VEIL = 0.7;

  /** Images that are kept from one drawing to the next. */
  record Images(PixelImage cells, NormsImage norms) {}

  private final PlotGraphics graphics;
  private final GraphicsContext g;
  private final Tokens tokens;
  private final Rectangle2D body;
  private final DeltasModel model;
  private final DeltasLayout layout;
  private final LayerNames names;
  private final Images images;
  private final boolean deltas;
  private final ColourMap colours;

  /**
   * @param deltas norms of deltas, else of gradients
   */
  DeltasPainter(
      PlotGraphics graphics, Rectangle2D body, DeltasModel model, boolean deltas, Images images) {
    this.graphics = graphics;
    this.body = body;
    this.model = model;
    this.deltas = deltas;
    this.images = images;
    g = graphics.context();
    tokens = graphics.tokens();
    layout = new DeltasLayout(graphics, body, model);
    names = new LayerNames(graphics, body, model, layout);
    colours =
        ColourMap.diverging(
            UnitPictures.rgb(tokens.negative()),
            UnitPictures.rgb(tokens.canvas()),
            UnitPictures.rgb(tokens.positive()));
  }

  DeltasLayout layout() {
    return layout;
  }

  /**
   * @param row chosen cell, or −1
   * @param column chosen cell, or −1
   */
  void draw(int row, int column) {
    samples();
    if (model.rows().size() * model.samples().size() > DeltasModel.MOST_NUMBERS) {
      image();
    } else {
      cells();
    }
    names.draw();
    rings(row, column);
    if (layout.hasNorms()) {
      norms();
    }
  }

  private void samples() {
    double room = layout.cellWidth() - 4;
    boolean whole = fits(room, true);
    boolean numbers = whole || fits(room, false);
    double base = layout.cellTop() - 6;
    for (int c = 0; c < model.samples().size(); c++) {
      boolean chosen = c == model.chosen();
      if (!numbers && !chosen) {
        continue;
      }
      Sample sample = model.samples().get(c);
      String text = whole || !numbers ? sample.name() : sample.number();
      double w = graphics.width(text, 11, Weight.SEMI_BOLD);
      double x = layout.left() + (c + 0.5) * layout.cellWidth();
      double in =
          Math.clamp(
              x,
              layout.left() + w / 2,
              Math.max(layout.left() + w / 2, body.getMaxX() - 6 - w / 2));
      graphics.text(
          text,
          in,
          base,
          11,
          chosen ? Weight.SEMI_BOLD : Weight.REGULAR,
          chosen ? tokens.accent() : tokens.muted(),
          Align.CENTRE);
    }
  }

  private boolean fits(double room, boolean names) {
    return model.samples().stream()
        .allMatch(s -> graphics.width(names ? s.name() : s.number(), 11, Weight.SEMI_BOLD) <= room);
  }

  private int colour(Row row, int column) {
    double share = row.deltas()[column] / model.sizes()[row.layer() - 1];
    return Double.isNaN(share)
        ? UnitPictures.rgb(tokens.delta().mark())
        : colours.at(0.5 + 0.5 * STRONGEST * Math.clamp(share, -1, 1));
  }

  private void cells() {
    double gap = layout.gap();
    boolean numbers = numbersFit(false);
    boolean signs = numbers || numbersFit(true);
    for (int r = 0; r < model.rows().size(); r++) {
      Row row = model.rows().get(r);
      for (int c = 0; c < model.samples().size(); c++) {
        Rectangle2D cell = layout.cell(r, c);
        int colour = colour(row, c);
        g.setFill(MapColour.of(colour));
        double w = cell.getWidth() - gap;
        double h = cell.getHeight() - gap;
        if (gap > 0) {
          g.fillRoundRect(cell.getMinX(), cell.getMinY(), w, h, 3, 3);
          edge(cell, w, h, colour);
        } else {
          g.fillRect(cell.getMinX(), cell.getMinY(), w + 0.3, h + 0.3);
        }
        if (signs) {
          String text = numbers ? row.shown()[c] : row.shown()[c].substring(0, 1);
          number(text, cell.getMinX() + w / 2, cell.getMinY() + h / 2, colour);
        }
      }
    }
  }

  /** A cell near zero has the colour of the canvas; a hairline shows that it is there. */
  private void edge(Rectangle2D cell, double w, double h, int colour) {
    if (Math.abs(ColourMap.luminance(colour) - luminance(tokens.canvas())) < 0.02) {
      g.setStroke(tokens.grid());
      g.setLineWidth(1);
      g.strokeRoundRect(cell.getMinX() + 0.5, cell.getMinY() + 0.5, w - 1, h - 1, 3, 3);
    }
  }

  private boolean numbersFit(boolean signs) {
    double widest = graphics.width("+", 11, Weight.REGULAR);
    int longest = 0;
    for (Row row : model.rows()) {
      for (String text : row.shown()) {
        if (!signs && text.length() > longest) {
          longest = text.length();
          widest = graphics.tabularWidth(text, 11, Weight.REGULAR);
        }
      }
    }
    return layout.cellHeight() - layout.gap() >= graphics.size(11)
        && layout.cellWidth() - layout.gap() >= widest + (signs ? 0 : 4);
  }

  private void number(String text, double x, double y, int ground) {
    double dark = luminance(tokens.text());
    double light = 1;
    double under = ColourMap.luminance(ground);
    boolean white = contrast(light, under) > contrast(dark, under);
    graphics.text(
        text,
        x,
        y + graphics.drop(11),
        11,
        Weight.REGULAR,
        white ? tokens.onImage() : tokens.text(),
        Align.CENTRE);
  }

  private static double contrast(double a, double b) {
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return ColourMap.luminance(UnitPictures.rgb(color));
  }

  /** So many cells that each is a pixel of an image. */
  private void image() {
    int columns = model.samples().size();
    int[] pixels = new int[columns * model.rows().size()];
    for (int r = 0; r < model.rows().size(); r++) {
      for (int c = 0; c < columns; c++) {
        pixels[r * columns + c] = colour(model.rows().get(r), c);
      }
    }
    images.cells().show(pixels, columns, model.rows().size());
    Image image = images.cells().image();
    g.setImageSmoothing(false);
    for (int r = 0; r < model.rows().size(); r++) {
      g.drawImage(
          image,
          0,
          r,
          columns,
          1,
          layout.left(),
          layout.rowTop(r),
          layout.width(),
          layout.cellHeight());
    }
    g.setImageSmoothing(true);
  }

  private void rings(int row, int column) {
    double gap = layout.gap();
    g.setStroke(tokens.accent());
    g.setLineWidth(graphics.stroke(2));
    if (model.chosen() >= 0 && model.samples().size() > 1) {
      double x = layout.left() + model.chosen() * layout.cellWidth();
      double w = Math.max(3, layout.cellWidth() - gap);
      g.strokeRoundRect(
          x - 2,
          layout.cellTop() - 2,
          w + 4,
          layout.cellsBottom() - gap - layout.cellTop() + 4,
          5,
          5);
    }
    int litRow = row >= 0 ? row : model.lit();
    int litColumn = column >= 0 ? column : -1;
    if (litRow >= 0) {
      double y = layout.rowTop(litRow);
      double x = litColumn < 0 ? layout.left() : layout.cell(litRow, litColumn).getMinX();
      double w = litColumn < 0 ? layout.width() : layout.cellWidth();
      g.strokeRoundRect(
          x - 2, y - 2, Math.max(4, w - gap + 4), Math.max(4, layout.cellHeight() - gap + 4), 5, 5);
    }
  }

  private void norms() {
    Range range = deltas ? model.delta() : model.gradient();
    if (layout.hasNormWords()) {
      graphics.text(
          graphics.fitting(
              RichText.parse(range.title()),
              layout.right() - body.getMinX() - 16,
              11,
              Weight.REGULAR),
          body.getMinX() + 16,
          layout.normTop(1) - 7,
          11,
          Weight.REGULAR,
          tokens.muted(),
          Align.LEFT);
    }
    int width = (int) layout.width();
    Image image = images.norms().of(model.course(), deltas, range, width);
    double free = Double.NEGATIVE_INFINITY;
    for (int l = 1; l <= model.layers().size(); l++) {
      double y = layout.normTop(l);
      g.setFill(tokens.inset());
      g.fillRect(layout.left(), y, width, layout.normHeight());
      g.setImageSmoothing(false);
      g.drawImage(image, 0, l - 1, width, 1, layout.left(), y, width, layout.normHeight());
      g.setImageSmoothing(true);
      double middle = y + layout.normHeight() / 2;
      double last = layout.normTop(model.layers().size()) + layout.normHeight() / 2;
      if (layout.hasNormWords() && names.named(l, middle, free, last)) {
        boolean lit = model.lit() >= 0 && model.rows().get(model.lit()).layer() == l;
        double x = layout.left() - 8;
        names.draw(model.layers().get(l - 1).name(), x, middle + graphics.drop(11), x - 4, lit);
        free = middle + layout.line() / 2;
      }
    }
    ahead();
    cursor();
    if (layout.hasNormWords()) {
      ticks();
    }
    if (layout.hasLegend()) {
      graphics.axis(() -> legend(range));
    }
  }

  /** What the run has not reached yet is drawn faintly. */
  private void ahead() {
    double from = Math.clamp(layout.x(model.reached()), layout.left(), layout.right());
    Color veil = tokens.canvas();
    g.setFill(new Color(veil.getRed(), veil.getGreen(), veil.getBlue(), VEIL));
    for (int l = 1; l <= model.layers().size(); l++) {
      g.fillRect(from, layout.normTop(l), layout.right() - from, layout.normHeight());
    }
  }

  private void cursor() {
    double x = layout.x(model.now());
    double top = layout.normTop(1) - 3;
    double bottom = layout.normsBottom() + 3;
    graphics.line(x, top, x, bottom, tokens.canvas(), 4);
    graphics.line(x, top, x, bottom, tokens.accent(), 2);
  }

  private void ticks() {
    double base = layout.normsBottom() + layout.line();
    double free = Double.NEGATIVE_INFINITY;
    for (Tick tick : model.time().ticks()) {
      double w = graphics.width(tick.label(), 11, Weight.REGULAR);
      double x = Math.min(layout.x(tick.value()), body.getMaxX() - 6 - w / 2);
      if (x - w / 2 >= free) {
        graphics.text(tick.label(), x, base, 11, Weight.REGULAR, tokens.muted(), Align.CENTRE);
        free = x + w / 2 + 8;
      }
    }
  }

  private void legend(Range range) {
    double y = layout.normsBottom() + layout.line() + 10;
    double base = y + layout.line() / 2 + graphics.drop(11);
    double low = graphics.width(range.low(), 11, Weight.REGULAR);
    double high = graphics.width(range.high(), 11, Weight.REGULAR);
    double from = layout.left() + low + 8;
    double to = layout.right() - high - 8;
    Color ink = tokens.muted();
    double left = layout.left();
    RichText word = RichText.parse(range.word());
    graphics.text(range.low(), left, base, 11, Weight.REGULAR, ink, Align.LEFT);
    graphics.text(range.high(), layout.right(), base, 11, Weight.REGULAR, ink, Align.RIGHT);
    graphics.text(word, left - 8, base, 11, Weight.REGULAR, ink, Align.RIGHT);
    int steps = Math.max(1, (int) (to - from));
    double h = 5 * tokens.scale();
    for (int i = 0; i < steps; i++) {
      g.setFill(MapColour.of(ColourMap.CIVIDIS.at((i + 0.5) / steps)));
      g.fillRect(Math.floor(from) + i, y + (layout.line() - h) / 2, 1, h);
    }
  }
}
