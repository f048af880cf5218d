package org.ladera.store.cases;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;

/** A case of {@code ladera trace}, read and checked. */
public sealed interface TraceCase {
  int steps();

  /** Paths of fields that the format does not know; they were ignored. */
  List<String> ignored();

  /**
   * A network case.
   *
   * @param experiment on all rows
   * @param rows the sample rows of each step, from 0; empty for all rows at every step
   * @param masks dropout masks by step and hidden layer
   */
  record Network(
      Experiment experiment,
      int steps,
      Optional<List<List<Integer>>> rows,
      Optional<List<List<MatrixView>>> masks,
      List<String> ignored)
      implements TraceCase {}

  /** A function case: an optimizer goes down a function of two variables. */
  record Function(Experiment experiment, int steps, List<String> ignored) implements TraceCase {}
}
