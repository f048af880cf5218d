package org.ladera.present.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Frame;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class PathsModelTest {
  private static final Messages ENGLISH = Messages.load(Language.EN);

  private static PathsModel model(Experiment experiment, Highlight highlight, String weight) {
    Frame frame = Xor.after(experiment, 3);
    ViewSpec.Paths ref =
        new ViewSpec.Paths("main", ParameterRef.parse(weight), OptionalInt.empty());
    return PathsModel.of(frame, ref, highlight, ENGLISH, Labels.NONE);
  }

  /** Σ_k (−y_k/a_k) a_k (1_kj − a_j) x = (a_j − y_j) x, which the engine works out as δ·x. */
  @Test
  void thePathsAddUpToTheGradientOfTheEngine() {
    Experiment classes = Xor.threeClasses();
    Frame frame = Xor.after(classes, 3);
    int depth = classes.network().layers().size();
    for (int sample : frame.main().next().rows()) {
      int row = frame.main().next().rows().indexOf(sample);
      for (int j = 1; j <= 3; j++) {
        PathsModel model =
            model(classes, Highlight.ofSample(sample), "W[" + depth + "][1," + j + "]");
        double sum = model.paths().stream().mapToDouble(PathsModel.Path::product).sum();
        double input = model.step().value();
        double a = frame.main().next().layers().getLast().a().get(row, j - 1);
        double y = classes.data().y().get(sample, j - 1);
        assertEquals((a - y) * input, sum, 1e-12);
        assertEquals(3, model.paths().size());
      }
    }
  }

  @Test
  void onlyThePathOfTheRightClassCarriesSomething() {
    PathsModel model = model(Xor.threeClasses(), Highlight.ofSample(0), "W[1][1,1]");
    Dataset data = Xor.threeClasses().data();
    for (int k = 0; k < 3; k++) {
      boolean right = data.y().get(0, k) == 1;
      assertEquals(right, model.paths().get(k).product() != 0);
    }
  }

  @Test
  void aBrushedOutputLightsItsPath() {
    Highlight second = new Highlight(-1, 1, 2, Optional.empty(), -1);
    assertEquals(1, model(Xor.threeClasses(), second, "W[1][1,1]").lit());
    assertEquals(-1, model(Xor.threeClasses(), Highlight.NONE, "W[1][1,1]").lit());
  }

  @Test
  void withoutSoftmaxItSaysWhatIsMissing() {
    PathsModel model = model(Xor.thesis(), Highlight.NONE, "W[2][1,1]");
    assertEquals(2, model.empty().size());
    assertTrue(model.paths().isEmpty());
  }
}
