/**
 * Functions given as expressions: the strict grammar that reads them, the graph of their
 * operations, and exact derivatives by forward and reverse mode on that graph. Knows nothing of
 * networks; needs only the Java library.
 */
package org.ladera.engine.function;
