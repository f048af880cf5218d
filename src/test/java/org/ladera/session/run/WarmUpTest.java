package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;

/** The first large network of a process, whatever was trained before it. */
class WarmUpTest {
  private static final LayerSpec WIDE = LayerSpec.dense(600, ActivationSpec.TANH);
  private static final LayerSpec OUT = LayerSpec.dense(3, ActivationSpec.SOFTMAX);

  @Test
  void a_small_run_before_does_not_keep_a_large_network_from_it() {
    Experiment large = Xor.classes(3, new NetworkSpec(2, List.of(WIDE, WIDE, OUT)));
    WarmUp warmUp = new WarmUp(new AtomicBoolean());
    assertFalse(warmUp.begin(Xor.thesis()));
    warmUp.end();
    assertTrue(warmUp.begin(large));
    warmUp.end();
    assertFalse(warmUp.begin(large));
  }
}
