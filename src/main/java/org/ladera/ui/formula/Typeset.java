package org.ladera.ui.formula;

import java.util.List;

/**
 * A formula as outlines, at a size of {@link #EM} units per em; it does not depend on the profile.
 *
 * @param width in units
 * @param ascent above the baseline, in units
 * @param descent below it, in units
 * @param outlines SVG paths, the baseline at y = 0 and the left edge at x = 0
 */
public record Typeset(double width, double ascent, double descent, List<Outline> outlines) {
  /** Units per em. */
  public static final double EM = 100;

  /**
   * All shapes of one meaning.
   *
   * @param path SVG path data
   */
  public record Outline(Ink ink, String path) {}

  public Typeset {
    outlines = List.copyOf(outlines);
  }
}
