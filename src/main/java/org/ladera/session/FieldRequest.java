package org.ladera.session;

import java.util.Optional;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Standstill;

/** A picture that a view wants to be kept up to date. Equal requests are computed once. */
public sealed interface FieldRequest {
  /** The id of the run it is about. */
  String run();

  /** The loss over two parameters; the others stay as they are. */
  record LossSurface(String run, ParameterRef u, ParameterRef v, Axis uAxis, Axis vAxis)
      implements FieldRequest {}

  /** How a plane through the space of all parameters is laid. */
  sealed interface Cut {
    /** Along two random, filter-normalised directions through the present parameters. */
    record Random(long seed) implements Cut {}

    /** Along the two principal directions of the way of the run, through its newest point. */
    record Path() implements Cut {}
  }

  /**
   * The loss over a plane through all parameters that moves with the run. It is answered by a
   * {@link PlaneSlice}, which has axes of its own.
   *
   * @param points of the grid along each edge
   */
  record PlaneSurface(String run, Cut cut, int points) implements FieldRequest {}

  /**
   * The loss over one parameter; the others stay as they are. One row.
   *
   * @param atStart with the parameters of update 0 instead of the present ones
   */
  record LossSlice(String run, ParameterRef u, Axis axis, boolean atStart)
      implements FieldRequest {}

  /**
   * One output of the network over the plane of two inputs, in the units the network sees.
   *
   * @param output the unit of the last layer, from 1
   */
  record OutputMap(String run, int output, Axis x, Axis y) implements FieldRequest {}

  /** The activation of one unit over the plane of two inputs. Layer and unit count from 1. */
  record UnitMap(String run, int layer, int unit, Axis x, Axis y) implements FieldRequest {}

  /**
   * Every output of the network at once. It is answered as one {@link OutputMap} for each output,
   * all of the same moment.
   */
  record OutputMaps(String run, Axis x, Axis y) implements FieldRequest {}

  /**
   * Every unit of every layer after the inputs at once. It is answered as one {@link UnitMap} for
   * each unit, all of the same moment.
   */
  record UnitMaps(String run, Axis x, Axis y) implements FieldRequest {}

  /**
   * Every output of a network of one input along that input, in the units the network sees. One row
   * for each output; a single output is there twice, for a field has two rows at least.
   *
   * @param atStart with the parameters of update 0 instead of the present ones
   */
  record OutputCurves(String run, boolean atStart, Axis x) implements FieldRequest {}

  /** What is worked out about the next update. It is answered in {@link Checks}. */
  sealed interface Check extends FieldRequest {}

  /**
   * One derivative in several ways, with the curve of errors.
   *
   * @param claimed the loss that backpropagation is said to differentiate; the run's own when empty
   */
  record Derivative(String run, ParameterRef parameter, Optional<LossSpec> claimed)
      implements Check {}

  /**
   * The whole gradient against dual numbers.
   *
   * @param claimed as of {@link Derivative}
   * @param thorough every parameter, as far as a person is ready to wait; else as many as can be
   *     done beside a running network
   */
  record Gradient(String run, Optional<LossSpec> claimed, boolean thorough) implements Check {}

  /**
   * Whether something holds the run up.
   *
   * @param progress what came of the last half of its epochs, where it stands and has run
   */
  record Obstacles(String run, Optional<Standstill.Progress> progress) implements Check {}

  /** How the numbers of each layer are spread, now and on the way. */
  record Layers(String run) implements Check {}

  /** The update as it would be, if. */
  record Supposed(String run, WhatIf what) implements Check {}
}
