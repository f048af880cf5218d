package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void unitAndValueAreInverse() {
    for (Scale scale : new Scale[] {Scale.linear(-5, 3), Scale.log(0.5, 1e263)}) {
      assertEquals(0, scale.unit(scale.min()), 1e-12);
      assertEquals(1, scale.unit(scale.max()), 1e-12);
      for (double unit = -0.1; unit <= 1.1; unit += 0.1) {
        assertEquals(unit, scale.unit(scale.value(unit)), 1e-9);
      }
    }
  }

  @Test
  void equalDistancesOnALogarithmicAxisAreEqualFactors() {
    Scale scale = Scale.log(1, 1000);
    assertEquals(1.0 / 3, scale.unit(10), 1e-12);
    assertEquals(2.0 / 3, scale.unit(100), 1e-12);
  }

  @Test
  void whatHasNoLogarithmLiesBelowTheAxis() {
    Scale scale = Scale.log(1, 10);
    assertTrue(scale.unit(0) < 0 && Double.isFinite(scale.unit(0)));
    assertTrue(scale.unit(-3) < 0);
    assertTrue(Double.isNaN(scale.unit(Double.NaN)));
    assertFalse(scale.holds(0));
  }

  @Test
  void anAxisOfOneValueIsWidened() {
    assertTrue(Scale.linear(0, 0).holds(0));
    assertTrue(Scale.linear(-7, -7).holds(-7));
    assertTrue(Scale.log(0.2, 0.2).holds(0.2));
  }

  @Test
  void hugeRangesStayFinite() {
    Scale scale = Scale.linear(-Double.MAX_VALUE, Double.MAX_VALUE);
    assertEquals(0.5, scale.unit(0), 1e-12);
  }

  @Test
  void impossibleAxesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Scale.Linear(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Scale.Linear(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new Scale.Log(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Scale.Log(1, Double.POSITIVE_INFINITY));
  }
}
