package org.ladera.present.activation;

import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.ParameterRef;

/** What moves a unit along its activation function. */
public sealed interface Move {
  /** Its bias or its weight gets this value. */
  record ToParameter(ParameterRef parameter, double value) implements Move {}

  /** The example itself changes, for all runs that learn from it. */
  record ToData(Dataset data) implements Move {}
}
