package org.ladera.session.reading;

import java.util.Optional;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;

/** Where the numbers of a run stand in the step-through of an update. */
public final class UpdateNumbers {
  private UpdateNumbers() {}

  static Quantity of(Kind kind, long update) {
    return new Quantity(kind, update, 0, 0, 0);
  }

  /** The loss of a whole batch, with its penalty. */
  public static Quantity loss(StepTrace next, long update) {
    boolean plain = next.experiment().regularisation().isNone();
    return of(plain ? Kind.LOSS : Kind.TOTAL, update);
  }

  /** The loss of a part of the examples is not the one that is shown of all of them. */
  static boolean isWhole(StepTrace next) {
    return next.rows().size() == next.experiment().data().size() && !drops(next);
  }

  /** Whether the update does without some units that take part in what is shown. */
  static boolean drops(StepTrace next) {
    return next.experiment().network().layers().stream().anyMatch(l -> l.dropout() > 0);
  }

  /**
   * The row of an example in the batch, from 1.
   *
   * @param example from 1
   */
  public static Optional<Integer> row(StepTrace next, int example) {
    int row = next.rows().indexOf(example - 1);
    return row < 0 ? Optional.empty() : Optional.of(row + 1);
  }
}
