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
  NEVER("never");

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
