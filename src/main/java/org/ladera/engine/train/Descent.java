package org.ladera.engine.train;

import java.util.function.LongToDoubleFunction;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** How a run goes down: its update rule with the memory, its rate over time, and the way back. */
final class Descent {
  /** How an update finds the new parameters. */
  enum Way {
    TOGETHER,
    /** One parameter after the other, each with a gradient of its own. */
    ONE_BY_ONE,
    /** By trying a neighbour. */
    SEARCH,
    /** At one stroke. */
    SOLVE
  }

  private final double[] theta;
  private final double[] running;
  private final UpdateBackup backup;
  private Optimizer optimizer;

  /** Set by {@link #follow}. */
  @SuppressWarnings("NullAway.Init")
  private LongToDoubleFunction schedule;

  private double baseRate;
  private Way way = Way.TOGETHER;
  private boolean contracting;

  /**
   * @param theta parameters, modified by updates
   * @param running figures of batch normalisation, modified by updates
   */
  Descent(OptimizerSpec spec, double[] theta, double[] running, PairExecutor pair) {
    this.theta = theta;
    this.running = running;
    optimizer = new Optimizer(spec, theta.length, pair);
    backup = new UpdateBackup(theta.length, running.length);
  }

  Optimizer optimizer() {
    return optimizer;
  }

  void follow(ScheduleSpec spec) {
    schedule = Schedule.function(spec);
  }

  /** Another rule, or other constants of the same one, whose memory is then kept. */
  void use(OptimizerSpec spec) {
    optimizer = optimizer.with(spec, theta.length);
    baseRate = spec.rate();
    way =
        switch (spec) {
          case OptimizerSpec.SequentialSgd _ -> Way.ONE_BY_ONE;
          case OptimizerSpec.LocalSearch _ -> Way.SEARCH;
          case OptimizerSpec.ClosedForm _ -> Way.SOLVE;
          case OptimizerSpec.Sgd _,
              OptimizerSpec.Momentum _,
              OptimizerSpec.AveragedMomentum _,
              OptimizerSpec.Nesterov _,
              OptimizerSpec.AdaGrad _,
              OptimizerSpec.AdaDelta _,
              OptimizerSpec.RmsProp _,
              OptimizerSpec.Adam _,
              OptimizerSpec.AdamW _,
              OptimizerSpec.Slipped _ ->
              Way.TOGETHER;
        };
    contracting = optimizer.isContracting() && way == Way.TOGETHER;
    backup.prepare(optimizer);
  }

  /** The rate of an update in {@code epoch}. */
  double rate(long epoch) {
    return baseRate * schedule.applyAsDouble(epoch);
  }

  /** Whether no memory can outgrow the gradients that feed it. */
  boolean isContracting() {
    return contracting;
  }

  /**
   * Changes the parameters. One after the other that takes many passes; what is thrown between
   * them, as by {@code PairExecutor.breathe}, leaves everything as it was at {@link #remember}.
   */
  void change(Pass pass, long epoch) {
    try {
      pass.change(optimizer, rate(epoch), way);
    } catch (RuntimeException e) {
      if (way != Way.TOGETHER) {
        recall();
      }
      throw e;
    }
  }

  /**
   * What determines what follows besides the parameters (1 × any): where {@code at} began to count,
   * the optimizer's steps and memories, the running figures.
   */
  MatrixView memory(StepCounter at) {
    double[] memory = new double[3 + optimizer.memorySize() + running.length];
    memory[0] = at.firstUpdate();
    memory[1] = at.firstEpoch();
    memory[2] = optimizer.steps();
    optimizer.copyTo(memory, 3);
    System.arraycopy(running, 0, memory, 3 + optimizer.memorySize(), running.length);
    return MatrixView.over(memory);
  }

  /** Puts back what {@link #memory} gave; the counter is the caller's business. */
  void restore(double[] memory) {
    optimizer.restore((long) memory[2], memory, 3);
    System.arraycopy(memory, 3 + optimizer.memorySize(), running, 0, running.length);
  }

  void remember() {
    backup.remember(theta, running, optimizer);
  }

  /** Takes back what was changed since {@link #remember}. */
  void recall() {
    backup.recall(theta, running, optimizer);
  }
}
