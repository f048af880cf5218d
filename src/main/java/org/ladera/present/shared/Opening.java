package org.ladera.present.shared;

import java.util.Optional;
import org.ladera.explain.Quantity;
import org.ladera.session.WhatIf;

/**
 * A number whose arithmetic is to be opened.
 *
 * @param supposed what it is worked out under; empty for a number of the run's own updates
 */
public record Opening(Optional<WhatIf> supposed, Quantity number) {}
