package org.ladera.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A panel that throws in every pulse is closed, and nothing after it notices. */
class PulseGuardTest {
  private final List<String> done = new ArrayList<>();
  private final PulseGuard guard =
      new PulseGuard(() -> done.add("closed"), why -> done.add(why.getMessage()));

  private void pulse(String what) {
    guard.run(
        () -> {
          if (!what.isEmpty()) {
            throw new IllegalStateException(what);
          }
          done.add("drawn");
        });
  }

  @Test
  void twiceRunningIsTheEnd() {
    pulse("one");
    assertEquals(List.of(), done);
    pulse("two");
    assertEquals(List.of("closed", "two"), done);
  }

  @Test
  void onceIsForgivenWhenTheNextPulseDraws() {
    pulse("one");
    pulse("");
    pulse("two");
    pulse("");
    assertEquals(List.of("drawn", "drawn"), done);
  }
}
