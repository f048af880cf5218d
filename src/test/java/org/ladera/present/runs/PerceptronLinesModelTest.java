package org.ladera.present.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Labels;
import org.ladera.session.Scene;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class PerceptronLinesModelTest {
  private static PerceptronLinesModel model(double[]... targets) {
    Experiment thesis = Xor.thesis();
    Experiment unit =
        new Experiment(
            Dataset.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, targets),
            NetworkSpec.of(2, LayerSpec.dense(1, ActivationSpec.STEP)),
            thesis.loss(),
            thesis.regularisation(),
            new OptimizerSpec.Sgd(1.5),
            thesis.schedule(),
            thesis.batch(),
            new InitSpec.Given(MatrixView.of(1, 3, 1, 1, -1)),
            1);
    return PerceptronLinesModel.of(
        Xor.after(unit, 0),
        new ViewSpec.PerceptronLines(Scene.MAIN, Optional.empty(), Optional.empty()),
        Messages.load(Language.EN),
        Labels.NONE);
  }

  /** By hand, w' = w + 1.5 (y − ŷ) x, on from a sum of 1: from (−½, −½) around to it again. */
  @Test
  void xorGoesRoundInFourTurns() {
    PerceptronLinesModel model =
        model(new double[] {0}, new double[] {1}, new double[] {1}, new double[] {0});
    assertTrue(model.round());
    List<PerceptronLinesModel.Turn> turns = model.turns();
    assertEquals(
        List.of(List.of(-0.5, -0.5), List.of(-0.5, 1.0), List.of(1.0, 1.0), List.of(-0.5, -0.5)),
        turns.stream().map(turn -> List.of(turn.a(), turn.b())).toList());
    assertEquals(
        List.of(false, true, true, true),
        turns.stream().map(PerceptronLinesModel.Turn::wrong).toList());
    assertEquals(0, turns.get(2).sum(0.5, 0.5), 1e-15);
  }

  @Test
  void whatALinePartsComesToAnEnd() {
    PerceptronLinesModel model =
        model(new double[] {0}, new double[] {0}, new double[] {1}, new double[] {1});
    assertFalse(model.round());
    PerceptronLinesModel.Turn last = model.turns().getLast();
    assertTrue(last.sum(1, 0) >= 0 && last.sum(1, 1) >= 0);
    assertTrue(last.sum(0, 0) < 0 && last.sum(0, 1) < 0);
  }
}
