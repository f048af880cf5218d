package org.ladera.store.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Trainer;

/** A run as arrays, under the names that programs for NumPy use. */
public final class RunArrays {
  private RunArrays() {}

  /** The data as they are trained on, and the parameters before and after. */
  public static Map<String, MatrixView> of(Experiment experiment, long last) {
    Map<String, MatrixView> arrays = new LinkedHashMap<>();
    arrays.put("X", experiment.data().x());
    arrays.put("Y", experiment.data().y());
    Trainer trainer = new Trainer(experiment);
    put(arrays, trainer, "_start");
    long updates = last * experiment.batch().updatesPerEpoch(experiment.data().size());
    for (long i = 0; i < updates && trainer.step(); i++) {}
    put(arrays, trainer, "");
    return arrays;
  }

  private static void put(Map<String, MatrixView> arrays, Trainer trainer, String ending) {
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    for (ParameterLayout.Block block : trainer.layout().blocks()) {
      double[] values = new double[block.size()];
      System.arraycopy(theta, block.offset(), values, 0, values.length);
      arrays.put(
          block.kind().symbol() + block.layer() + ending,
          MatrixView.of(block.rows(), block.columns(), values));
    }
  }
}
