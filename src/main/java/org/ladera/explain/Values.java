package org.ladera.explain;

import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.BatchNormTrace;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;

/** Finds the number that a quantity names in the trace of its update. */
final class Values {
  private final StepTrace trace;
  private final Notation notation;
  private final double scale;

  /**
   * @param trace as the notation has it
   * @param scale how many times as large as the engine's its loss is
   */
  Values(StepTrace trace, Notation notation, double scale) {
    this.trace = trace;
    this.notation = notation;
    this.scale = scale;
  }

  Notation notation() {
    return notation;
  }

  /** How many times as large as the engine's the loss is. */
  double scale() {
    return scale;
  }

  StepTrace trace() {
    return trace;
  }

  NetworkSpec network() {
    return trace.experiment().network();
  }

  int layers() {
    return trace.layers().size();
  }

  int samples() {
    return trace.x().rows();
  }

  /** Layer {@code layer}, from 1. */
  LayerTrace layer(int layer) {
    return trace.layers().get(layer - 1);
  }

  ActivationSpec activation(int layer) {
    return layer(layer).spec().activation();
  }

  /** The kind of what enters the activation of a layer: z, or the output of its normalisation. */
  Quantity.Kind input(int layer) {
    return layer(layer).batchNorm().isPresent() ? Quantity.Kind.NORM_OUTPUT : Quantity.Kind.Z;
  }

  /**
   * Whether the last layer and the loss belong together, so that delta is factor · (a − y) and the
   * loss is best computed from z.
   */
  boolean matched() {
    return trace.experiment().loss().kind().matches(activation(layers()).kind());
  }

  /** The output of the network, samples and outputs from 1. */
  double outputOf(int sample, int output) {
    return layer(layers()).a().get(sample - 1, output - 1);
  }

  /**
   * The number.
   *
   * @throws IllegalArgumentException when the update has no such number
   */
  double of(Quantity q) {
    return switch (q.kind()) {
      case X -> at(trace.x(), q);
      case Y -> at(trace.y(), q);
      case LOSS -> trace.dataLoss();
      case PENALTY -> trace.penalty();
      case TOTAL -> trace.totalLoss();
      case RATE -> trace.rate();
      case GRADIENT_NORM -> trace.gradientNorm();
      case A -> q.layer() == 0 ? at(trace.x(), q) : at(existing(q).a(), q);
      case Z -> at(existing(q).z(), q);
      case MASK -> at(existing(q).mask().orElseThrow(() -> none(q)), q);
      case DELTA -> at(existing(q).delta(), q);
      case GRADIENT_W, GRADIENT_B, GRADIENT_GAMMA, GRADIENT_BETA -> at(parameters(q).gradient(), q);
      case W, B, GAMMA, BETA -> at(parameters(q).before(), q);
      case W_AFTER, B_AFTER, GAMMA_AFTER, BETA_AFTER -> at(parameters(q).after(), q);
      case MEMORY_W, MEMORY_B -> at(memory(q).before(), q);
      case MEMORY_W_AFTER, MEMORY_B_AFTER -> at(memory(q).after(), q);
      case MEAN -> at(norm(q).mean(), q);
      case VARIANCE -> at(norm(q).variance(), q);
      case NORMALISED -> at(norm(q).normalised(), q);
      case NORM_OUTPUT -> at(norm(q).output(), q);
      case NORM_DELTA -> at(norm(q).deltaOutput(), q);
    };
  }

  private BatchNormTrace norm(Quantity q) {
    return existing(q).batchNorm().orElseThrow(() -> none(q));
  }

  private ParameterTrace parameters(Quantity q) {
    ParameterRef.Kind kind = q.kind().parameter().orElseThrow(() -> none(q));
    LayerTrace layer = existing(q);
    return switch (kind) {
      case WEIGHT, BIAS -> layer.parameters(kind);
      case GAMMA -> norm(q).gamma();
      case BETA -> norm(q).beta();
    };
  }

  private LayerTrace existing(Quantity q) {
    if (q.layer() < 1 || q.layer() > layers()) {
      throw none(q);
    }
    return layer(q.layer());
  }

  private OptimizerMemory memory(Quantity q) {
    return parameters(q).memory().stream()
        .filter(m -> m.name().equals(q.memory()))
        .findFirst()
        .orElseThrow(() -> none(q));
  }

  private static double at(MatrixView matrix, Quantity q) {
    if (q.row() < 1 || q.row() > matrix.rows() || q.column() < 1 || q.column() > matrix.columns()) {
      throw none(q);
    }
    return matrix.get(q.row() - 1, q.column() - 1);
  }

  private static IllegalArgumentException none(Quantity q) {
    return new IllegalArgumentException("no such number: " + q.name());
  }
}
