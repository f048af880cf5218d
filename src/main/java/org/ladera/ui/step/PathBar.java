package org.ladera.ui.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * The path through the update: every phase a button, the one that is open in its own colour. Where
 * there is no room for all of them, those around the open one are shown.
 */
final class PathBar extends Region {
  private static final double HEIGHT = 55;
  private static final double GAP = 24;

  /** Stands for the phases that have no room, and opens to them, layer by layer. */
  private static final String MORE = "\u2026";

  private static final double MORE_WIDE = 30;

  private final StepActions actions;
  private final Typesetter typesetter;
  private final IconButton close;
  private final Button before = new Button(MORE);
  private final Button after = new Button(MORE);
  private final List<Button> items = new ArrayList<>();
  private final List<Region> lines = new ArrayList<>();

  /** How each of them looks now. */
  private final List<Dress> dresses = new ArrayList<>();

  private List<StepModel.PathItem> built = List.of();
  private StepModel model;
  private Tokens tokens;

  /** Done, open or still to come; what does not change is not made anew with every step. */
  private record Dress(int turn, Tokens tokens) {}

  PathBar(StepActions actions, Typesetter typesetter) {
    this.actions = actions;
    this.typesetter = typesetter;
    getStyleClass().add("step-path");
    close = new IconButton(MaterialDesignA.ARROW_LEFT, 18, actions::close);
    close.setId("step-close");
    for (Button more : List.of(before, after)) {
      more.getStyleClass().setAll("step-number");
      more.setVisible(false);
    }
    before.setId("phases-before");
    after.setId("phases-after");
    getChildren().addAll(close, before, after);
  }

  @Initializer
  void show(StepModel next, Tokens now) {
    model = next;
    tokens = now;
    Messages messages = next.update().style().messages();
    close.named(messages.text("step.close"));
    before.setAccessibleText(messages.text("step.path.before"));
    after.setAccessibleText(messages.text("step.path.after"));
    for (Button more : List.of(before, after)) {
      more.setFont(Type.text(now, 14, Type.Weight.SEMI_BOLD));
      more.setTextFill(now.muted());
    }
    if (!next.phases().equals(built)) {
      built = next.phases();
      build();
    }
    for (int i = 0; i < items.size(); i++) {
      Dress dress = new Dress(Integer.compare(i, next.place().phase()), now);
      if (!dress.equals(dresses.get(i))) {
        dresses.set(i, dress);
        dress(i, dress.turn());
      }
    }
    requestLayout();
  }

  private void build() {
    getChildren().removeAll(items);
    getChildren().removeAll(lines);
    items.clear();
    lines.clear();
    dresses.clear();
    for (int i = 0; i < model.phases().size(); i++) {
      int phase = i;
      Button item = new Button();
      item.setId("phase-" + (i + 1));
      item.getStyleClass().setAll("step-phase");
      item.setOnAction(e -> actions.toPhase(phase));
      items.add(item);
      dresses.add(null);
      if (i > 0) {
        lines.add(Boxes.separator());
      }
    }
    getChildren().addAll(lines);
    getChildren().addAll(items);
  }

  /**
   * @param turn negative for a phase that is done, 0 for the open one
   */
  private void dress(int index, int turn) {
    StepModel.PathItem item = model.phases().get(index);
    Button button = items.get(index);
    boolean here = turn == 0;
    var ink = here ? tokens.canvas() : turn < 0 ? tokens.text() : tokens.muted();
    HBox box = new HBox(6 * tokens.scale());
    box.setAlignment(Pos.CENTER);
    if (turn < 0) {
      FontIcon done = new FontIcon(MaterialDesignC.CHECK);
      done.setIconSize((int) Math.round(13 * tokens.scale()));
      done.setIconColor(tokens.success().mark());
      box.getChildren().add(done);
    }
    Text name = new Text(item.name());
    name.setFont(Type.text(tokens, 12, Type.Weight.MEDIUM));
    name.setFill(ink);
    FormulaView symbol = new FormulaView(typesetter, false);
    symbol.show(here ? plain(item.tex()) : item.tex(), 12 * tokens.scale(), tokens, ink);
    box.getChildren().addAll(name, symbol);
    button.setGraphic(box);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(item.name());
    CornerRadii round = new CornerRadii(16 * tokens.scale());
    button.setBackground(
        here
            ? new Background(
                new BackgroundFill(MeaningColours.ink(item.meaning(), tokens), round, Insets.EMPTY))
            : Background.EMPTY);
  }

  /** On its own colour a symbol is written in the colour of the words. */
  private static String plain(String tex) {
    return tex.replaceAll("\\\\(data|net|weight|delt|grad|loss)\\{", "{");
  }

  @Override
  protected double computePrefHeight(double width) {
    return tokens == null ? HEIGHT : Math.round(HEIGHT * tokens.scale());
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected void layoutChildren() {
    if (tokens == null) {
      return;
    }
    double h = getHeight();
    double side = Math.round(32 * tokens.scale());
    close.resizeRelocate(8 * tokens.scale(), Math.round((h - side) / 2), side, side);
    double left = 48 * tokens.scale();
    double room = getWidth() - left - 8;
    double gap = GAP * tokens.scale();
    double[] wide = items.stream().mapToDouble(b -> b.prefWidth(-1)).toArray();
    boolean fits = DoubleStream.of(wide).sum() + (wide.length - 1) * gap <= room;
    double more = fits ? 0 : MORE_WIDE * tokens.scale();
    room -= 2 * more;
    int first = model.place().phase();
    int last = first;
    double used = wide[first];
    boolean grown = true;
    while (grown) {
      grown = false;
      if (first > 0 && used + gap + wide[first - 1] <= room) {
        used += gap + wide[--first];
        grown = true;
      }
      if (last + 1 < wide.length && used + gap + wide[last + 1] <= room) {
        used += gap + wide[++last];
        grown = true;
      }
    }
    int seen = last - first;
    double spare = seen > 0 && first == 0 && last == wide.length - 1 ? (room - used) / seen : 0;
    double step = gap + Math.min(spare, gap);
    more(before, left, 0, first, h);
    more(after, getWidth() - 8 - more, last + 1, items.size(), h);
    double x = left + more;
    for (int i = 0; i < items.size(); i++) {
      boolean visible = i >= first && i <= last;
      items.get(i).setVisible(visible);
      if (i > 0) {
        lines.get(i - 1).setVisible(visible && i > first);
      }
      if (!visible) {
        continue;
      }
      if (i > first) {
        lines.get(i - 1).resizeRelocate(x + 6, Math.round(h / 2), step - 12, 1);
        x += step;
      }
      double tall = Math.round(32 * tokens.scale());
      items.get(i).resizeRelocate(Math.round(x), Math.round((h - tall) / 2), wide[i], tall);
      x += wide[i];
    }
  }

  /**
   * @param from the first of the phases it stands for
   * @param to the one after the last
   */
  private void more(Button button, double x, int from, int to, double h) {
    button.setVisible(from < to);
    button.setOnAction(e -> hidden(from, to).show(button, Side.BOTTOM, 0, 0));
    double tall = Math.round(32 * tokens.scale());
    button.resizeRelocate(
        Math.round(x), Math.round((h - tall) / 2), MORE_WIDE * tokens.scale(), tall);
  }

  /** Phases without room: those of a layer that follow each other are one item. */
  private ContextMenu hidden(int from, int to) {
    ContextMenu menu = new ContextMenu();
    int first = from;
    while (first < to) {
      int layer = model.phases().get(first).phase().layer();
      int next = first + 1;
      while (next < to && layer > 0 && model.phases().get(next).phase().layer() == layer) {
        next++;
      }
      int phase = first;
      MenuItem item = new MenuItem(group(layer, model.phases().subList(first, next)));
      item.setOnAction(e -> actions.toPhase(phase));
      menu.getItems().add(item);
      first = next;
    }
    return menu;
  }

  private String group(int layer, List<StepModel.PathItem> phases) {
    Messages messages = model.update().style().messages();
    String names =
        phases.stream().map(StepModel.PathItem::name).collect(Collectors.joining(" \u00b7 "));
    return layer == 0
        ? names
        : messages.text("step.path.layer", Map.of("layer", layer, "phases", names));
  }
}
