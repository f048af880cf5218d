/**
 * The JSON format of {@code ladera trace}: reads a case strictly, runs it on the engine and writes
 * every number so that it reads back as itself. The format is described by {@code docs/trace-
 * case.schema.json}; defaults that differ from the lessons' are said there and here, nowhere else.
 */
@NullMarked
package org.ladera.store.cases;

import org.jspecify.annotations.NullMarked;
