package org.ladera.ui.plot.chart;

import javafx.scene.paint.Color;

/**
 * A line of a chart and how it is drawn. Arrays are not modified and must have the same length.
 *
 * @param x increasing
 * @param dashes lengths of dashes and gaps; empty for a full line
 * @param dots whether each point is marked
 */
public record ChartLine(
    double[] x, double[] y, Color color, double width, double[] dashes, boolean dots) {}
