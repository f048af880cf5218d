package org.ladera.present.step;

import java.util.List;

/**
 * One line of a phase: what is put together, and what comes out.
 *
 * @param tex the formula with matrices named
 * @param terms from left to right; those after an equals sign are what comes out
 * @param results the grids that are computed here, in their order
 */
public record Equation(String tex, List<Term> terms, List<Grid> results) {
  /**
   * @param before the sign before the grid, in plain text; empty for none
   */
  public record Term(String before, Grid grid) {}

  public Equation {
    terms = List.copyOf(terms);
    results = List.copyOf(results);
  }
}
