package org.ladera.engine.spec;

import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.data.HeldOut;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;

/**
 * Everything a run is determined by: the same experiment gives the same run, bit for bit.
 *
 * @param data the examples, already scaled as {@link Dataset} records
 * @param seed source of start weights, shuffles and dropout masks
 * @param heldOut examples that are only looked at; they have no part in what the run does
 */
public record Experiment(
    Dataset data,
    NetworkSpec network,
    LossSpec loss,
    RegularisationSpec regularisation,
    OptimizerSpec optimizer,
    ScheduleSpec schedule,
    BatchSpec batch,
    InitSpec init,
    long seed,
    HeldOut heldOut) {
  public Experiment {
    if (data.x().columns() != network.inputs() || data.y().columns() != network.outputs()) {
      throw new IllegalArgumentException(
          "network "
              + network.shape()
              + " does not fit data with "
              + data.x().columns()
              + " inputs and "
              + data.y().columns()
              + " targets");
    }
  }

  /** A run that holds no examples out. */
  public Experiment(
      Dataset data,
      NetworkSpec network,
      LossSpec loss,
      RegularisationSpec regularisation,
      OptimizerSpec optimizer,
      ScheduleSpec schedule,
      BatchSpec batch,
      InitSpec init,
      long seed) {
    this(data, network, loss, regularisation, optimizer, schedule, batch, init, seed, HeldOut.NONE);
  }

  /**
   * The descent of a function instead of a network's loss: J is the value of the function, the
   * parameters are its variables W[1][1,k], and there is one example in which nothing stands.
   *
   * @param at the start, one number for each variable; not modified
   */
  public static Experiment of(
      FunctionGraph function,
      double[] at,
      OptimizerSpec optimizer,
      ScheduleSpec schedule,
      long seed) {
    return new Experiment(
        Dataset.of(new double[][] {{0}}, new double[][] {{0}}),
        NetworkSpec.of(1, LayerSpec.plain(new LayerKind.Function(function))),
        new LossSpec(LossSpec.Kind.OUTPUT, Factor.ONE),
        RegularisationSpec.NONE,
        optimizer,
        schedule,
        BatchSpec.FULL,
        new InitSpec.Given(MatrixView.of(1, at.length, at)),
        seed);
  }

  /** The function that is descended; empty where a network learns from examples. */
  public Optional<FunctionGraph> function() {
    return network.function();
  }

  /**
   * The shape of the pictures that stand in layer {@code layer} (0 = inputs), also where a dense
   * layer takes them as rows of values; empty where there are none.
   */
  public Optional<Shape> pictures(int layer) {
    return network.pictures(layer).or(() -> layer == 0 ? data.images() : Optional.empty());
  }

  /** The experiment once a change is made; the parameters are no part of it. */
  public Experiment after(Edit edit) {
    return switch (edit) {
      case Edit.SetRate(double rate) -> withOptimizer(optimizer.withRate(rate));
      case Edit.SetOptimizer(OptimizerSpec rule) -> withOptimizer(rule);
      case Edit.SetActivation(int layer, var activation) ->
          withNetwork(network.withActivation(layer, activation));
      case Edit.SetData(Dataset other) -> withData(other);
      case Edit.SetParameter _, Edit.SetParameters _ -> this;
    };
  }

  public Experiment withData(Dataset other) {
    return new Experiment(
        other, network, loss, regularisation, optimizer, schedule, batch, init, seed, heldOut);
  }

  /** The same on other examples, with others held out. */
  public Experiment withData(Dataset other, HeldOut held) {
    return new Experiment(
        other, network, loss, regularisation, optimizer, schedule, batch, init, seed, held);
  }

  public Experiment withNetwork(NetworkSpec other) {
    return new Experiment(
        data, other, loss, regularisation, optimizer, schedule, batch, init, seed, heldOut);
  }

  public Experiment withLoss(LossSpec other) {
    return new Experiment(
        data, network, other, regularisation, optimizer, schedule, batch, init, seed, heldOut);
  }

  public Experiment withRegularisation(RegularisationSpec other) {
    return new Experiment(
        data, network, loss, other, optimizer, schedule, batch, init, seed, heldOut);
  }

  public Experiment withOptimizer(OptimizerSpec other) {
    return new Experiment(
        data, network, loss, regularisation, other, schedule, batch, init, seed, heldOut);
  }

  public Experiment withSchedule(ScheduleSpec other) {
    return new Experiment(
        data, network, loss, regularisation, optimizer, other, batch, init, seed, heldOut);
  }

  public Experiment withBatch(BatchSpec other) {
    return new Experiment(
        data, network, loss, regularisation, optimizer, schedule, other, init, seed, heldOut);
  }

  public Experiment withInit(InitSpec other) {
    return new Experiment(
        data, network, loss, regularisation, optimizer, schedule, batch, other, seed, heldOut);
  }

  public Experiment withSeed(long other) {
    return new Experiment(
        data, network, loss, regularisation, optimizer, schedule, batch, init, other, heldOut);
  }
}
