package org.ladera.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Table;
import org.ladera.present.shared.Tip;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.Copying;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;
import org.ladera.ui.view.ViewContext;

/**
 * A table of readings in a card. Pointing at a number shows all its digits. With the focus the
 * arrow keys choose a cell, Enter opens its row, Ctrl+C copies it, or the whole table while none is
 * chosen; Escape chooses none.
 */
public class TableCard extends CardView<Table> {
  /** Words of which less is seen are left out; the bar says that there is more. */
  private static final double LEAST_WORDS = 40;

  private final PlotTip tip;
  private final Consumer<Table.Row> open;
  private final TableScroll scroll = new TableScroll();
  private TableGrid grid;
  private int row = -1;
  private int column = -1;
  private int hoverRow = -1;
  private int hoverColumn = -1;
  private boolean overBar;
  private int lit = -1;

  /** Whether rows have been drawn. */
  private boolean placed;

  /** {@code open} gets the row that a person asks to go to. */
  public TableCard(ViewContext context, Consumer<Table.Row> open) {
    super(context);
    this.open = open;
    card.setAccessibleRole(AccessibleRole.TEXT);
    tip = new PlotTip(card.overlay());
  }

  /** Adds a switch or button to the header. */
  public void addSwitch(Region node) {
    card.addSwitch(node);
    card.keepReading(true);
  }

  @Override
  protected void listen() {
    card.setOnMouseMoved(e -> hover(e.getX(), e.getY()));
    card.setOnMouseExited(e -> hover(-1, -1));
    card.setOnMousePressed(this::press);
    card.setOnMouseDragged(this::drag);
    card.setOnMouseReleased(this::release);
    card.addEventFilter(MouseEvent.MOUSE_CLICKED, scroll::click);
    card.setOnScroll(this::scroll);
    card.setOnKeyPressed(this::key);
  }

  /** Draws {@code next}; the present row stays in sight. */
  @Override
  public void render(Table next) {
    row = Math.min(row, next.rows().size() - 1);
    column = Math.min(column, next.columns().size() - 1);
    int nowLit = next.rows().stream().map(Table.Row::lit).toList().lastIndexOf(true);
    boolean moved = nowLit != lit;
    lit = nowLit;
    super.render(next);
    if (moved && lit >= 0 && placed && !scroll.isHeld()) {
      scroll.show(grid, lit);
      card.repaint();
    }
  }

  /** The number of the cell whose digits are shown: under the pointer, or else the chosen one. */
  @Override
  public Optional<Asked> asked() {
    int r = hoverRow >= 0 ? hoverRow : row;
    int c = hoverRow >= 0 ? hoverColumn : column;
    return r < 0 || r >= model.rows().size()
        ? Optional.empty()
        : model.rows().get(r).cells().get(c).asked();
  }

  @Override
  protected String spoken() {
    if (row < 0) {
      return model.spoken();
    }
    Table.Row at = model.rows().get(row);
    Table.Cell cell = at.cells().get(column);
    return context
        .messages()
        .getValue()
        .text(
            "table.spoken",
            Map.of(
                "row", at.cells().getFirst().shown(),
                "column", RichText.parse(model.columns().get(column).name()).plain(),
                "value", cell.exact().isEmpty() ? cell.shown() : cell.exact()));
  }

  @Initializer
  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    grid = new TableGrid(graphics, body, model);
    if (model.rows().isEmpty()) {
      scroll.hide();
      graphics.onGround(
          RichText.parse(model.empty()),
          body.getMinX() + body.getWidth() / 2,
          body.getMinY() + body.getHeight() / 2,
          14,
          Weight.SEMI_BOLD,
          graphics.tokens().text(),
          PlotGraphics.Align.CENTRE);
      return;
    }
    scroll.by(grid, 0, 0);
    if (!placed && lit >= 0) {
      scroll.show(grid, lit);
    }
    placed = true;
    scroll.place(grid, body);
    graphics.context().save();
    Clip.to(graphics.context(), 0, grid.top(), body.getMaxX(), body.getMaxY() - grid.top());
    for (int r = 0; r < model.rows().size(); r++) {
      double y = grid.y(r, scroll.y());
      if (y + grid.rowHeight() > grid.top() && y < body.getMaxY()) {
        row(graphics, body, r, y);
      }
    }
    graphics.context().restore();
    head(graphics, body);
    scroll.draw(graphics);
    placeTip(graphics.tokens());
  }

  private void head(PlotGraphics graphics, Rectangle2D body) {
    double base = body.getMinY() + grid.headHeight() / 2 + graphics.drop(TableGrid.HEAD);
    for (int c = 0; c < model.columns().size(); c++) {
      Table.Column col = model.columns().get(c);
      double seen = grid.seen(c, scroll.x());
      if (grid.isCut(c, scroll.x()) && (col.number() || seen < LEAST_WORDS)) {
        continue;
      }
      within(graphics, body, c);
      RichText name = RichText.parse(col.name());
      graphics.text(
          col.number() ? name : graphics.fitting(name, seen, TableGrid.HEAD, Weight.MEDIUM),
          col.number() ? grid.right(c, scroll.x()) : grid.left(c, scroll.x()),
          base,
          TableGrid.HEAD,
          Weight.MEDIUM,
          graphics.tokens().muted(),
          col.number() ? PlotGraphics.Align.RIGHT : PlotGraphics.Align.LEFT);
      graphics.context().restore();
    }
    double line = PlotGraphics.crisp(grid.top() - 1);
    graphics.line(0, line, body.getMaxX(), line, graphics.tokens().separator(), 1);
  }

  /** Until the next restore, nothing is drawn outside the place of column {@code c}. */
  private void within(PlotGraphics graphics, Rectangle2D body, int c) {
    graphics.context().save();
    Clip.to(
        graphics.context(),
        grid.from(c),
        body.getMinY(),
        grid.to(c) - grid.from(c),
        body.getHeight());
  }

  private void row(PlotGraphics graphics, Rectangle2D body, int r, double y) {
    Tokens tokens = graphics.tokens();
    Table.Row at = model.rows().get(r);
    if (at.lit()) {
      graphics.context().setFill(tokens.inset());
      graphics.context().fillRect(0, y, body.getMaxX(), grid.rowHeight());
      graphics.context().setFill(tokens.accent());
      graphics.context().fillRect(0, y, 3, grid.rowHeight());
    }
    double base = y + grid.rowHeight() / 2 + graphics.drop(TableGrid.TEXT);
    for (int c = 0; c < at.cells().size(); c++) {
      boolean number = model.columns().get(c).number();
      if (grid.isCut(c, scroll.x()) && (number || grid.seen(c, scroll.x()) < LEAST_WORDS)) {
        continue;
      }
      within(graphics, body, c);
      String shown = at.cells().get(c).shown();
      double room = number ? Double.POSITIVE_INFINITY : grid.seen(c, scroll.x());
      graphics.tabular(
          graphics.fitting(RichText.parse(shown), room, TableGrid.TEXT, Weight.SEMI_BOLD).plain(),
          number ? grid.right(c, scroll.x()) : grid.left(c, scroll.x()),
          base,
          TableGrid.TEXT,
          at.lit() ? Weight.SEMI_BOLD : Weight.REGULAR,
          number && at.cells().get(c).isWords() ? tokens.muted() : tokens.text(),
          number ? PlotGraphics.Align.RIGHT : PlotGraphics.Align.LEFT);
      if (r == row && c == column) {
        graphics.context().setStroke(tokens.accent());
        graphics.context().setLineWidth(2);
        graphics
            .context()
            .strokeRoundRect(
                grid.left(c, scroll.x()) - 6,
                y + 2,
                grid.right(c, scroll.x()) - grid.left(c, scroll.x()) + 12,
                grid.rowHeight() - 4,
                6,
                6);
      }
      graphics.context().restore();
    }
    double line = PlotGraphics.crisp(y + grid.rowHeight() - 1);
    graphics.line(16, line, body.getMaxX() - 16, line, tokens.grid(), 1);
  }

  private void placeTip(Tokens tokens) {
    boolean keyed = row >= 0 && card.isFocused();
    int r = hoverRow >= 0 ? hoverRow : keyed ? row : -1;
    int c = hoverRow >= 0 ? hoverColumn : column;
    if (r < 0 || c < 0 || r >= model.rows().size()) {
      tip.hide();
      return;
    }
    Table.Cell cell = model.rows().get(r).cells().get(c);
    if (cell.exact().isEmpty()) {
      tip.hide();
      return;
    }
    Messages messages = context.messages().getValue();
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(
        new Tip.Line(messages.text("table.exact", Map.of("value", cell.exact())), Tip.Tone.TEXT));
    lines.add(new Tip.Line(messages.text("table.copy"), Tip.Tone.KEYS));
    if (cell.asked().isPresent()) {
      lines.add(new Tip.Line(messages.text("view.tip.explain"), Tip.Tone.KEYS));
    }
    tip.show(new Tip(lines), grid.right(c, scroll.x()), grid.y(r, scroll.y()), tokens);
  }

  private void hover(double x, double y) {
    boolean bar = scroll.hover(x, y);
    int r = bar ? -1 : grid.rowAt(y, scroll.y());
    int c = r < 0 ? -1 : grid.columnAt(x, scroll.x());
    if (bar != overBar || r != hoverRow || c != hoverColumn) {
      overBar = bar;
      hoverRow = c < 0 ? -1 : r;
      hoverColumn = c;
      card.repaint();
    }
  }

  private void press(MouseEvent e) {
    card.requestFocus();
    hover(e.getX(), e.getY());
    if (scroll.press(e.getX(), e.getY())) {
      card.repaint();
    } else if (hoverRow >= 0) {
      choose(hoverRow, hoverColumn);
      if (e.getClickCount() == 2) {
        open.accept(model.rows().get(row));
      }
    }
  }

  private void drag(MouseEvent e) {
    scroll.drag(e.getX(), e.getY());
    card.repaint();
  }

  private void release(MouseEvent e) {
    scroll.release();
    hover(e.getX(), e.getY());
    card.repaint();
  }

  private void scroll(ScrollEvent e) {
    if (grid.tooTall() > 0 || grid.tooWide() > 0) {
      scroll.by(grid, -e.getDeltaX(), -e.getDeltaY());
      card.repaint();
      e.consume();
    }
  }

  private void key(KeyEvent e) {
    if (model.rows().isEmpty() || e.getTarget() != card) {
      return;
    }
    if (Copying.isAsked(e)) {
      Copying.copy(row < 0 ? model.copied() : model.rows().get(row).cells().get(column).copied());
      e.consume();
      return;
    }
    int rows = model.rows().size();
    int columns = model.columns().size();
    // The keys choose now, wherever the pointer was left.
    if (e.getCode().isNavigationKey()) {
      hover(-1, -1);
    }
    switch (e.getCode()) {
      case UP -> choose(Math.max(0, row - 1), Math.max(0, column));
      case DOWN -> choose(Math.min(rows - 1, row + 1), Math.max(0, column));
      case LEFT -> choose(Math.max(0, row), Math.max(0, column - 1));
      case RIGHT -> choose(Math.max(0, row), Math.min(columns - 1, column + 1));
      case HOME -> choose(0, Math.max(0, column));
      case END -> choose(rows - 1, Math.max(0, column));
      case ESCAPE -> choose(-1, -1);
      case ENTER -> {
        if (row >= 0) {
          open.accept(model.rows().get(row));
        }
      }
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void choose(int r, int c) {
    row = r;
    column = c;
    if (r >= 0) {
      scroll.show(grid, r);
      scroll.showColumn(grid, c);
    }
    say();
  }
}
