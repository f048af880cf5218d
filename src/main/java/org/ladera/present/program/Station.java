package org.ladera.present.program;

import java.util.OptionalInt;

/**
 * A quantity on the way through the update.
 *
 * @param tex its symbol
 * @param words what it is
 * @param state how the program's own stands beside it
 * @param under what is said of that: its shape, or why it is not judged
 * @param line of the comparison; empty where the program gave none
 */
public record Station(String tex, String words, State state, String under, OptionalInt line) {
  public enum State {
    EQUAL,
    PARTS,
    FOLLOWS,
    APART,
    AFTER,
    MISSING
  }
}
