/**
 * What every view is: fed by immutable models, dressed by a theme, answering gestures with an
 * {@link org.ladera.ui.view.Intent}. One package below for each group of views, with the name of
 * its group in {@code present}. A view reads its model and never the engine.
 */
@NullMarked
package org.ladera.ui.view;

import org.jspecify.annotations.NullMarked;
