package org.ladera.lesson.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A view that a phrase of a step's text is about, written as the target of a link: {@code
 * #loss-curve}, {@code #contour:standard} for the one of a run, {@code #matrix:2} for the second of
 * its kind.
 *
 * @param view the kind, as lesson files write it
 * @param mark which of several; empty for the first
 */
public record Hotspot(String view, String mark) {
  private static final String SIGN = "#";

  /** The hotspot that a link leads to; empty for other links. */
  public static Optional<Hotspot> of(String target) {
    if (!target.startsWith(SIGN)) {
      return Optional.empty();
    }
    String[] parts = target.substring(SIGN.length()).split(":", 2);
    return Optional.of(new Hotspot(parts[0], parts.length == 1 ? "" : parts[1]));
  }

  /** The index of the view that is meant among those of a step; empty when it has no such view. */
  public Optional<Integer> in(Step step) {
    List<ViewSpec> views = step.views();
    List<Integer> alike =
        IntStream.range(0, views.size())
            .filter(i -> views.get(i).kind().word().equals(view))
            .boxed()
            .toList();
    if (mark.isEmpty()) {
      return alike.stream().findFirst();
    }
    if (mark.chars().allMatch(Character::isDigit) && mark.length() < 3) {
      return alike.stream().skip(Math.max(0, Integer.parseInt(mark) - 1)).findFirst();
    }
    return alike.stream().filter(i -> views.get(i).run().equals(mark)).findFirst();
  }
}
