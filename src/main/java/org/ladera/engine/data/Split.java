package org.ladera.engine.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.random.SplitMix64;

/**
 * A data set in three parts that share no row and together have all of them. Scalings stay as they
 * are. Rows of a part stand in the order of the whole.
 *
 * @param validation empty when its share was 0
 * @param test empty when its share was 0
 */
public record Split(Dataset train, Optional<Dataset> validation, Optional<Dataset> test) {
  /**
   * Draws the parts. Where the targets are classes, each class is divided in the same shares as
   * nearly as whole rows allow (stratified).
   *
   * @param validationShare from 0 to 1
   * @param testShare from 0 to 1; the rest, which must keep a row, is for training
   * @throws IllegalArgumentException when the shares are not so, or a part that was asked for would
   *     have no row
   */
  public static Split of(Dataset data, double validationShare, double testShare, long seed) {
    if (!(validationShare >= 0) || !(testShare >= 0) || !(validationShare + testShare < 1)) {
      throw new IllegalArgumentException(
          "shares: expected from 0, together below 1, found "
              + validationShare
              + " and "
              + testShare);
    }
    int[] part = new int[data.size()];
    double[] owed = new double[2];
    double[] shares = {validationShare, testShare};
    SplitMix64 random = new SplitMix64(seed);
    for (int[] rows : groups(data.y()).values()) {
      random.shuffle(rows);
      int from = 0;
      for (int p = 0; p < 2; p++) {
        // What rounding left over in one class is owed to the next.
        double wanted = shares[p] * rows.length + owed[p];
        int count = Math.clamp(StrictMath.round(wanted), 0, rows.length - from);
        owed[p] = wanted - count;
        for (int i = from; i < from + count; i++) {
          part[rows[i]] = p + 1;
        }
        from += count;
      }
    }
    return new Split(
        rows(data, part, 0).orElseThrow(() -> noRow("training")),
        asked(data, part, 1, validationShare, "validation"),
        asked(data, part, 2, testShare, "test"));
  }

  private static IllegalArgumentException noRow(String part) {
    return new IllegalArgumentException("too few rows: none is left for " + part);
  }

  private static Optional<Dataset> asked(
      Dataset data, int[] part, int which, double share, String name) {
    Optional<Dataset> rows = rows(data, part, which);
    if (share > 0 && rows.isEmpty()) {
      throw noRow(name);
    }
    return rows;
  }

  /** The rows of each class; all together when the targets are not classes. */
  private static Map<Integer, int[]> groups(MatrixView y) {
    boolean classes = !Double.isNaN(Accuracy.of(y, y));
    Map<Integer, List<Integer>> lists = new LinkedHashMap<>();
    for (int row = 0; row < y.rows(); row++) {
      int key = classes ? Accuracy.classOf(y, row) : 0;
      lists.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    Map<Integer, int[]> groups = new LinkedHashMap<>();
    lists.forEach(
        (key, rows) -> groups.put(key, rows.stream().mapToInt(Integer::intValue).toArray()));
    return groups;
  }

  private static Optional<Dataset> rows(Dataset data, int[] part, int which) {
    int[] rows = IntStream.range(0, part.length).filter(i -> part[i] == which).toArray();
    return rows.length == 0 ? Optional.empty() : Optional.of(data.rows(rows));
  }
}
