package org.ladera.session.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ladera.session.Scene;

/**
 * The parts of a written reading: {@code raw/optimum:W[1][2,3]} has the run {@code raw}, the prefix
 * {@code optimum}, the word {@code W} and the indices [[1], [2, 3]].
 *
 * @param run the main one where none is written
 * @param prefix before a colon, or empty
 * @param word with its prime
 * @param indices of each pair of brackets
 */
record ReadingName(String run, String prefix, String word, List<List<Integer>> indices) {
  private static final String INDEX = "\\[(\\d{1,7}(?:,\\d{1,7})*)]";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:([a-z][a-z0-9-]{0,39})/)?(?:([A-Za-z]+):)?([A-Za-z][A-Za-z0-9_]*'?)(?:%1$s)?(?:%1$s)?"
              .replace("%1$s", INDEX));

  static Optional<ReadingName> parse(String written) {
    Matcher m = FORM.matcher(written);
    return m.matches()
        ? Optional.of(
            new ReadingName(
                m.group(1) == null ? Scene.MAIN : m.group(1),
                m.group(2) == null ? "" : m.group(2),
                m.group(3),
                Stream.of(4, 5)
                    .flatMap(group -> Stream.ofNullable(m.group(group)))
                    .map(ReadingName::numbers)
                    .toList()))
        : Optional.empty();
  }

  private static List<Integer> numbers(String digits) {
    return Stream.of(digits.split(",")).map(Integer::valueOf).toList();
  }

  /** The same without its prefix. */
  ReadingName plain() {
    return new ReadingName(run, "", word, indices);
  }

  /** Whether there is no prefix, and the brackets have so many indices. */
  boolean has(int... counts) {
    return prefix.isEmpty() && indexed(counts);
  }

  /** Whether the brackets have so many indices. */
  boolean indexed(int... counts) {
    boolean all = indices.size() == counts.length;
    for (int i = 0; all && i < counts.length; i++) {
      all = indices.get(i).size() == counts[i];
    }
    return all;
  }

  /** An index; brackets and places in them count from 0. */
  int at(int bracket, int place) {
    return indices.get(bracket).get(place);
  }
}
