package org.ladera.timeline;

import java.util.ArrayList;
import java.util.List;

/** A moment of a run that is worth a mark on the timeline. */
public record Moment(Kind kind, long update) {
  public enum Kind {
    START,
    EDIT,
    BRANCH,
    BEST,
    /** The least loss on the validation examples. */
    VALIDATION,
    DIVERGENCE
  }

  /** The start, and every moment at which something was changed; the list may be added to. */
  static List<Moment> ofEdits(List<Recipe.Stamped> edits) {
    List<Moment> moments = new ArrayList<>();
    moments.add(new Moment(Kind.START, 0));
    for (Recipe.Stamped edit : edits) {
      if (moments.getLast().update() != edit.update()) {
        moments.add(new Moment(Kind.EDIT, edit.update()));
      }
    }
    return moments;
  }
}
