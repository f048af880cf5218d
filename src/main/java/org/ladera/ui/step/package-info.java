/**
 * The screen that takes one update apart: path of phases, formula, matrices as grids, the breakdown
 * of one element, its place in the network. Draws {@code present.step} and reports what a person
 * does; which update is open and who moves it is decided in {@code ui.window}.
 */
@NullMarked
package org.ladera.ui.step;

import org.jspecify.annotations.NullMarked;
