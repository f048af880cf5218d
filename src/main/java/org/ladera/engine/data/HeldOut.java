package org.ladera.engine.data;

import java.util.Optional;

/**
 * Examples that training never sees. Their scaling is that of the training examples: what is known
 * of them before they are looked at is nothing.
 *
 * @param validation looked at after each epoch, to choose by
 * @param test looked at when all is chosen
 * @param testIsOpen whether the test examples may be looked at
 */
public record HeldOut(Optional<Dataset> validation, Optional<Dataset> test, boolean testIsOpen) {
  /** No example is held out. */
  public static final HeldOut NONE = new HeldOut(Optional.empty(), Optional.empty(), false);
}
