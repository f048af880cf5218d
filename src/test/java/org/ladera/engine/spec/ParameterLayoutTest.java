package org.ladera.engine.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** 2-3-1, the hidden layer with batch normalisation: W 6, b 3, γ 3, β 3, W 3, b 1. */
class ParameterLayoutTest {
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          NetworkSpec.of(
              2,
              new LayerSpec(3, ActivationSpec.TANH, true, true, 0),
              LayerSpec.dense(1, ActivationSpec.SIGMOID)));

  private static final List<String> IN_ORDER =
      List.of(
          "W[1][1,1]",
          "W[1][1,2]",
          "W[1][1,3]",
          "W[1][2,1]",
          "W[1][2,2]",
          "W[1][2,3]",
          "b[1][1]",
          "b[1][2]",
          "b[1][3]",
          "gamma[1][1]",
          "gamma[1][2]",
          "gamma[1][3]",
          "beta[1][1]",
          "beta[1][2]",
          "beta[1][3]",
          "W[2][1,1]",
          "W[2][2,1]",
          "W[2][3,1]",
          "b[2][1]");

  @Test
  void namesAndPositionsLeadToEachOther() {
    assertEquals(IN_ORDER.size(), LAYOUT.count());
    for (int i = 0; i < IN_ORDER.size(); i++) {
      ParameterRef ref = ParameterRef.parse(IN_ORDER.get(i));
      assertEquals(i, LAYOUT.indexOf(ref), IN_ORDER.get(i));
      assertEquals(ref, LAYOUT.refAt(i));
      assertTrue(LAYOUT.has(ref));
      assertEquals(IN_ORDER.get(i), ref.toString());
    }
    assertThrows(IndexOutOfBoundsException.class, () -> LAYOUT.refAt(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> LAYOUT.refAt(IN_ORDER.size()));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String name :
        List.of("W[1][3,1]", "W[1][1,4]", "b[1][4]", "W[3][1,1]", "W[2][1,2]", "gamma[2][1]")) {
      ParameterRef ref = ParameterRef.parse(name);
      assertFalse(LAYOUT.has(ref), name);
      assertThrows(IllegalArgumentException.class, () -> LAYOUT.indexOf(ref), name);
    }
  }
}
