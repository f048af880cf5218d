/**
 * What the views of activation functions and their slopes show, worked out from a frame: the
 * functions, the point of a unit, the chain of slopes, the proof. Values are the engine's; drawing
 * is in {@code ui.view.activation}.
 */
@NullMarked
package org.ladera.present.activation;

import org.jspecify.annotations.NullMarked;
