package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.explain.Quantity;
import org.ladera.present.shared.Tip;
import org.ladera.present.step.Accumulation;
import org.ladera.present.step.Breakdown;
import org.ladera.present.step.Grid;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.plot.PlotTip;
import org.ladera.ui.plot.Written;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type.Weight;

/**
 * The matrices of an equation as grids with numbers. A click on a cell that is computed here
 * chooses it, on any other number opens its breakdown. Reached by Tab, the arrow keys choose an
 * element; Enter opens the first number it comes from.
 */
final class EquationView extends Region implements Drawing {
  private final StepActions actions;
  private final Typesetter typesetter;
  private final SharpCanvas canvas = new SharpCanvas(this::repaint);
  private final Pane overlay = new Pane();
  private final PlotTip tip = new PlotTip(overlay);
  private final List<FormulaView> heads = new ArrayList<>();
  private final Region focus = new Region();
  private StepModel model;
  private Tokens tokens;
  private @Nullable Consumer<Written> watch;
  private @Nullable EquationLayout layout;
  private @Nullable EquationPainter painter;
  private TermLight light = TermLight.NOTHING;

  /** The numbers of the product that the pixel under the mouse takes part in. */
  private Set<Quantity> pointed = Set.of();

  EquationView(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    setId("equation");
    getStyleClass().add("equation");
    overlay.setPickOnBounds(false);
    overlay.setMouseTransparent(true);
    focus.getStyleClass().add("focus-ring");
    focus.setMouseTransparent(true);
    getChildren().addAll(canvas, overlay, focus);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    setMinSize(0, 0);
    focusVisibleProperty().addListener((property, was, is) -> focus.setVisible(is));
    focus.setVisible(false);
    setOnMouseMoved(this::hover);
    setOnMouseExited(e -> leave());
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::key);
  }

  @Initializer
  void show(StepModel next, Tokens now) {
    model = next;
    tokens = now;
    tip.hide();
    pointed = Set.of();
    setAccessibleText(next.spoken());
    // Drawn with the next layout, once.
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    overlay.resizeRelocate(0, 0, getWidth(), getHeight());
    focus.resizeRelocate(0, 0, getWidth(), getHeight());
    repaint();
  }

  @Override
  public void watch(@Nullable Consumer<Written> newWatch) {
    watch = newWatch;
  }

  @Override
  public void repaint() {
    if (model == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    GraphicsContext g = canvas.cleared();
    PlotGraphics graphics = new PlotGraphics(g, tokens, watch);
    Grid result = result();
    EquationLayout placed =
        new EquationLayout(
            graphics,
            model.equation(),
            new Rectangle2D(4, 0, getWidth() - 8, getHeight()),
            // Where not all that is lit has room, the term that is put in has it.
            light.term().map(Accumulation.Term::operands).orElse(model.lit()),
            result,
            model.place().cell());
    layout = placed;
    EquationPainter drawn = new EquationPainter(graphics, placed, model, light);
    painter = drawn;
    drawn.draw();
    drawn.ring(pointed);
    heads(graphics, placed, drawn);
  }

  /** Shows what of the chosen element has been put together. */
  void light(TermLight next) {
    boolean alike = light.isAlike(next);
    light = next;
    // What is about to be laid out is drawn then.
    if (!alike && layout != null && !isNeedsLayout()) {
      repaint();
    }
  }

  /** The numbers of a term where they stand, in the units of this view. */
  List<TermFlight.Number> numbers(Accumulation.Term term) {
    return painter == null ? List.of() : painter.numbers(term);
  }

  /** The cell of the chosen element, with a number that it comes to. */
  Optional<TermFlight.Number> element(double reached) {
    return painter == null ? Optional.empty() : painter.element(reached);
  }

  private Grid result() {
    return model.update().operation(model.place()).grid();
  }

  /** The names over the grids are formulas, so nodes. */
  private void heads(PlotGraphics graphics, EquationLayout layout, EquationPainter painter) {
    List<EquationLayout.Slot> slots = layout.slots();
    while (heads.size() < slots.size()) {
      FormulaView head = new FormulaView(typesetter, false);
      head.setManaged(false);
      heads.add(head);
      overlay.getChildren().addFirst(head);
    }
    for (int i = 0; i < heads.size(); i++) {
      heads.get(i).setVisible(i < slots.size());
    }
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < slots.size(); i++) {
      EquationLayout.Slot slot = slots.get(i);
      FormulaView head = heads.get(i);
      OptionalInt factor = painter.exponent(slot);
      String tex = slot.grid().tex();
      head.show(
          factor.isPresent() ? tex + "\\;\\times 10^{" + -factor.getAsInt() + "}" : tex,
          13 * tokens.scale(),
          tokens,
          tokens.text());
      head.autosize();
      double middle = slot.box().getMinX() + slot.box().getWidth() / 2;
      boolean named = slot.grid().columns() > 1 && slot.grid().tiles().isEmpty();
      double names = named ? layout.columnNames() : 6;
      double shapeBase = slot.box().getMinY() - names - (layout.compact() ? 0 : 8);
      double left = Math.max(before, middle - head.getWidth() / 2);
      double shape = layout.compact() ? 0 : graphics.size(11) + 6;
      head.relocate(Math.round(left), Math.round(shapeBase - shape - head.getHeight()));
      before = left + head.getWidth() + 6;
      if (layout.compact()) {
        continue;
      }
      graphics.text(
          slot.grid().dimensions(),
          middle,
          shapeBase,
          11,
          Weight.REGULAR,
          tokens.muted(),
          PlotGraphics.Align.CENTRE);
    }
  }

  private void hover(MouseEvent e) {
    Optional<EquationLayout.Hit> hit =
        layout == null ? Optional.empty() : layout.at(e.getX(), e.getY());
    if (hit.isEmpty() || !isShown(hit.get())) {
      leave();
      return;
    }
    point(partAt(hit.get()).map(part -> Set.copyOf(part.operands())).orElse(Set.of()));
    tip.show(words(hit.get()), e.getX(), e.getY(), tokens);
  }

  private void leave() {
    tip.hide();
    point(Set.of());
  }

  /** What a pixel is multiplied by is ringed with it in the other pictures. */
  private void point(Set<Quantity> next) {
    if (!next.equals(pointed)) {
      pointed = next;
      repaint();
    }
  }

  /** The part of the chosen element's account that a pixel takes part in. */
  private Optional<Breakdown.Part> partAt(EquationLayout.Hit hit) {
    Grid grid = grid(hit);
    return grid.isPixels()
        ? grid.quantity(hit.cell().row(), hit.cell().column()).flatMap(model.breakdown()::partWith)
        : Optional.empty();
  }

  private boolean isShown(EquationLayout.Hit hit) {
    return model.update().isShown(model.place(), grid(hit), hit.cell().row(), hit.cell().column());
  }

  private Grid grid(EquationLayout.Hit hit) {
    return Objects.requireNonNull(layout).slots().get(hit.slot()).grid();
  }

  private Tip words(EquationLayout.Hit hit) {
    Messages messages = model.update().style().messages();
    Grid grid = grid(hit);
    double value = grid.value(hit.cell().row(), hit.cell().column());
    String where = RichText.parse(grid.where(hit.cell())).plain();
    List<Tip.Line> lines = new ArrayList<>();
    if (!where.isEmpty()) {
      lines.add(new Tip.Line(where, Tip.Tone.TITLE));
    }
    lines.add(
        new Tip.Line(
            messages.text("step.exact", Map.of("value", messages.numbers().exact(value))),
            Tip.Tone.TEXT));
    partAt(hit)
        .ifPresent(
            part ->
                lines.add(
                    new Tip.Line(
                        messages.text("step.pixel.part", Map.of("value", part.shown())),
                        Tip.Tone.TEXT)));
    lines.add(new Tip.Line(messages.text("step.cell.keys"), Tip.Tone.KEYS));
    return new Tip(lines);
  }

  private void click(MouseEvent e) {
    requestFocus();
    if (e.getButton() != MouseButton.PRIMARY || layout == null) {
      return;
    }
    layout.at(e.getX(), e.getY()).filter(this::isShown).ifPresent(this::press);
  }

  private void press(EquationLayout.Hit hit) {
    Grid grid = grid(hit);
    int operation = operationOf(grid);
    if (operation >= 0) {
      actions.choose(model.place().phase(), operation, hit.cell());
    } else {
      grid.quantity(hit.cell().row(), hit.cell().column()).ifPresent(actions::open);
    }
  }

  private int operationOf(Grid grid) {
    var all = model.update().operations(model.place().phase());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).grid().id().equals(grid.id())) {
        return i;
      }
    }
    return -1;
  }

  private void key(KeyEvent e) {
    if (model == null || e.isShortcutDown()) {
      return;
    }
    if (e.getCode() == KeyCode.ENTER) {
      model.breakdown().parts().stream()
          .flatMap(part -> part.operands().stream())
          .findFirst()
          .ifPresent(this::open);
      e.consume();
      return;
    }
    if (!isFocusVisible()) {
      // After a click the arrow keys go on to step through the update.
      return;
    }
    Grid grid = result();
    int row = model.place().cell().row();
    int column = model.place().cell().column();
    switch (e.getCode()) {
      case LEFT -> column--;
      case RIGHT -> column++;
      case UP -> row--;
      case DOWN -> row++;
      default -> {
        return;
      }
    }
    boolean inside = row >= 0 && row < grid.rows() && column >= 0 && column < grid.columns();
    if (inside) {
      actions.choose(model.place().phase(), model.place().operation(), new Grid.Cell(row, column));
    }
    e.consume();
  }

  private void open(Quantity q) {
    actions.open(q);
  }
}
