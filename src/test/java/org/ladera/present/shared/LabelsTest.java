package org.ladera.present.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void formulasInTheNameOfARunBecomeSymbols() {
    Labels labels = new Labels(Map.of("run.edge", "con $\\eta = 0{,}0108$", "run.main", "lote"));
    assertEquals("con $η = 0,0108$", labels.run("edge", ""));
    assertEquals("lote", labels.run("main", ""));
    assertEquals("x", labels.run("other", "x"));
  }
}
