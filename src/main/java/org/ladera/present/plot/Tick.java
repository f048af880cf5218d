package org.ladera.present.plot;

/**
 * A marked value of an axis.
 *
 * @param label the value in the person's language
 */
public record Tick(double value, String label) {}
