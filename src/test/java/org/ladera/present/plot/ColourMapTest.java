package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourMapTest {
  /** Entries of the published table of 256 colours, between the ones the map is built from. */
  @ParameterizedTest
  @CsvSource({"0.25, 59, 82, 139", "0.5, 33, 145, 140", "0.75, 94, 201, 98", "0, 68, 1, 84"})
  void viridisIsThePublishedMap(double t, int r, int g, int b) {
    int colour = ColourMap.VIRIDIS.at(t);
    assertEquals(r, colour >> 16 & 0xFF, 3);
    assertEquals(g, colour >> 8 & 0xFF, 3);
    assertEquals(b, colour & 0xFF, 3);
  }

  @Test
  void theMapsGrowLighterFromEndToEnd() {
    for (ColourMap map : new ColourMap[] {ColourMap.VIRIDIS, ColourMap.CIVIDIS}) {
      double before = -1;
      for (int i = 0; i <= 32; i++) {
        double now = ColourMap.luminance(map.at(i / 32.0));
        assertTrue(now > before, "step " + i);
        before = now;
      }
    }
  }

  @Test
  void theMiddleOfADivergingMapIsItsZero() {
    ColourMap map = ColourMap.diverging(0x2F6CB3, 0xFFFFFF, 0xBB3A3A);
    assertEquals(0xFF2F6CB3, map.at(0));
    assertEquals(0xFFBB3A3A, map.at(1));
    assertTrue(ColourMap.luminance(map.at(0.5)) > 0.97);
    assertEquals(map.at(0), map.at(-3), "beyond the ends the ends stay");
  }
}
