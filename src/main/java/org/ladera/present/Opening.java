package org.ladera.present;

import java.util.Optional;
import org.ladera.explain.Quantity;
import org.ladera.session.Supposition;

/**
 * A number whose arithmetic is to be opened.
 *
 * @param supposed what it is worked out under; empty for a number of the run's own updates
 */
public record Opening(Optional<Supposition> supposed, Quantity number) {}
