package org.ladera.ui.offscreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapBoundTest {
  private static final long MB = 1L << 20;

  @Test
  void aHeapThatStaysIsNeverClearedWhateverItsSize() {
    for (long heap : new long[] {20 * MB, 400 * MB, 8_000 * MB}) {
      HeapBound bound = new HeapBound(heap);
      assertFalse(bound.isPassed(heap, false));
      assertFalse(bound.isPassed(heap + heap / 20, false), "a twentieth is not worth a pause");
      assertFalse(bound.isPassed(heap / 2, false));
    }
  }

  @Test
  void aHeapThatGrowsByAFifthIsCleared() {
    for (long heap : new long[] {400 * MB, 8_000 * MB}) {
      assertTrue(new HeapBound(heap).isPassed(heap + heap / 5, false));
    }
  }

  /**
   * Who drags or presses a key would feel the pause; but nobody's memory is used up by dragging.
   */
  @Test
  void whileAPersonIsBusyItWaitsButNotForEver() {
    HeapBound bound = new HeapBound(200 * MB);
    assertFalse(bound.isPassed(300 * MB, true));
    assertTrue(bound.isPassed(300 * MB, false));
    assertTrue(bound.isPassed(500 * MB, true));
  }

  /** What is looked at often and grows by little each time is cleared all the same. */
  @Test
  void growthIsCountedFromTheLastClearingAndNotFromTheLastLook() {
    HeapBound bound = new HeapBound(1_000 * MB);
    int looks = 1;
    while (!bound.isPassed((1_000 + 10L * looks) * MB, false)) {
      looks++;
      assertTrue(looks <= 20, "a fifth and more has come");
    }
    assertTrue(looks > 5);
  }

  /** What is alive may be more than before, and much less: from there it is counted on. */
  @Test
  void whatIsLeftAfterAClearingIsWhereTheNextGrowthBegins() {
    HeapBound bound = new HeapBound(1_000 * MB);
    bound.cleared(2_000 * MB);
    assertFalse(
        bound.isPassed(2_050 * MB, false), "a network that is larger is not cleared all the time");
    bound.cleared(200 * MB);
    assertTrue(
        bound.isPassed(300 * MB, false), "after a large run a small one is held to its own size");
  }

  /** With so little alive nothing a frame or two leaves behind is to stop the window. */
  @Test
  void aSmallHeapIsNotClearedForEveryFewMegabytes() {
    HeapBound bound = new HeapBound(20 * MB);
    int cleared = 0;
    for (long heap = 20; heap < 60; heap++) {
      if (bound.isPassed(heap * MB, false)) {
        bound.cleared(heap * MB);
        cleared++;
      }
    }
    assertEquals(2, cleared);
  }
}
