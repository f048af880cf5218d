/**
 * Names for the numbers of a frame, such as {@code J}, {@code W[1][2,1]} or {@code delta[2]}, by
 * which texts, checks, tables and conditions ask for them. Reads frames and computes nothing; that
 * a lesson uses names which exist is checked in {@code store.lesson}.
 */
@NullMarked
package org.ladera.session.reading;

import org.jspecify.annotations.NullMarked;
