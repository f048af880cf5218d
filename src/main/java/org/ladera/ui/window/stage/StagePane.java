package org.ladera.ui.window.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ladera.text.Messages;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Screen;
import org.ladera.ui.theme.Tokens;

/**
 * The stage: up to five views that touch, a line of one pixel between them. The first view is the
 * one the step talks about and gets the most room; of five the first two share the upper part.
 * Where the window is small, the others share the lower part as tabs.
 */
public final class StagePane extends Region {
  /** Narrower than this, or lower, there is no room for four plots. */
  private static final double ROOMY_WIDTH = 700;

  private static final double ROOMY_HEIGHT = 560;

  /** Narrower than this there is no room for three plots side by side. */
  private static final double WIDE = 860;

  /** Narrower than this there is no room for two plots side by side above the tabs. */
  private static final double PAIR = 600;

  private static final double PAIR_SHARE = 0.42;
  private static final double TABS = 36;

  /** Where a low stage is this much wider than high, the first view stands beside the tabs. */
  private static final double BROAD = 1.5;

  private static final double BROAD_WIDTH = 750;
  private static final double BROAD_SHARE = 0.56;
  private static final double UPPER_SHARE = 0.54;

  /** What views come from and go to is the paper they stand on, not the line between them. */
  private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");

  private final List<Region> slots = new ArrayList<>();
  private final VBox empty = new VBox();
  private Segments<Integer> tabs = new Segments<>(List.of(), tab -> {}, "size-12", tab -> "");
  private double scale = 1;
  private List<ViewTitle> titles = List.of();
  private boolean brief;

  /** Whether the first view stands beside the tabs. */
  private boolean broad;

  private @Nullable Messages messages;
  private int expanded = -1;
  private int tab = 1;

  /** The first view among the tabs. */
  private int first = 1;

  /** How views that are away were looked at, by the first of them. */
  private final Map<Region, Seen> left = new WeakHashMap<>();

  private final StageMotion motion = new StageMotion(this::arrange);

  /** Which view fills the stage, and which tab is turned to. */
  private record Seen(int expanded, int tab) {}

  public StagePane() {
    getStyleClass().add("stage");
    empty.getStyleClass().add("view-slot");
    empty.setAlignment(Pos.CENTER);
    setMinSize(240, 180);
    widthProperty().addListener((property, was, is) -> arrange());
    heightProperty().addListener((property, was, is) -> arrange());
  }

  /**
   * @param titles one for each node, for the tabs
   */
  void show(
      List<? extends Region> nodes, List<ViewTitle> titles, Messages messages, Tokens tokens) {
    scale = tokens.scale();
    if (!slots.equals(nodes)) {
      List<StageMotion.Left> before = Screen.moves(this) ? seen() : List.of();
      leave();
      slots.addAll(nodes);
      slots.stream()
          .filter(s -> !s.getStyleClass().contains("view-slot"))
          .forEach(s -> s.getStyleClass().add("view-slot"));
      Seen seen = slots.isEmpty() ? null : left.get(slots.getFirst());
      expanded = seen == null ? -1 : seen.expanded();
      tab = seen == null ? 1 : seen.tab();
      tabs = tabs();
      if (!before.isEmpty()) {
        motion.prepare(before, nodes, titles.stream().map(ViewTitle::kind).toList(), standing());
      }
    }
    this.titles = List.copyOf(titles);
    this.messages = messages;
    label();
    arrange();
  }

  /** The views that are seen, with their places. */
  private List<StageMotion.Left> seen() {
    List<StageMotion.Left> seen = new ArrayList<>();
    for (int i = 0; i < Math.min(slots.size(), titles.size()); i++) {
      Region slot = slots.get(i);
      if (slot != empty && getChildren().contains(slot)) {
        Point2D at = new Point2D(slot.getLayoutX(), slot.getLayoutY());
        seen.add(new StageMotion.Left(slot, titles.get(i).kind(), at));
      }
    }
    return seen;
  }

  private void leave() {
    motion.end();
    if (!slots.isEmpty()) {
      left.put(slots.getFirst(), new Seen(expanded, tab));
    }
    slots.clear();
  }

  private Segments<Integer> tabs() {
    List<Integer> indices = IntStream.range(upper(), slots.size()).boxed().toList();
    Segments<Integer> made =
        new Segments<>(indices, this::turnTo, "size-12", index -> "tab-" + (index + 1));
    made.getStyleClass().setAll("stage-tabs");
    made.shrink();
    first = upper();
    return made;
  }

  private void label() {
    if (messages != null) {
      tabs.setAccessibleText(messages.text("stage.tabs"));
      tabs.show(
          index -> brief ? brief(index) : titles.get(index).whole(),
          index -> titles.get(index).whole(),
          tab());
    }
  }

  /** Its own words alone, unless another tab has the same. */
  private String brief(int index) {
    String own = titles.get(index).own();
    long same = titles.stream().skip(upper()).filter(title -> title.own().equals(own)).count();
    return same > 1 ? titles.get(index).whole() : own;
  }

  /** The whole titles where they fit into the row of tabs. */
  private void abridge() {
    brief = false;
    label();
    tabs.applyCss();
    double needed = tabs.prefWidth(-1);
    broad =
        upper() == 1
            && getWidth() >= BROAD * getHeight()
            && getWidth() >= BROAD_WIDTH * scale
            && needed <= getWidth() * (1 - BROAD_SHARE);
    if (needed > getWidth()) {
      brief = true;
      label();
    }
  }

  /**
   * Says that there is nothing to show, and what to do about it.
   *
   * @param ways buttons that do it
   */
  public void showEmpty(String title, String text, List<? extends Node> ways) {
    Label head = new Label(title);
    head.getStyleClass().addAll("sheet-title", "size-16");
    Label words = new Label(text);
    words.getStyleClass().addAll("sheet-text", "size-13");
    words.setWrapText(true);
    FlowPane row = new FlowPane(8 * scale, 8 * scale, ways.toArray(Node[]::new));
    row.setAlignment(Pos.CENTER);
    empty.setPadding(new Insets(24 * scale));
    empty.setSpacing(8 * scale);
    empty.getChildren().setAll(head, words, row);
    leave();
    slots.add(empty);
    expanded = -1;
    arrange();
  }

  private void turnTo(int index) {
    tab = index;
    tabs.choose(index);
    arrange();
  }

  /** A view, brought to the front where it lies behind another tab; empty where it is not seen. */
  public Optional<Region> reveal(int index) {
    if (index >= slots.size() || (isExpanded() && expanded != index)) {
      return Optional.empty();
    }
    if (slots.get(index).getParent() != this) {
      turnTo(index);
      layout();
    }
    return Optional.of(slots.get(index));
  }

  /** The view that fills the stage comes back; or {@code index} fills it, and Tab begins in it. */
  public void toggle(int index) {
    if (index < slots.size()) {
      expanded = expanded == index ? -1 : index;
      arrange();
      if (isExpanded() && !slots.get(index).isFocusWithin()) {
        requestFocus();
      }
    }
  }

  /** Whether one view fills the stage instead of all. */
  public boolean isExpanded() {
    return expanded >= 0;
  }

  /** Puts the view that fills the stage back to its place. */
  public void restore() {
    expanded = -1;
    arrange();
  }

  private boolean crowded() {
    double width = slots.size() > 4 && alike(0) < 4 && alike(1) < 4 ? WIDE : ROOMY_WIDTH;
    return slots.size() > 1 && (getWidth() < width * scale || getHeight() < ROOMY_HEIGHT * scale);
  }

  /** How many views stand above the tabs. */
  private int upper() {
    return slots.size() > 4 && getWidth() >= PAIR * scale ? 2 : 1;
  }

  private int tab() {
    return Math.clamp(tab, Math.min(upper(), slots.size() - 1), slots.size() - 1);
  }

  /** The views that are to be seen now. */
  private List<Region> standing() {
    if (isExpanded()) {
      return List.of(slots.get(expanded));
    }
    return crowded()
        ? Stream.concat(slots.stream().limit(upper()), Stream.of(slots.get(tab()))).toList()
        : List.copyOf(slots);
  }

  /** Only what is seen is on the stage: a view that is not there costs nothing. */
  private void arrange() {
    pseudoClassStateChanged(MOVING, motion.moves());
    List<Region> seen = new ArrayList<>(motion.before());
    seen.addAll(standing());
    if (!isExpanded() && crowded() && slots.size() > 2) {
      if (first != upper()) {
        tabs = tabs();
        label();
      }
      seen.add(seen.size() - 1, tabs);
    }
    if (!getChildren().equals(seen)) {
      getChildren().setAll(seen);
    }
    broad = false;
    if (seen.contains(tabs)) {
      abridge();
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    if (isExpanded()) {
      place(slots.get(expanded), 0, 0, w, h);
    } else if (crowded()) {
      layOutCrowded(w, h);
    } else {
      layOutRoomy(w, h);
    }
    motion.laidOut();
  }

  private void layOutCrowded(double w, double h) {
    double bar = slots.size() > 2 ? Math.round(TABS * scale) : 0;
    if (broad) {
      double left = Math.round(w * BROAD_SHARE);
      place(slots.getFirst(), 0, 0, left, h);
      place(tabs, left + 1, 0, w - left - 1, bar);
      place(slots.get(tab()), left + 1, bar, w - left - 1, h - bar);
      return;
    }
    double upper = Math.round((h - bar) * UPPER_SHARE);
    if (upper() == 2) {
      pair(w, upper);
    } else {
      place(slots.getFirst(), 0, 0, w, upper);
    }
    place(tabs, 0, upper + 1, w, bar);
    double top = upper + 1 + bar;
    place(slots.get(tab()), 0, top, w, h - top);
  }

  private void pair(double w, double h) {
    double left = Math.round(w * PAIR_SHARE);
    place(slots.get(0), 0, 0, left, h);
    place(slots.get(1), left + 1, 0, w - left - 1, h);
  }

  private void layOutRoomy(double w, double h) {
    List<Rectangle2D> places = StageLayout.of(slots.size(), alike(0), alike(1), w, h, scale);
    for (int i = 0; i < places.size(); i++) {
      Rectangle2D place = places.get(i);
      place(slots.get(i), place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
    }
  }

  /** How many views from one on are of its kind. */
  private int alike(int from) {
    if (from >= titles.size()) {
      return 1;
    }
    String kind = titles.get(from).kind();
    return (int) titles.stream().skip(from).takeWhile(t -> t.kind().equals(kind)).count();
  }

  private static void place(Region region, double x, double y, double w, double h) {
    region.resizeRelocate(x, y, Math.max(0, w), Math.max(0, h));
  }
}
