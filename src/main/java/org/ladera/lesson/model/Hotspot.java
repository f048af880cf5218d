package org.ladera.lesson.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A view that a phrase of a step's text is about, or a mark in it, written as the target of a link:
 * {@code #loss-curve}, {@code #contour:standard} for the one of a run, {@code #matrix:2} for the
 * second of its kind, {@code #contour:minimum} and {@code #contour:standard:minimum} for a mark.
 *
 * @param view the kind, as lesson files write it
 * @param details which of several views, and which of its marks; empty for the first and for all
 */
public record Hotspot(String view, List<String> details) {
  private static final String SIGN = "#";

  /**
   * Where it is.
   *
   * @param view index of the view among those of the step
   * @param mark in it; empty for all of it
   */
  public record Place(int view, Optional<ViewMark> mark) {}

  public Hotspot {
    details = List.copyOf(details);
  }

  /** The hotspot that a link leads to; empty for other links. */
  public static Optional<Hotspot> of(String target) {
    if (!target.startsWith(SIGN)) {
      return Optional.empty();
    }
    List<String> parts = List.of(target.substring(SIGN.length()).split(":", -1));
    return Optional.of(new Hotspot(parts.getFirst(), parts.subList(1, parts.size())));
  }

  /** What is meant among the views of a step; empty when it has no such view or mark. */
  public Optional<Place> in(Step step) {
    return switch (details.size()) {
      case 0 -> view(step, "").map(i -> new Place(i, Optional.empty()));
      case 1 -> {
        Optional<Place> one =
            view(step, details.getFirst()).map(i -> new Place(i, Optional.empty()));
        yield one.or(() -> view(step, "").flatMap(i -> marked(step, i, details.getFirst())));
      }
      case 2 -> view(step, details.get(0)).flatMap(i -> marked(step, i, details.get(1)));
      default -> Optional.empty();
    };
  }

  private static Optional<Place> marked(Step step, int index, String word) {
    ViewKind kind = step.views().get(index).kind();
    return Arrays.stream(ViewMark.values())
        .filter(mark -> mark.word().equals(word) && kind.marks().contains(mark))
        .findFirst()
        .map(mark -> new Place(index, Optional.of(mark)));
  }

  /** The first of its kind, that of a run, or that with a number. */
  private Optional<Integer> view(Step step, String which) {
    List<ViewSpec> views = step.views();
    List<Integer> alike =
        IntStream.range(0, views.size())
            .filter(i -> views.get(i).kind().word().equals(view))
            .boxed()
            .toList();
    if (which.isEmpty()) {
      return alike.stream().findFirst();
    }
    if (which.chars().allMatch(Character::isDigit) && which.length() < 3) {
      return alike.stream().skip(Math.max(0, Integer.parseInt(which) - 1)).findFirst();
    }
    return alike.stream().filter(i -> views.get(i).run().equals(which)).findFirst();
  }
}
