/**
 * The controls that the whole window is built of: buttons, segments, sliders, number fields,
 * tooltips, rows that wrap. They know tokens and languages, but no runs and no lessons.
 */
@NullMarked
package org.ladera.ui.control;

import org.jspecify.annotations.NullMarked;
