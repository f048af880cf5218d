package org.ladera.store.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.UnitRule;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.runs.PerceptronModel;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Table;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Rules for one unit, example by example, as the lesson has them. */
final class NeuronLessonTest {
  private static final Messages MESSAGES = Messages.load(Language.EN);

  private static PerceptronModel model(String step, ViewSpec.Perceptron view) {
    InlineSession session = new InlineSession();
    session.send(
        new Command.Load(
            LessonLibrary.load(LessonCopy.SHIPPED)
                .lesson("neuron")
                .orElseThrow()
                .step(step)
                .orElseThrow()
                .scene()));
    Frame frame = session.newest();
    return PerceptronModel.of(frame, view, MESSAGES, Labels.NONE);
  }

  /** w += η(y − z)x with a third weight for the bias, worked out here. */
  @Test
  void adalineFollowsTheSum() {
    PerceptronModel model = model("two-rules", new ViewSpec.Perceptron("main", UnitRule.ADALINE));
    double[][] x = {{0, 0, 1}, {0, 1, 1}, {1, 0, 1}, {1, 1, 1}};
    double[] y = {0, 0, 0, 1};
    double[] w = new double[3];
    for (int i = 0; i < 12; i++) {
      double[] example = x[i % 4];
      double z = example[0] * w[0] + example[1] * w[1] + w[2];
      for (int j = 0; j < 3; j++) {
        w[j] += 0.1 * (y[i % 4] - z) * example[j];
      }
      Map<ParameterRef, Double> after = model.weights().get(i);
      assertEquals(w[0], after.get(ParameterRef.weight(1, 1, 1)), 1e-15);
      assertEquals(w[1], after.get(ParameterRef.weight(1, 2, 1)), 1e-15);
      assertEquals(w[2], after.get(ParameterRef.bias(1, 1)), 1e-15);
    }
  }

  @Test
  void aColumnOfOnesIsCalledABias() {
    List<String> heads =
        model("two-rules", new ViewSpec.Perceptron("rosenblatt", UnitRule.PERCEPTRON))
            .table()
            .columns()
            .stream()
            .map(Table.Column::name)
            .toList();
    assertEquals("$b$′", heads.get(5));
    assertEquals("$w_(1)$′", heads.get(6));
  }

  /** S2.7: the strict rule needs one correction, the slide two; both end at −0.5 and 1. */
  @Test
  void bothRoutesEndAtTheSameWeights() {
    Map<ParameterRef, Double> end =
        Map.of(ParameterRef.weight(1, 1, 1), -0.5, ParameterRef.weight(1, 2, 1), 1.0);
    for (String run : List.of("main", "slide")) {
      PerceptronModel model = model("routes", new ViewSpec.Perceptron(run, UnitRule.PERCEPTRON));
      assertEquals(end, model.weights().getLast());
      assertEquals(
          1,
          model.table().rows().stream()
              .filter(row -> row.cells().getLast().shown().equals("corrects"))
              .count());
    }
  }
}
