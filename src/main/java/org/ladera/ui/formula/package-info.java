/**
 * Formulas on screen: TeX laid out by JLaTeXMath, kept as outlines and drawn in the colours of
 * their meanings. The only package that knows JLaTeXMath, behind a cage that lets checked formulas
 * in and none of its faults out. Which TeX is allowed is said in {@code lesson.markup}.
 */
@NullMarked
package org.ladera.ui.formula;

import org.jspecify.annotations.NullMarked;
