/**
 * The stage: the views of the open step, side by side, each with the model it is fed and the
 * pictures it asks for. The only place that knows every kind of view; how one draws is in its own
 * {@code ui.view} package.
 */
@NullMarked
package org.ladera.ui.window.stage;

import org.jspecify.annotations.NullMarked;
