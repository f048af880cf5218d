/**
 * Lines drawn by JFreeChart onto a JavaFX canvas, in the program's own style. The only package of
 * the views that knows {@code java.awt}, which JFreeChart speaks.
 */
package org.ladera.ui.plot.chart;
