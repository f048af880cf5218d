package org.ladera.lesson.grading;

import java.util.Arrays;
import java.util.Optional;

/**
 * In which way a prediction about a whole run came out otherwise. The program's text {@code
 * mistake.<id>} explains each, a label {@code <check>.wrong.<id>} in words of the lesson.
 */
public enum Misjudgement {
  /** The last comes first, and so on. */
  REVERSED("reversed"),
  /** Two that follow each other are exchanged. */
  NEIGHBOURS("neighbours"),
  /** The first is right, the rest is not. */
  ONLY_FIRST("only-first"),
  /** As many updates as it takes, where epochs are asked for. */
  UPDATES("updates-for-epochs"),
  /** Far too early. */
  TOO_FEW("too-few"),
  /** Far too late. */
  TOO_MANY("too-many"),
  /** The goal is never met, or only for a while. */
  NEVER("never"),
  /** Up where the curve goes down, or down where it goes up. */
  OTHER_WAY("other-way"),
  /** The curve turns round more often. */
  MISSED_TURN("missed-turn"),
  /** The curve turns round less often. */
  EXTRA_TURN("extra-turn"),
  /** The curve has an elbow. */
  TOO_STRAIGHT("too-straight"),
  /** The curve is steep first where the sketch is steep last, or the other way round. */
  OTHER_BEND("other-bend"),
  OTHER_START("other-start"),
  OTHER_END("other-end"),
  /** Right in shape, but not at a mark. */
  OFF_THE_MARK("off-the-mark");

  private final String id;

  Misjudgement(String id) {
    this.id = id;
  }

  /** The name in labels and verdicts. */
  public String id() {
    return id;
  }

  public static Optional<Misjudgement> of(String id) {
    return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
  }
}
