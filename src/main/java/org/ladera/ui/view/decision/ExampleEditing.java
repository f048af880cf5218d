package org.ladera.ui.view.decision;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.ladera.engine.data.Dataset;
import org.ladera.present.data.EditedData;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.plot.PlotArea;
import org.ladera.ui.view.Intent;

/** Adds, moves and removes examples on the plane, where the lesson allows it. */
final class ExampleEditing {
  private static final double STEP = 1 / 40.0;
  private static final double INSIDE = 0.02;

  private final Consumer<Intent> intents;
  private BoundaryModel model;
  private PlotArea area;
  private int group;
  private int held = -1;
  private boolean moved;

  /** An edit was asked for and its data have not come back yet. */
  private boolean waiting;

  /** The example that was added last, until its data come back. */
  private int added = -1;

  ExampleEditing(Consumer<Intent> intents) {
    this.intents = intents;
  }

  /**
   * @return the example that was added last, when it is there
   */
  @Initializer
  OptionalInt show(BoundaryModel next) {
    if (waiting && !next.edit().equals(model.edit())) {
      waiting = false;
    }
    model = next;
    group = Math.min(group, Math.max(0, next.classes().size() - 1));
    if (added < 0 || added >= next.marks().size()) {
      return OptionalInt.empty();
    }
    int here = added;
    added = -1;
    return OptionalInt.of(here);
  }

  /** Where the plane lies now. */
  @Initializer
  void on(PlotArea now) {
    area = now;
  }

  boolean isPossible() {
    return model.edit().isPresent();
  }

  /** The class of the next example. */
  int group() {
    return group;
  }

  void choose(int next) {
    group = next;
  }

  /** Whether the pointer holds an example. */
  boolean holds() {
    return held >= 0;
  }

  /**
   * Takes an example, or adds one.
   *
   * @param example under the pointer; −1 for none
   */
  void press(int example, double px, double py) {
    held = example;
    moved = false;
    if (held < 0) {
      add(x(px), y(py));
    }
  }

  /**
   * @return whether an example is moved by it
   */
  boolean drag(double px, double py) {
    if (!isPossible() || held < 0 || held >= data().size()) {
      return false;
    }
    moved = true;
    // One change at a time: while its data are on the way the pointer runs ahead.
    if (!waiting) {
      change(EditedData.moved(data(), held, x(px), y(py)));
    }
    return true;
  }

  void release(double px, double py) {
    if (isPossible() && held >= 0 && held < data().size() && moved) {
      change(EditedData.moved(data(), held, x(px), y(py)));
    }
    held = -1;
    moved = false;
  }

  void remove(int sample) {
    change(EditedData.without(data(), sample));
  }

  /** Moves an example a step in the direction of an arrow. */
  void shift(int sample, KeyCode arrow) {
    double dx = arrow == KeyCode.RIGHT ? STEP : arrow == KeyCode.LEFT ? -STEP : 0;
    double dy = arrow == KeyCode.UP ? STEP : arrow == KeyCode.DOWN ? -STEP : 0;
    BoundaryModel.Mark mark = model.marks().get(sample);
    change(
        EditedData.moved(
            data(),
            sample,
            x(area.px(mark.x()) + dx * area.width()),
            y(area.py(mark.y()) - dy * area.height())));
  }

  /** Adds an example beside {@code sample}, or in the middle of the plane where that is −1. */
  void addBeside(int sample) {
    double px = area.left() + area.width() / 2;
    double py = area.top() + area.height() / 2;
    if (sample >= 0) {
      BoundaryModel.Mark mark = model.marks().get(sample);
      px = area.px(mark.x()) + 2 * STEP * area.width();
      py = area.py(mark.y());
    }
    add(x(px), y(py));
  }

  private void add(double x, double y) {
    added = data().size();
    change(EditedData.added(data(), x, y, group));
  }

  private void change(Dataset next) {
    if (!next.equals(data())) {
      waiting = true;
      intents.accept(new Intent.SetData(next));
    }
  }

  private Dataset data() {
    return model.edit().orElseThrow();
  }

  private double x(double px) {
    return area.xAt(within(px, area.left(), area.width()));
  }

  private double y(double py) {
    return area.yAt(within(py, area.top(), area.height()));
  }

  private static double within(double at, double from, double length) {
    double rim = INSIDE * length;
    return Math.max(from + rim, Math.min(at, from + length - rim));
  }
}
