/**
 * Drawing of plots on a canvas: axes, marks, labels that keep off each other, tooltips, tables and
 * grips. Draws the values of {@code present.plot} and knows neither runs nor what a plot is about;
 * that is the matter of the {@code ui.view} packages.
 */
@NullMarked
package org.ladera.ui.plot;

import org.jspecify.annotations.NullMarked;
