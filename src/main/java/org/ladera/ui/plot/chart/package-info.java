/**
 * Lines drawn by JFreeChart onto a JavaFX canvas, in the program's own style. The only package of
 * the views that knows JFreeChart and {@code java.awt}, which JFreeChart speaks; it sees plots,
 * scales and tokens, and no run.
 */
@NullMarked
package org.ladera.ui.plot.chart;

import org.jspecify.annotations.NullMarked;
