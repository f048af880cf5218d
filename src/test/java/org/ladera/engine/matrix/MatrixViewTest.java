package org.ladera.engine.matrix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class MatrixViewTest {
  private static final MatrixView TWO_BY_THREE = MatrixView.of(2, 3, 1, 2, 3, 4, 5, 6);

  @Test
  void generatesRowByRow() {
    assertEquals(TWO_BY_THREE, MatrixView.generate(2, 3, i -> i + 1.0));
  }

  @Test
  void givesAMatrixOfItsOwnThatLeadsBack() {
    DMatrixRMaj matrix = TWO_BY_THREE.toMatrix();
    assertEquals(6, matrix.get(1, 2));
    assertEquals(TWO_BY_THREE, MatrixView.of(matrix));
    matrix.set(0, 0, 9);
    assertEquals(1, TWO_BY_THREE.get(0, 0));
  }

  @Test
  void isAddedToOtherNumbersAsOftenAsIsAsked() {
    double[] target = {1, 1, 1, 1, 1, 1};
    TWO_BY_THREE.addTo(2, target);
    MatrixView.over(new double[] {9, 9, 1, 0, 0, 0, 0, 0, 9}, 2, 2, 3).addTo(-1, target);
    MatrixView.ofBytes(2, 3, new byte[] {0, 0, 0, 0, 0, (byte) 200}).addTo(0.5, target);
    assertArrayEquals(new double[] {2, 5, 7, 9, 11, 113}, target);
  }

  @Test
  void differentShapesAndNumbersAreDifferent() {
    assertNotEquals(TWO_BY_THREE, MatrixView.of(3, 2, 1, 2, 3, 4, 5, 6));
    assertNotEquals(TWO_BY_THREE, MatrixView.of(2, 3, 1, 2, 3, 4, 5, 7));
    Set<Integer> hashes = new HashSet<>();
    int count = 0;
    for (int rows = 1; rows <= 12; rows++) {
      if (12 % rows == 0) {
        hashes.add(MatrixView.of(rows, 12 / rows, new double[12]).hashCode());
        count++;
      }
    }
    assertEquals(count, hashes.size());
    assertEquals(TWO_BY_THREE.hashCode(), MatrixView.of(2, 3, 1, 2, 3, 4, 5, 6).hashCode());
    assertEquals("2 x 3 [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]", TWO_BY_THREE.toString());
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> MatrixView.of(2, 3, 1, 2));
    assertThrows(IllegalArgumentException.class, () -> MatrixView.of(-1, -2, 1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_BY_THREE.get(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_BY_THREE.get(1, -1));
    assertEquals(0, MatrixView.of(0, 0).size());
  }

  @Test
  void copiesOfRowsStandWhereTheyWereAskedFor() {
    double[] target = new double[5];
    TWO_BY_THREE.copyRows(1, 1, target, 2);
    assertArrayEquals(new double[] {0, 0, 4, 5, 6}, target);
  }

  @Test
  void aPartOfMoreNumbersIsAMatrixLikeAnyOther() {
    MatrixView part = MatrixView.over(new double[] {9, 9, 1, 2, 3, 4, 5, 6, 9}, 2, 2, 3);
    assertEquals(TWO_BY_THREE, part);
    assertEquals(part, TWO_BY_THREE);
    assertEquals(TWO_BY_THREE.hashCode(), part.hashCode());
    assertEquals(TWO_BY_THREE.rows(1, 0), part.rows(1, 0));
    assertEquals(TWO_BY_THREE.map(v -> -v), part.map(v -> -v));
    assertArrayEquals(TWO_BY_THREE.toArray(), part.toArray());
    assertEquals(TWO_BY_THREE.bytes(), part.bytes());
    assertNotEquals(MatrixView.over(new double[] {0, 1, 2, 3, 4, 5}, 0, 2, 3), part);
  }

  @Test
  void whatStandsBesideAPartIsNotReached() {
    MatrixView part = MatrixView.over(new double[] {9, 1, 2, 9, 9, 9}, 1, 1, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> part.get(2));
    assertThrows(IndexOutOfBoundsException.class, () -> part.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> part.get(1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> part.rows(1));
    assertThrows(IndexOutOfBoundsException.class, () -> part.copyRows(0, 2, new double[4], 0));
    assertThrows(IndexOutOfBoundsException.class, () -> MatrixView.over(new double[3], 2, 1, 2));
  }
}
