package org.ladera.ui.plot.chart;

import javafx.scene.paint.Color;

/** A straight line across the whole chart: at one x when {@code vertical}, else at one y. */
public record ChartLevel(
    boolean vertical, double value, Color color, double width, double[] dashes) {}
