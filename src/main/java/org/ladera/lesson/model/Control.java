package org.ladera.lesson.model;

import java.util.List;
import org.ladera.engine.spec.ParameterRef;

/** Something the learner can change in a step. */
public sealed interface Control {
  String id();

  /** The learning rate, on a logarithmic slider with an exact field and the limit marked. */
  record Rate(String id, double min, double max, List<Double> presets, boolean showLimit)
      implements Control {}

  /**
   * One parameter of the network by slider and exact number.
   *
   * @param log whether equal factors are equal distances on the slider
   */
  record Parameter(String id, ParameterRef parameter, double min, double max, boolean log)
      implements Control {}

  /** Start values of chosen parameters, with a button for new weights. */
  record Start(String id, List<ParameterRef> parameters, boolean reseed) implements Control {}

  /** Examples per update: 0 = all. */
  record BatchSize(String id, List<Integer> sizes) implements Control {}
}
