/**
 * The texts of lessons: Markdown with formulas becomes a tree of blocks, and every formula is
 * checked against the TeX that a lesson may use. The only package that knows CommonMark. How blocks
 * and formulas look is the matter of {@code ui.lesson} and {@code ui.formula}.
 */
@NullMarked
package org.ladera.lesson.markup;

import org.jspecify.annotations.NullMarked;
