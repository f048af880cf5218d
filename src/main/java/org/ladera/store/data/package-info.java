/**
 * Tables and images from a person's files, and tables of runs into them: CSV as people's
 * spreadsheets write it, and MNIST's files. Everything read is bounded in size and every fault has
 * its place. Generated data are in {@code engine.data}.
 */
@NullMarked
package org.ladera.store.data;

import org.jspecify.annotations.NullMarked;
