package org.ladera.ui.view.images;

import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.present.images.EvidenceModel;
import org.ladera.present.images.Tile;
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
 * clicked, or chosen with the arrow keys, takes the place of the second large one; pointing at a
 * pixel shows its arithmetic.
 */
public final class EvidenceView extends CardView<EvidenceModel> {
  private static final double WORDS = 12;
  private static final double LEAST_LARGE = 70;

  private final PicturePainter large = new PicturePainter();
  private final PicturePainter small = new PicturePainter();
  private final Segments<Integer> kinds;
  private final PlotTip tip;
  private final Rectangle2D[] places = {Rectangle2D.EMPTY, Rectangle2D.EMPTY};
  private final int[] shown = {0, 0};
  private @Nullable TileGrid grid;
  private boolean slopes;
  private int chosen = -1;

  public EvidenceView(ViewContext context) {
    super(context);
    kinds = Segments.small(2, index -> choose(index == 1));
    card.addSwitch(kinds);
    tip = new PlotTip(card.overlay());
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(this::point);
    card.setOnMouseExited(e -> tip.hide());
    card.setOnMouseClicked(
        e -> {
          int at = grid == null ? -1 : grid.at(e.getX(), e.getY(), model.shares().size());
          if (at >= 0 && e.isStillSincePress()) {
            card.requestFocus();
            chosen = chosen == at ? -1 : at;
            say();
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
    say();
  }

  private void choose(boolean slopesNow) {
    slopes = slopesNow;
    render(model);
  }

  private void key(KeyEvent e) {
    int count = model.shares().size();
    if (e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> chosen = (chosen < 0 ? second() : chosen + count - 1) % count;
      case RIGHT -> chosen = (chosen < 0 ? second() : chosen + 1) % count;
      case ESCAPE -> chosen = -1;
      default -> {
        return;
      }
    }
    say();
    e.consume();
  }

  private int second() {
    return chosen >= 0 ? chosen : model.second();
  }

  @Override
  protected String spoken() {
    return chosen >= 0
        ? model.shares().get(chosen).spoken() + ". " + model.spoken()
        : model.spoken();
  }

  private void point(MouseEvent e) {
    for (int i = 0; i < 2; i++) {
      Rectangle2D at = places[i];
      if (at.contains(e.getX(), e.getY())) {
        int row = (int) ((e.getY() - at.getMinY()) / at.getHeight() * model.shape().rows());
        int column = (int) ((e.getX() - at.getMinX()) / at.getWidth() * model.shape().columns());
        tip.show(
            model.tip(
                shown[i],
                Math.min(row, model.shape().rows() - 1),
                Math.min(column, model.shape().columns() - 1)),
            e.getX(),
            e.getY(),
            context.tokens().getValue());
        return;
      }
    }
    tip.hide();
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
    shown[0] = model.first();
    shown[1] = second() == model.first() ? model.second() : second();
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
