package org.ladera.timeline;

/** What a run is to be stopped at. Checked after every update, at full engine speed. */
public sealed interface Condition {
  /** The loss of an epoch is larger than that of the epoch before. */
  record LossRises() implements Condition {}

  /** ‖∇J‖ of an update is below {@code limit}. */
  record GradientBelow(double limit) implements Condition {}

  /** A hidden unit is 0 for every sample of the batch. */
  record UnitDies() implements Condition {}

  /** A weight or bias has another sign than before the update. */
  record WeightChangesSign() implements Condition {}

  /** The loss on the validation examples has not fallen for {@code patience} epochs. */
  record ValidationStalls(long patience) implements Condition {}

  /** {@code update} updates are done. */
  record AtUpdate(long update) implements Condition {}
}
