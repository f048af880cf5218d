/**
 * A lesson as values: steps, scenes, views, controls, checks, the words in each language, and how
 * far a person has come. Knows neither files nor YAML (those are in {@code store.lesson}) nor
 * widgets ({@code ui.lesson}).
 */
@NullMarked
package org.ladera.lesson.model;

import org.jspecify.annotations.NullMarked;
