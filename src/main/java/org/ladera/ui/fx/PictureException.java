package org.ladera.ui.fx;

/** A picture could not be drawn. */
public final class PictureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Throwable failure;

  /**
   * @param asked what was to be drawn
   */
  PictureException(String asked, Throwable cause) {
    super(asked, cause);
    failure = cause;
  }

  /** What went wrong in it. */
  public Throwable failure() {
    return failure;
  }
}
