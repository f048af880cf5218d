package org.ladera;

import java.util.List;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.Scaling;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** The regression of the thesis (S1.R in the curriculum) as a test fixture. */
public final class IceCream {
  private static final double[] TEMPERATURE = {
    25, 26, 27, 28, 29, 29.5, 30.5, 31, 32, 33.5, 34, 36.5, 37, 37.5, 39, 40
  };
  private static final double[] SOLD = {
    10, 18, 12, 20, 18, 20, 22, 30, 32, 30, 35, 36, 40, 38, 37, 41
  };

  private IceCream() {}

  public static Dataset data() {
    Scaling tens = Scaling.dividedBy(1, 10);
    return new Dataset(
        List.of("temperature"),
        List.of("sold"),
        tens.apply(MatrixView.of(16, 1, TEMPERATURE)),
        tens.apply(MatrixView.of(16, 1, SOLD)),
        tens,
        tens);
  }

  /** Weight, then bias: numpy's seed 714. */
  public static MatrixView start() {
    return MatrixView.of(1, 2, 1.0151747625338823, 1.5511928819147724);
  }

  public static Experiment experiment(double rate) {
    return new Experiment(
        data(),
        NetworkSpec.of(1, LayerSpec.dense(1, ActivationSpec.IDENTITY)),
        LossSpec.HALF_SSE,
        RegularisationSpec.NONE,
        new OptimizerSpec.Sgd(rate),
        new ScheduleSpec.Constant(),
        BatchSpec.FULL,
        new InitSpec.Given(start()),
        714);
  }
}
