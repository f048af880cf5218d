package org.ladera.ui.fx;

/** A picture could not be drawn. */
public final class PictureException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param asked what was to be drawn
   */
  PictureException(String asked, Throwable cause) {
    super(asked, cause);
  }
}
