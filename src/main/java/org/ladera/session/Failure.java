package org.ladera.session;

/**
 * A mistake of the program itself, of which the person reads one sentence. The exception, with what
 * was asked, is in the log.
 *
 * @param tooLarge whether there was no room in memory for what was asked
 */
public record Failure(Where where, boolean tooLarge) {
  /** What did not work. */
  public enum Where {
    /** Something that was asked of the run; it was put back to its last good moment. */
    RUN,
    /** A picture of it; the run goes on. */
    PICTURE,
    /** Something in the window. */
    WINDOW,
    /** A panel of the window, which was closed. */
    PANEL,
    /** A saved run: its lesson has changed, and it came out with other numbers. */
    SAVED
  }

  public static Failure of(Where where, Throwable cause) {
    return new Failure(where, cause instanceof OutOfMemoryError);
  }
}
