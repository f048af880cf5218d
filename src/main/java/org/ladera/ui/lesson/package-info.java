/**
 * The text of a step on screen: paragraphs with live formulas, controls, questions with their
 * verdicts. Shows {@code lesson.model} and reports what a person does; judging is in {@code
 * lesson.grading}, and no run is touched from here.
 */
@NullMarked
package org.ladera.ui.lesson;

import org.jspecify.annotations.NullMarked;
