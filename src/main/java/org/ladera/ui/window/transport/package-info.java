/**
 * The bar below the stage: controls of the run, its timeline, its readings. Shows {@code
 * present.time} and reports what a person asks for; it sends no commands itself.
 */
@NullMarked
package org.ladera.ui.window.transport;

import org.jspecify.annotations.NullMarked;
