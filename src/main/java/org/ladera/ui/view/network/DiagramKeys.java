package org.ladera.ui.view.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NetworkModel.Column;
import org.ladera.present.network.NetworkModel.Edge;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.network.NetworkModel.Unit;

/**
 * The way of the arrow keys: left and right pass from a layer over its weights to the next one, up
 * and down stay inside; the bias of a unit follows the unit.
 */
final class DiagramKeys {
  private DiagramKeys() {}

  static Optional<Target> from(NetworkModel model, Optional<Target> now, KeyCode key) {
    List<List<Target>> columns = columns(model);
    if (now.isEmpty()) {
      return Optional.of(columns.getFirst().getFirst());
    }
    for (int c = 0; c < columns.size(); c++) {
      int at = columns.get(c).indexOf(now.get());
      if (at >= 0) {
        return Optional.of(step(columns, c, at, key));
      }
    }
    return Optional.of(columns.getFirst().getFirst());
  }

  private static Target step(List<List<Target>> columns, int c, int at, KeyCode key) {
    List<Target> column = columns.get(c);
    return switch (key) {
      case UP -> column.get(Math.floorMod(at - 1, column.size()));
      case DOWN -> column.get(Math.floorMod(at + 1, column.size()));
      case LEFT -> across(columns, c, at, -1);
      case RIGHT -> across(columns, c, at, 1);
      default -> column.get(at);
    };
  }

  private static Target across(List<List<Target>> columns, int c, int at, int direction) {
    int next = c + direction;
    Target from = columns.get(c).get(at);
    if (next < 0 || next >= columns.size()) {
      return from;
    }
    return columns.get(next).stream()
        .filter(t -> joins(from, t) || joins(t, from))
        .findFirst()
        .orElse(columns.get(next).getFirst());
  }

  /** Whether {@code edge} is a weight at {@code unit}. */
  private static boolean joins(Target unit, Target edge) {
    return unit instanceof Target.Unit u
        && edge instanceof Target.Parameter p
        && ((p.ref().layer() == u.layer() && p.ref().column() == u.unit())
            || (p.ref().layer() == u.layer() + 1 && p.ref().row() == u.unit()));
  }

  private static List<List<Target>> columns(NetworkModel model) {
    List<List<Target>> columns = new ArrayList<>();
    for (Column column : model.columns()) {
      if (column.layer() > 0) {
        List<Target> weights = new ArrayList<>();
        for (Edge edge : model.edges()) {
          if (edge.ref().layer() == column.layer()) {
            weights.add(new Target.Parameter(edge.ref()));
          }
        }
        if (!weights.isEmpty()) {
          columns.add(weights);
        }
      }
      List<Target> units = new ArrayList<>();
      for (Unit unit : column.units()) {
        units.add(new Target.Unit(column.layer(), unit.number()));
        unit.bias().ifPresent(b -> units.add(new Target.Parameter(b.ref())));
      }
      columns.add(units);
    }
    return columns;
  }
}
