package org.ladera.timeline;

/** A moment of a run that is worth a mark on the timeline. */
public record Moment(Kind kind, long update) {
  public enum Kind {
    START,
    EDIT,
    BRANCH,
    BEST,
    DIVERGENCE
  }
}
