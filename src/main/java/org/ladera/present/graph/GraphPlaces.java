package org.ladera.present.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the nodes of a graph stand: every operation one column to the right of its latest operand,
 * what is given just before its first use, and within a column as level with what it is joined to
 * as there is room (the layers of Sugiyama, Tagawa and Toda 1981). An edge over several columns
 * keeps a lane of its own.
 */
final class GraphPlaces {
  private static final int ROUNDS = 12;

  /** Of two lines, or of a line and a node; nodes are a whole lane apart. */
  private static final double NARROW = 0.6;

  /** One thing that takes room in a column: a node, or an edge passing by. */
  private static final class Spot {
    final int column;
    final boolean passing;
    final List<Spot> joined = new ArrayList<>();
    double lane;

    Spot(int column, boolean passing, double lane) {
      this.column = column;
      this.passing = passing;
      this.lane = lane;
    }
  }

  private final List<List<Integer>> operands;
  private final int[] columns;
  private final List<Spot> nodes = new ArrayList<>();
  private final List<List<Spot>> byColumn = new ArrayList<>();

  /** The spots by which each edge passes, node by node and operand by operand. */
  private final List<List<List<Spot>>> ways = new ArrayList<>();

  private final double least;
  private final double most;

  /**
   * @param operands of each node, all of them earlier nodes; none where it is given
   */
  GraphPlaces(List<List<Integer>> operands) {
    this.operands = operands;
    columns = columns(operands);
    double[] first = firstLanes();
    for (int i = 0; i < columns.length; i++) {
      nodes.add(place(new Spot(columns[i], false, first[i])));
    }
    for (int i = 0; i < columns.length; i++) {
      List<List<Spot>> into = new ArrayList<>();
      for (int operand : operands.get(i)) {
        into.add(way(operand, i, first));
      }
      ways.add(into);
    }
    for (int round = 0; round < ROUNDS; round++) {
      round();
    }
    double[] lanes =
        byColumn.stream().flatMap(List::stream).mapToDouble(spot -> spot.lane).toArray();
    least = Arrays.stream(lanes).min().orElse(0);
    most = Arrays.stream(lanes).max().orElse(0);
  }

  int columns() {
    return byColumn.size();
  }

  /** How many lanes there are, at least one. */
  double lanes() {
    return most - least + 1;
  }

  int column(int node) {
    return columns[node];
  }

  /** From 0, which is the uppermost one. */
  double lane(int node) {
    return nodes.get(node).lane - least;
  }

  /** The lanes in which an edge passes the columns between its ends. */
  List<Double> passing(int node, int operand) {
    return ways.get(node).get(operand).stream().map(spot -> spot.lane - least).toList();
  }

  private static int[] columns(List<List<Integer>> operands) {
    int[] columns = new int[operands.size()];
    int[] used = new int[columns.length];
    Arrays.fill(used, Integer.MAX_VALUE);
    for (int i = 0; i < columns.length; i++) {
      for (int operand : operands.get(i)) {
        columns[i] = Math.max(columns[i], columns[operand] + 1);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      for (int operand : operands.get(i)) {
        used[operand] = Math.min(used[operand], columns[i]);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      if (operands.get(i).isEmpty() && used[i] != Integer.MAX_VALUE) {
        columns[i] = used[i] - 1;
      }
    }
    return columns;
  }

  /** What is given one below the other as the formula names it, every operation amid its own. */
  private double[] firstLanes() {
    double[] lanes = new double[columns.length];
    int given = 0;
    for (int i = 0; i < lanes.length; i++) {
      lanes[i] =
          operands.get(i).isEmpty()
              ? given++
              : operands.get(i).stream().mapToDouble(o -> lanes[o]).average().orElse(0);
    }
    return lanes;
  }

  private Spot place(Spot spot) {
    while (byColumn.size() <= spot.column) {
      byColumn.add(new ArrayList<>());
    }
    byColumn.get(spot.column).add(spot);
    return spot;
  }

  private List<Spot> way(int from, int to, double[] first) {
    List<Spot> way = new ArrayList<>();
    Spot last = nodes.get(from);
    for (int column = columns[from] + 1; column < columns[to]; column++) {
      double share = (double) (column - columns[from]) / (columns[to] - columns[from]);
      Spot next = place(new Spot(column, true, first[from] + share * (first[to] - first[from])));
      join(last, next);
      way.add(next);
      last = next;
    }
    join(last, nodes.get(to));
    return way;
  }

  private static void join(Spot one, Spot other) {
    one.joined.add(other);
    other.joined.add(one);
  }

  /** Every spot goes level with what it is joined to, as near as its neighbours let it. */
  private void round() {
    for (List<Spot> column : byColumn) {
      double[] wished =
          column.stream()
              .mapToDouble(s -> s.joined.stream().mapToDouble(o -> o.lane).average().orElse(s.lane))
              .toArray();
      for (int i = 0; i < wished.length; i++) {
        column.get(i).lane = wished[i];
      }
      column.sort(Comparator.comparingDouble(s -> s.lane));
      spread(column);
    }
  }

  private static void spread(List<Spot> column) {
    double before = column.stream().mapToDouble(s -> s.lane).sum();
    for (int i = 1; i < column.size(); i++) {
      Spot above = column.get(i - 1);
      Spot spot = column.get(i);
      double apart = above.passing || spot.passing ? NARROW : 1;
      spot.lane = Math.max(spot.lane, above.lane + apart);
    }
    double shift =
        (column.stream().mapToDouble(s -> s.lane).sum() - before) / Math.max(1, column.size());
    column.forEach(s -> s.lane -= shift);
  }
}
