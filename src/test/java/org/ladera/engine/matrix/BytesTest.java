package org.ladera.engine.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A matrix of bytes beside one of the same numbers. */
class BytesTest {
  private static final int ROWS = 7;
  private static final int COLUMNS = 5;

  private static byte[] bytes(long seed) {
    byte[] bytes = new byte[ROWS * COLUMNS];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static MatrixView numbers(byte[] bytes) {
    return MatrixView.generate(ROWS, COLUMNS, i -> (bytes[i] & 0xFF) / 255.0);
  }

  @Test
  void itIsTheSameMatrixInAnEighthOfTheRoom() {
    byte[] bytes = bytes(1);
    MatrixView small = MatrixView.ofBytes(ROWS, COLUMNS, bytes).map(v -> v / 255);
    MatrixView large = numbers(bytes);
    assertEquals(large, small);
    assertEquals(small, large);
    assertEquals(large.hashCode(), small.hashCode());
    assertEquals(large.bytes(), 8 * small.bytes());
    assertArrayEquals(large.toArray(), small.toArray());
    assertArrayEquals(large.toMatrix().data, small.toMatrix().data);
    assertEquals(large.rows(6, 0, 6), small.rows(6, 0, 6));
    assertEquals(3 * COLUMNS, small.rows(6, 0, 6).bytes());
    double[] two = new double[2 * COLUMNS + 1];
    small.copyRows(3, 2, two, 1);
    for (int i = 0; i < 2 * COLUMNS; i++) {
      assertEquals(large.get(3 * COLUMNS + i), two[i + 1]);
    }
    assertNotEquals(small, MatrixView.ofBytes(ROWS, COLUMNS, bytes(2)).map(v -> v / 255));
    assertNotEquals(small, MatrixView.ofBytes(ROWS, COLUMNS, bytes));
    bytes[0]++;
    assertEquals(large, small, "what is given is copied");
  }

  @Test
  void noNumberExceedsTheBound() {
    MatrixView small = MatrixView.ofBytes(ROWS, COLUMNS, bytes(1)).map(v -> 0.25 - v / 255);
    assertEquals(0.75, small.bound());
    assertEquals(4, MatrixView.of(1, 3, 2, -4, 1).bound());
    assertEquals(Double.NaN, MatrixView.of(1, 3, 2, Double.NaN, 1).bound());
  }

  @Test
  void whatIsMadeLaterIsMadeOnce() {
    int[] made = {0};
    MatrixView later =
        MatrixView.ofBytes(
                ROWS,
                COLUMNS,
                () -> {
                  made[0]++;
                  return bytes(1);
                })
            .map(v -> v / 255);
    assertEquals(ROWS * COLUMNS, later.bytes());
    assertEquals(0, made[0], "nobody has looked");
    assertEquals(numbers(bytes(1)), later);
    assertEquals(later.rows(2, 1), later.map(v -> v).rows(2, 1));
    assertEquals(1, made[0]);
  }
}
