package org.ladera.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.net.BatchNorm;
import org.ladera.engine.net.Layer;
import org.ladera.engine.net.Network;
import org.ladera.engine.net.Objective;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.BatchNormTrace;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;

/** Copies one update out of the workspaces of a trainer, in the order in which they are valid. */
final class StepTraceBuilder {
  /** What a layer holds after the passes and before the update. */
  private record Kept(MatrixView z, MatrixView a, @Nullable MatrixView mask, MatrixView delta) {}

  /** What batch normalisation holds then. */
  private record Norm(
      MatrixView mean,
      MatrixView variance,
      MatrixView normalised,
      MatrixView output,
      MatrixView deltaOutput) {}

  private final Experiment experiment;
  private final Network network;
  private final ParameterLayout layout;
  private final int rows;
  private final List<Kept> passes = new ArrayList<>();
  private final List<@Nullable Norm> norms = new ArrayList<>();
  private final MatrixView x;
  private final MatrixView y;
  private final List<Integer> indices;
  private final double lossSum;
  private final double factor;
  private final double dataLoss;
  private final double penalty;
  private final double[] dataGradient;

  @SuppressWarnings("NullAway.Init")
  private double[] totalGradient;

  @SuppressWarnings("NullAway.Init")
  private double[] thetaBefore;

  @SuppressWarnings("NullAway.Init")
  private double[][] memoryBefore;

  /** Right after {@link Pass#compute}, while the gradient is without penalty. */
  StepTraceBuilder(Experiment experiment, ParameterLayout layout, Pass pass, long epoch) {
    this.experiment = experiment;
    this.layout = layout;
    network = pass.network();
    rows = pass.batch().rows();
    int[] examples = pass.batch().indices(epoch);
    indices = Arrays.stream(examples).boxed().toList();
    // From the data, where pictures have a byte for each value.
    x = experiment.data().x().rows(examples);
    y = experiment.data().y().rows(examples);
    lossSum = pass.lossSum();
    factor = pass.factor();
    dataLoss = pass.dataLoss();
    penalty = pass.penalty();
    dataGradient = pass.gradient().clone();
    passed();
  }

  private void passed() {
    for (int l = 0; l < network.depth(); l++) {
      Layer layer = network.layer(l);
      DMatrixRMaj mask = layer.mask();
      passes.add(
          new Kept(
              top(layer.z()), top(layer.a()), mask == null ? null : top(mask), top(layer.delta())));
      BatchNorm norm = layer.batchNorm();
      norms.add(
          norm == null
              ? null
              : new Norm(
                  MatrixView.of(norm.mean()),
                  MatrixView.of(norm.variance()),
                  top(norm.normalised()),
                  top(norm.output()),
                  top(norm.deltaOutput())));
    }
  }

  void before(double[] theta, Optimizer optimizer) {
    thetaBefore = theta.clone();
    memoryBefore = memories(optimizer);
  }

  void gradient(double[] gradient) {
    // Without a penalty they are the same numbers.
    totalGradient = Arrays.equals(gradient, dataGradient) ? dataGradient : gradient.clone();
  }

  StepTrace after(double[] theta, Optimizer optimizer, long update, long epoch, double rate) {
    double[][] memoryAfter = memories(optimizer);
    double[] thetaAfter = theta.clone();
    List<LayerTrace> layers = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      layers.add(layer(l, thetaAfter, optimizer.names(), memoryAfter));
    }
    return new StepTrace(
        experiment,
        update,
        epoch,
        indices,
        x,
        y,
        lossSum,
        factor,
        dataLoss,
        penalty,
        rate,
        layers,
        Objective.norm(totalGradient));
  }

  private LayerTrace layer(int l, double[] theta, List<String> names, double[][] memoryAfter) {
    Kept pass = passes.get(l);
    ParameterLayout.Block w =
        layout
            .block(ParameterRef.Kind.WEIGHT, l + 1)
            .orElse(new ParameterLayout.Block(ParameterRef.Kind.WEIGHT, l + 1, 0, 0, 0));
    Optional<ParameterLayout.Block> b = layout.block(ParameterRef.Kind.BIAS, l + 1);
    return new LayerTrace(
        l + 1,
        network.layer(l).spec(),
        parameters(w, theta, names, memoryAfter),
        b.map(block -> parameters(block, theta, names, memoryAfter)).orElseGet(() -> none(w)),
        pass.z(),
        Optional.ofNullable(norms.get(l)).map(norm -> norm(l, norm, theta, names, memoryAfter)),
        pass.a(),
        Optional.ofNullable(pass.mask()),
        pass.delta());
  }

  private ParameterTrace parameters(
      ParameterLayout.Block block, double[] theta, List<String> names, double[][] memoryAfter) {
    return new ParameterTrace(
        part(thetaBefore, block),
        part(dataGradient, block),
        part(totalGradient, block),
        part(theta, block),
        memory(names, memoryAfter, block));
  }

  private BatchNormTrace norm(
      int l, Norm norm, double[] theta, List<String> names, double[][] memoryAfter) {
    ParameterLayout.Block gamma = layout.block(ParameterRef.Kind.GAMMA, l + 1).orElseThrow();
    ParameterLayout.Block beta = layout.block(ParameterRef.Kind.BETA, l + 1).orElseThrow();
    return new BatchNormTrace(
        network.layer(l).spec().batchNormEpsilon(),
        norm.mean(),
        norm.variance(),
        norm.normalised(),
        norm.output(),
        norm.deltaOutput(),
        parameters(gamma, theta, names, memoryAfter),
        parameters(beta, theta, names, memoryAfter));
  }

  private List<OptimizerMemory> memory(
      List<String> names, double[][] memoryAfter, ParameterLayout.Block block) {
    List<OptimizerMemory> list = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      list.add(
          new OptimizerMemory(
              names.get(i), part(memoryBefore[i], block), part(memoryAfter[i], block)));
    }
    return list;
  }

  private static double[][] memories(Optimizer optimizer) {
    double[][] copies = new double[optimizer.names().size()][];
    for (int i = 0; i < copies.length; i++) {
      copies[i] = optimizer.memory(i).clone();
    }
    return copies;
  }

  private static MatrixView part(double[] values, ParameterLayout.Block block) {
    return MatrixView.over(values, block.offset(), block.rows(), block.columns());
  }

  /** The zeros of a layer without a bias. */
  private static ParameterTrace none(ParameterLayout.Block weights) {
    MatrixView zeros = MatrixView.of(1, weights.columns(), new double[weights.columns()]);
    return new ParameterTrace(zeros, zeros, zeros, zeros, List.of());
  }

  private MatrixView top(DMatrixRMaj matrix) {
    return top(matrix.data, matrix.numCols);
  }

  private MatrixView top(double[] values, int columns) {
    return MatrixView.part(values, 0, rows, columns);
  }
}
