package org.ladera.engine.train;

/** What an update changes, as it was before it. */
final class UpdateBackup {
  private final double[] theta;
  private final double[] running;
  private double[] memory;
  private long steps;

  UpdateBackup(int parameters, int figures) {
    theta = new double[parameters];
    running = new double[figures];
    memory = new double[0];
  }

  /** Makes room for the memory of another optimizer. */
  void prepare(Optimizer optimizer) {
    if (memory.length != optimizer.memorySize()) {
      memory = new double[optimizer.memorySize()];
    }
  }

  void remember(double[] parameters, double[] figures, Optimizer optimizer) {
    System.arraycopy(parameters, 0, theta, 0, theta.length);
    System.arraycopy(figures, 0, running, 0, running.length);
    optimizer.copyTo(memory, 0);
    steps = optimizer.steps();
  }

  /** Puts everything back. All three are modified. */
  void recall(double[] parameters, double[] figures, Optimizer optimizer) {
    System.arraycopy(theta, 0, parameters, 0, theta.length);
    System.arraycopy(running, 0, figures, 0, running.length);
    optimizer.restore(steps, memory, 0);
  }
}
