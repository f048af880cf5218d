package org.ladera.ui.view.images;

import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.images.EvidenceModel;
import org.ladera.present.images.Tile;
import org.ladera.present.shared.Tip;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.Segments;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Edges;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotGraphics.Align;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * The evidence for each class as a picture: large for two, small for all. A small one that is
 * clicked, or chosen with plus and minus, takes the place of the second large one; pointing at a
 * pixel, or choosing it with the arrow keys, shows its arithmetic.
 */
public final class EvidenceView extends CardView<EvidenceModel> {
  private static final double WORDS = 12;
  private static final double LEAST_LARGE = 70;

  private final PicturePainter large = new PicturePainter();
  private final PicturePainter small = new PicturePainter();
  private final Segments<Integer> kinds;
  private final PlotTip tip;
  private final Rectangle2D[] places = {Rectangle2D.EMPTY, Rectangle2D.EMPTY};
  private @Nullable TileGrid grid;
  private boolean slopes;
  private int chosen = -1;

  /** The pixel that is looked at in both large pictures, row by row from 0; -1 for none. */
  private int pixel = -1;

  /** The large picture beside whose pixel its arithmetic stands. */
  private int beside;

  public EvidenceView(ViewContext context) {
    super(context);
    kinds = Segments.small(2, index -> choose(index == 1));
    card.addSwitch(kinds);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> look(-1, beside));
    card.setOnMouseClicked(
        e -> {
          int at = grid == null ? -1 : grid.at(e.getX(), e.getY(), model.shares().size());
          if (at >= 0 && e.isStillSincePress()) {
            card.requestFocus();
            compare(chosen == at ? -1 : at);
            e.consume();
          }
        });
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(EvidenceModel next) {
    model = next;
    Messages messages = context.messages().getValue();
    kinds.show(
        List.of(messages.text("evidence.shares"), messages.text("evidence.slopes"))::get,
        slopes ? 1 : 0);
    if (chosen >= next.shares().size()) {
      chosen = -1;
    }
    if (pixel >= next.shape().rows() * next.shape().columns()) {
      pixel = -1;
    }
    say();
  }

  private void choose(boolean slopesNow) {
    slopes = slopesNow;
    render(model);
  }

  private void key(KeyEvent e) {
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> move(0, -1);
      case RIGHT -> move(0, 1);
      case UP -> move(-1, 0);
      case DOWN -> move(1, 0);
      case PLUS, EQUALS, ADD -> next(1);
      case MINUS, SUBTRACT -> next(-1);
      case ESCAPE -> {
        if (pixel < 0 && chosen < 0) {
          return;
        }
        compare(pixel < 0 ? -1 : chosen);
        look(-1, beside);
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** Compares with the class after, or before; the first one is large already. */
  private void next(int by) {
    int count = model.shares().size();
    int with = Math.floorMod(other() + by, count);
    compare(with == model.first() ? Math.floorMod(with + by, count) : with);
  }

  /** From the middle on. */
  private void move(int down, int across) {
    int rows = model.shape().rows();
    int columns = model.shape().columns();
    int row = pixel < 0 ? rows / 2 : Math.clamp(pixel / columns + down, 0, rows - 1);
    int column = pixel < 0 ? columns / 2 : Math.clamp(pixel % columns + across, 0, columns - 1);
    look(row * columns + column, 1);
  }

  private void look(int next, int picture) {
    if (next != pixel || picture != beside) {
      pixel = next;
      beside = picture;
      say();
    }
  }

  private void compare(int with) {
    chosen = with;
    say();
  }

  private int second() {
    return chosen >= 0 ? chosen : model.second();
  }

  /** The class of the second large picture: another one than that of the first. */
  private int other() {
    return second() == model.first() ? model.second() : second();
  }

  @Override
  protected String spoken() {
    String whole =
        chosen >= 0 ? model.shares().get(chosen).spoken() + ". " + model.spoken() : model.spoken();
    return pixel < 0 ? whole : model.tip(pixel, model.first(), other()).plain() + ". " + whole;
  }

  private void point(MouseEvent e) {
    for (int i = 0; i < 2; i++) {
      Rectangle2D at = places[i];
      if (at.contains(e.getX(), e.getY())) {
        int rows = model.shape().rows();
        int columns = model.shape().columns();
        int row = (int) ((e.getY() - at.getMinY()) / at.getHeight() * rows);
        int column = (int) ((e.getX() - at.getMinX()) / at.getWidth() * columns);
        look(Math.min(row, rows - 1) * columns + Math.min(column, columns - 1), i);
        return;
      }
    }
    look(-1, beside);
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    Tokens tokens = graphics.tokens();
    large.dress(tokens);
    small.dress(tokens);
    List<Tile> tiles = slopes ? model.slopes() : model.shares();
    double line = graphics.size(WORDS) * 1.5;
    double left = body.getMinX() + 16;
    double wide = Math.max(1, body.getWidth() - 32);
    double foot = line + 4;
    double gap = 24;
    double sums = line * 3.1;
    // All digits get what the two large ones leave, if that is enough for them.
    double half = (wide - gap) / 2;
    double least = (34 * tokens.scale() + graphics.size(WORDS) * 1.35 + 3);
    double room = body.getHeight() - foot - sums;
    boolean all = room - least - 12 >= LEAST_LARGE * tokens.scale();
    double ratio = (double) model.shape().rows() / model.shape().columns();
    double tall = Math.min(half * ratio, all ? room - least - 12 : room);
    double across = Math.floor(tall / ratio);
    int[] shown = {model.first(), other()};
    double column = Math.min(half, Math.max(across, 220 * tokens.scale()));
    for (int i = 0; i < 2; i++) {
      double x = left + i * (column + gap);
      places[i] =
          new Rectangle2D(
              Math.floor(x),
              body.getMinY() + line,
              Math.max(10, across),
              Math.max(10, Math.floor(tall)));
      one(graphics, tiles.get(shown[i]), i, line, column);
    }
    ring(graphics);
    double top = body.getMinY() + line + tall + line * 2.3 + 8;
    grid = null;
    if (all) {
      TileGrid now =
          new TileGrid(
              graphics,
              small,
              new Rectangle2D(left, top, wide, Math.max(1, body.getMaxY() - foot - top)),
              model.shape(),
              tiles.size(),
              Math.min(22 * tokens.scale(), Math.max(8, (wide + 8) / tiles.size() - 9)),
              64 * tokens.scale(),
              false);
      now.draw(tiles, 0, chosen);
      grid = now;
    }
    scale(graphics, left, body.getMaxY() - 8, wide);
  }

  private void one(PlotGraphics graphics, Tile tile, int index, double line, double room) {
    Tokens tokens = graphics.tokens();
    Rectangle2D at = places[index];
    List<String> words = model.sums().get(tile.number());
    text(graphics, words.get(0), at.getMinX(), at.getMinY() - 6, room, true);
    large.draw(graphics, index, tile.picture(), at);
    Edges.draw(
        graphics.context(),
        at.getMinX() - 0.5,
        at.getMinY() - 0.5,
        at.getWidth() + 1,
        at.getHeight() + 1,
        tokens.separator(),
        1);
    text(graphics, words.get(1), at.getMinX(), at.getMaxY() + line, room, false);
    text(graphics, words.get(2), at.getMinX(), at.getMaxY() + line * 2, room, false);
  }

  /** Round the pixel that is looked at, with its arithmetic beside it. */
  private void ring(PlotGraphics graphics) {
    if (pixel < 0) {
      tip.hide();
      return;
    }
    int columns = model.shape().columns();
    GraphicsContext g = graphics.context();
    g.setStroke(graphics.tokens().accent());
    g.setLineWidth(graphics.stroke(2));
    for (int i = 0; i < 2; i++) {
      double wide = places[i].getWidth() / columns;
      double tall = places[i].getHeight() / model.shape().rows();
      double x = places[i].getMinX() + pixel % columns * wide;
      double y = places[i].getMinY() + pixel / columns * tall;
      g.strokeRect(x - 1, y - 1, wide + 2, tall + 2);
      if (i == beside) {
        Tip words = model.tip(pixel, model.first(), other());
        tip.show(words, x + wide, y, graphics.tokens());
      }
    }
  }

  private static void text(
      PlotGraphics graphics, String words, double x, double base, double room, boolean strong) {
    Weight weight = strong ? Weight.SEMI_BOLD : Weight.REGULAR;
    graphics.text(
        graphics.fitting(RichText.parse(words), room, WORDS, weight),
        x,
        base,
        WORDS,
        weight,
        strong ? graphics.tokens().text() : graphics.tokens().muted(),
        Align.LEFT);
  }

  /** The colours with what they mean. */
  private void scale(PlotGraphics graphics, double x, double base, double room) {
    Messages messages = context.messages().getValue();
    String end = slopes ? model.slopeEnd() : model.shareEnd();
    String against = messages.text("evidence.against", Map.of("end", end));
    String speaks = messages.text("evidence.speaks", Map.of("end", end));
    double before = graphics.width(against, WORDS, Weight.REGULAR);
    double after = graphics.width(speaks, WORDS, Weight.REGULAR);
    double bar = Math.min(180 * graphics.tokens().scale(), room - before - after - 24);
    if (bar < 30) {
      return;
    }
    Tokens tokens = graphics.tokens();
    graphics.text(against, x, base, WORDS, Weight.REGULAR, tokens.muted(), Align.LEFT);
    double left = x + before + 12;
    int steps = 60;
    double tall = 6 * tokens.scale();
    for (int i = 0; i < steps; i++) {
      double share = 2.0 * i / (steps - 1) - 1;
      graphics
          .context()
          .setFill(
              PictureInk.ground(tokens)
                  .interpolate(share < 0 ? tokens.negative() : tokens.positive(), Math.abs(share)));
      graphics.context().fillRect(left + bar * i / steps, base - tall - 1, bar / steps + 0.5, tall);
    }
    graphics.text(speaks, left + bar + 12, base, WORDS, Weight.REGULAR, tokens.muted(), Align.LEFT);
  }
}
