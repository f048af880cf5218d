package org.ladera.landscape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.train.Optimizer;

/** An optimizer of the engine descending a function of two variables. */
public final class FunctionRun {
  /**
   * One step.
   *
   * @param w (x, y) before
   * @param f the value there
   * @param gradient there
   * @param wAfter (x, y) after
   * @param memoryAfter what the optimizer keeps, by its name in the formulas
   */
  public record Step(
      double[] w,
      double f,
      double[] gradient,
      double[] wAfter,
      SequencedMap<String, double[]> memoryAfter) {
    /** Whether every number of it is finite, the optimizer's memory included. */
    public boolean isFinite() {
      return finite(w)
          && Double.isFinite(f)
          && finite(gradient)
          && finite(wAfter)
          && memoryAfter.values().stream().allMatch(Step::finite);
    }

    private static boolean finite(double[] pair) {
      return Double.isFinite(pair[0]) && Double.isFinite(pair[1]);
    }
  }

  private final TestFunction function;
  private final Optimizer optimizer;
  private final double[] w;

  public FunctionRun(TestFunction function, OptimizerSpec spec, double x, double y) {
    this.function = function;
    optimizer = new Optimizer(spec, 2);
    w = new double[] {x, y};
  }

  /** Where the run is now. */
  public double x() {
    return w[0];
  }

  public double y() {
    return w[1];
  }

  /** One update. */
  public Step step() {
    double[] before = w.clone();
    double[] gradient = new double[2];
    function.gradient(w[0], w[1], gradient);
    double f = function.at(w[0], w[1]);
    if (optimizer.spec() instanceof OptimizerSpec.SequentialSgd) {
      optimizer.update(w, gradient, 0, 1, optimizer.spec().rate());
      double[] seen = new double[2];
      function.gradient(w[0], w[1], seen);
      optimizer.update(w, seen, 1, 2, optimizer.spec().rate());
    } else {
      optimizer.update(w, gradient, 0, 2, optimizer.spec().rate());
    }
    Map<String, double[]> memory = new LinkedHashMap<>();
    for (int i = 0; i < optimizer.names().size(); i++) {
      memory.put(optimizer.names().get(i), optimizer.memory(i).clone());
    }
    return new Step(before, f, gradient, w.clone(), new LinkedHashMap<>(memory));
  }
}
