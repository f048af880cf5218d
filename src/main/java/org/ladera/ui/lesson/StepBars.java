package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.ladera.lesson.model.Progress.State;
import org.ladera.text.Messages;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;

/**
 * A short line for each step: green when it is done, grey when it was only looked at, pale when it
 * is new; the open one is thicker. A click goes to a step.
 */
final class StepBars extends Region {
  private static final double GAP = 4;

  private final List<String> titles;
  private final int current;
  private final Tokens tokens;
  private final Messages messages;
  private final List<Tooltip> tips = new ArrayList<>();
  private final List<Rectangle> bars = new ArrayList<>();
  private final List<Region> targets = new ArrayList<>();

  /**
   * @param current from 0
   * @param goTo gets the index of a step that was clicked
   */
  StepBars(List<String> titles, int current, Tokens tokens, Messages messages, IntConsumer goTo) {
    this.titles = List.copyOf(titles);
    this.current = current;
    this.tokens = tokens;
    this.messages = messages;
    for (int i = 0; i < titles.size(); i++) {
      int index = i;
      Rectangle bar = new Rectangle();
      bar.setManaged(false);
      bar.setMouseTransparent(true);
      bars.add(bar);
      Region target = new Region();
      target.setAccessibleRole(AccessibleRole.BUTTON);
      target.setCursor(Cursor.HAND);
      target.setOnMouseClicked(e -> goTo.accept(index));
      Tooltip tip = new SideTooltip("");
      Tooltip.install(target, tip);
      tips.add(tip);
      targets.add(target);
    }
    getChildren().addAll(targets);
    getChildren().addAll(bars);
  }

  /** Which step it is, in words, with these lines beside it. */
  HBox header(StepScope scope) {
    String count =
        messages.text("lesson.step", Map.of("step", current + 1, "steps", titles.size()));
    TextFlow where = scope.line(count, LineStyle.caption(tokens));
    where.setMinWidth(USE_PREF_SIZE);
    where.setMaxHeight(USE_PREF_SIZE);
    HBox.setHgrow(this, Priority.ALWAYS);
    HBox header = new HBox(scope.px(12), where, this);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  /** How far each step is. */
  void show(List<State> states) {
    for (int i = 0; i < states.size(); i++) {
      bars.get(i).setFill(color(i, states.get(i)));
      String words = messages.text(words(states.get(i)), Map.of("step", titles.get(i)));
      targets.get(i).setAccessibleText(words);
      tips.get(i).setText(words);
    }
  }

  private Color color(int index, State state) {
    return switch (state) {
      case DONE -> tokens.success().mark();
      case STARTED -> index == current ? tokens.accent() : tokens.muted();
      case NEW -> index == current ? tokens.accent() : tokens.separator();
    };
  }

  private static String words(State state) {
    return switch (state) {
      case DONE -> "sidebar.step.done";
      case STARTED -> "sidebar.step.underway";
      case NEW -> "sidebar.step.open";
    };
  }

  @Override
  protected double computePrefHeight(double width) {
    return tokens.px(24);
  }

  @Override
  protected double computeMinWidth(double height) {
    return bars.size() * (GAP + 4);
  }

  @Override
  protected double computePrefWidth(double height) {
    return bars.size() * tokens.px(20);
  }

  @Override
  protected void layoutChildren() {
    double each = (getWidth() + GAP) / Math.max(1, bars.size());
    for (int i = 0; i < bars.size(); i++) {
      double x = i * each;
      double thick = tokens.px(i == current ? 5 : 3);
      targets.get(i).resizeRelocate(x, 0, each, getHeight());
      Rectangle bar = bars.get(i);
      bar.setX(x);
      bar.setY(Math.round((getHeight() - thick) / 2));
      bar.setWidth(Math.max(1, each - GAP));
      bar.setHeight(thick);
      bar.setArcWidth(thick);
      bar.setArcHeight(thick);
    }
  }
}
