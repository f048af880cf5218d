package org.ladera.store.image;

import java.util.List;

/**
 * A picture of lines, areas and letters that is sharp at any size.
 *
 * @param width in points of the page
 * @param parts from back to front
 */
public record VectorPicture(double width, double height, List<Part> parts) {
  public VectorPicture {
    parts = List.copyOf(parts);
  }

  /** A part of the picture. */
  public sealed interface Part {}

  /** An area. */
  public record Area(Outline outline, Colouring colour) implements Part {}

  /**
   * Letters, as areas: they look the same wherever the font is not at hand.
   *
   * @param words as a reader would read them
   * @param x of the left end of the base line
   * @param width of the words on the page, above 0
   * @param height of the font
   */
  public record Letters(
      Outline outline,
      Colouring colour,
      String words,
      double x,
      double y,
      double width,
      double height)
      implements Part {}

  /** A line along the outline. */
  public record Stroke(Outline outline, Colouring colour, Pen pen) implements Part {}

  /**
   * Pixels, for what has no lines: colours of a map, a handwritten digit.
   *
   * @param argb (high × wide) row by row, 0xAARRGGBB, not premultiplied
   * @param place takes a point of the unit square, from its top left corner, to the page: x is
   *     {@code place[0]·u + place[1]·v + place[2]}, y the same with the last three
   * @param smooth whether neighbouring pixels flow into each other when magnified
   */
  public record Pixels(
      int wide, int high, int[] argb, double[] place, boolean smooth, double opacity)
      implements Part {}

  /** Parts of which only what lies within the outline is seen. */
  public record Within(Outline outline, List<Part> parts) implements Part {
    public Within {
      parts = List.copyOf(parts);
    }
  }

  /** How the end of a line looks. */
  public enum Cap {
    BUTT,
    ROUND,
    SQUARE
  }

  /** How a corner of a line looks. */
  public enum Join {
    MITER,
    ROUND,
    BEVEL
  }

  /**
   * How a line is drawn.
   *
   * @param dashes lengths of lines and gaps in turn; empty for a line without gaps
   */
  public record Pen(
      double width, Cap cap, Join join, double miter, double[] dashes, double offset) {
    /** A line without gaps. */
    public static Pen solid(double width) {
      return new Pen(width, Cap.BUTT, Join.MITER, 10, new double[0], 0);
    }
  }

  /** The words of all letters, in the order in which they were drawn. */
  public List<String> words() {
    return parts.stream().flatMap(part -> words(part).stream()).toList();
  }

  private static List<String> words(Part part) {
    return switch (part) {
      case Letters letters -> List.of(letters.words());
      case Within within -> within.parts().stream().flatMap(p -> words(p).stream()).toList();
      case Area area -> List.of();
      case Stroke stroke -> List.of();
      case Pixels pixels -> List.of();
    };
  }
}
