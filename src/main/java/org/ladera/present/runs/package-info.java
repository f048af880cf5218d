/**
 * What the tables that compare show, worked out from a frame: runs beside each other, updates below
 * each other, the perceptron's steps. Drawing is in {@code ui.view.runs}.
 */
@NullMarked
package org.ladera.present.runs;

import org.jspecify.annotations.NullMarked;
