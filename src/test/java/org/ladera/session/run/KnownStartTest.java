package org.ladera.session.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.train.Trainer;
import org.ladera.session.Landmark;
import org.ladera.timeline.Timeline;

class KnownStartTest {
  private final Timeline timeline = new Timeline(Xor.thesis(), PairExecutor.ALONE);
  private final KnownStart start = new KnownStart();

  private Landmark known() {
    MatrixView here = MatrixView.over(timeline.parameters());
    return start.of(timeline, here, timeline.evaluate());
  }

  @Test
  void theLossAtTheStartStaysWhateverTheRunDoes() {
    double first = new Trainer(Xor.thesis()).evaluate().totalLoss();
    Landmark before = known();
    assertEquals(first, before.loss(), 0);
    timeline.forward();
    timeline.edit(new Edit.SetRate(0.2));
    timeline.forward();
    assertSame(before, known());
  }

  @Test
  void itIsThatOfTheLossAsItIsNow() {
    timeline.forward();
    assertEquals(new Trainer(Xor.thesis()).evaluate().totalLoss(), known().loss(), 0);
    timeline.edit(new Edit.SetActivation(1, ActivationSpec.TANH));
    timeline.forward();
    Trainer changed = new Trainer(timeline.experiment());
    changed.apply(new Edit.SetParameters(timeline.start()));
    assertEquals(changed.evaluate().totalLoss(), known().loss(), 0);
  }

  @Test
  void aBranchBeginsWhereItsRunDid() {
    Landmark before = known();
    Timeline branch = new Timeline(timeline.experiment(), PairExecutor.ALONE);
    branch.forward();
    assertSame(before, start.of(branch, MatrixView.over(branch.parameters()), branch.evaluate()));
  }
}
