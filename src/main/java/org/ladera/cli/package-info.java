/**
 * The commands of {@code ladera}: each reads its arguments, asks the packages below and prints. The
 * only package that knows picocli, and beside {@code app} the only one that prints. What a command
 * works out belongs into the package whose subject it is; here stay arguments, output and exit
 * codes.
 */
@NullMarked
package org.ladera.cli;

import org.jspecify.annotations.NullMarked;
