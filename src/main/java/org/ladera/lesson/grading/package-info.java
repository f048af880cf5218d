/**
 * Judges answers against the run on stage and names the mistake that leads to a wrong number, by
 * working the number out with that mistake; plays the solutions of steps. Without a window and
 * without words: a verdict is a value, its sentence a key.
 */
@NullMarked
package org.ladera.lesson.grading;

import org.jspecify.annotations.NullMarked;
