package org.ladera.engine.function;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Functions of two variables that optimizers are tried on, each an expression like any other, with
 * a start and a rectangle that show what is peculiar about it.
 */
public enum NamedFunction {
  /** A round bowl: every step of gradient descent points at the minimum (0, 0). */
  BOWL("0.5*(x^2 + y^2)", 3, 2, 4),
  /** A ravine with condition number 50 and its minimum at (0, 0). */
  QUADRATIC("0.5*(x^2 + 50*y^2)", 10, 1, 11),
  /** A bent valley with its minimum at (1, 1) (Rosenbrock 1960). */
  ROSENBROCK("(1 - x)^2 + 100*(y - x^2)^2", -1.2, 1, 2),
  /** Steep walls and a long flat floor; minimum at (3, 0.5) (Beale 1958). */
  BEALE("(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", 1, 1, 4.5),
  /** Four minima of value 0 (Himmelblau 1972). */
  HIMMELBLAU("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", 0, 0, 5),
  /** A pass without a minimum; from y = 0 exactly, descent ends on it. */
  SADDLE("x^2 - y^2", 1, 0.001, 2),
  /** A pass with three ways down (Hilbert and Cohn-Vossen 1932). */
  MONKEY_SADDLE("x^3 - 3*x*y^2", 0.8, 0.05, 1.5),
  /** Many minima around the least one at (0, 0) (Rastrigin 1974). */
  RASTRIGIN("20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)", 2.2, 1.7, 3),
  /** Almost flat far out, so that the gradient says next to nothing there. */
  PLATEAU("1 - exp(-(x^2 + y^2)/2)", 2.8, 1.5, 4),
  /** A function with a slope everywhere; gradient (2xy, x² + 1). */
  X_SQUARED_Y("x^2*y + y", 1, 1, 2);

  private final FunctionGraph graph;
  private final double startX;
  private final double startY;
  private final double reach;

  NamedFunction(String text, double startX, double startY, double reach) {
    try {
      graph = FunctionGraph.parse(text);
    } catch (FunctionSyntaxException impossible) {
      throw new IllegalStateException(text, impossible);
    }
    this.startX = startX;
    this.startY = startY;
    this.reach = reach;
  }

  public FunctionGraph graph() {
    return graph;
  }

  /** Where a descent begins unless a scene says otherwise. */
  public double startX() {
    return startX;
  }

  public double startY() {
    return startY;
  }

  /** The function is worth looking at from −reach to reach in both variables. */
  public double reach() {
    return reach;
  }

  /** Its name in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The function called so in files; words may be joined by {@code -} or {@code _}. */
  public static Optional<NamedFunction> named(String word) {
    String plain = word.replace('_', '-');
    return Arrays.stream(values()).filter(f -> f.word().equals(plain)).findAny();
  }
}
