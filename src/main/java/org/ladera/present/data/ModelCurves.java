package org.ladera.present.data;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LossFunction;
import org.ladera.present.data.DataModel.Curve;
import org.ladera.present.data.DataModel.Role;
import org.ladera.present.plot.Scale;
import org.ladera.session.RunFrame;

/** The outputs of a network of one input, drawn over the axis of its input. */
final class ModelCurves {
  private static final int MOST = 161;
  private static final int FEWEST = 41;

  /** A frame pays for no more than so many products. */
  private static final double BUDGET = 2e6;

  private final Scale x;
  private final boolean raw;

  /**
   * @param raw whether the axes are in the units of the source
   */
  ModelCurves(Scale x, boolean raw) {
    this.x = x;
    this.raw = raw;
  }

  /** One curve for each output. */
  List<Curve> of(RunFrame run, MatrixView parameters, Role role, int dash, String label) {
    Dataset data = run.experiment().data();
    int points = (int) Math.clamp(BUDGET / Math.max(1, parameters.size()), FEWEST, MOST);
    double[] across = new double[points];
    double[] seen = new double[points];
    for (int i = 0; i < points; i++) {
      across[i] = x.min() + (x.max() - x.min()) * i / (points - 1);
      seen[i] = raw ? data.inputScaling().apply(0, across[i]) : across[i];
    }
    MatrixView outputs =
        new ForwardPass(LossFunction.of(run.experiment()), parameters)
            .outputs(MatrixView.of(points, 1, seen));
    List<Curve> curves = new ArrayList<>();
    for (int j = 0; j < outputs.columns(); j++) {
      double[] up = new double[points];
      for (int i = 0; i < points; i++) {
        double y = outputs.get(i, j);
        up[i] = raw ? data.targetScaling().invert(j, y) : y;
      }
      curves.add(new Curve(role, j, dash, across, up, j == 0 ? label : ""));
    }
    return curves;
  }
}
