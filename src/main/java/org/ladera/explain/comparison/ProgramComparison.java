package org.ladera.explain.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * A person's arrays held against an update, in the order of the computation.
 *
 * @param lines one for each quantity that was given
 * @param unknown names that mean nothing here, or have a shape that nothing has
 * @param transposed whether the program has samples as columns
 * @param reversed whether its layer 1 is the last
 * @param factor by which its loss is larger throughout; 1 where it is the same
 */
public record ProgramComparison(
    List<Line> lines, List<String> unknown, boolean transposed, boolean reversed, double factor) {

  /** What becomes of a quantity of the program. */
  public enum Standing {
    EQUAL,
    /** The first that is not as it should be. */
    PARTS,
    /** Not as it should be, yet what follows from the program's own numbers before it. */
    FOLLOWS,
    /** Not as it should be, and not what follows either: a mistake of its own. */
    APART,
    /** After the parting, and nothing says whether it follows. */
    AFTER
  }

  /**
   * A quantity under the name that the program gives it.
   *
   * @param given the program's numbers, in the shape and with the factor of the engine's
   * @param difference where they are not the engine's
   */
  public record Line(
      ComparedQuantity quantity,
      GivenArray given,
      Standing standing,
      Optional<Parting> difference) {
    public boolean equal() {
      return standing == Standing.EQUAL;
    }

    public String name() {
      return given.name();
    }
  }

  /**
   * Where they part.
   *
   * @param row of the cell that is furthest off, from 1
   * @param different cells that are
   * @param cells in all
   * @param mistake that explains every cell; empty where none does
   */
  public record Parting(
      ComparedQuantity quantity,
      String name,
      int row,
      int column,
      double yours,
      double right,
      int different,
      int cells,
      Optional<String> mistake) {}

  private static final double ROUNDING = 1e-9;

  /** A pair of an array and what it is. */
  private record Match(ComparedQuantity quantity, GivenArray given) {}

  public ProgramComparison {
    lines = List.copyOf(lines);
    unknown = List.copyOf(unknown);
  }

  /** Whether a number is another one, within what its last digit leaves open. */
  static boolean near(double expected, double given, double slack) {
    return Math.abs(expected - given) <= slack + ROUNDING * Math.max(1e-3, Math.abs(expected));
  }

  /** Compares the arrays of a program with an update. */
  public static ProgramComparison of(StepTrace trace, List<GivenArray> given) {
    List<ProgramComparison> ways = new ArrayList<>();
    for (boolean reversed : new boolean[] {false, true}) {
      for (boolean transposed : new boolean[] {false, true}) {
        ways.add(way(trace, given, transposed, reversed));
      }
    }
    // The way in which most is recognised, and then most is equal; the plain one before others.
    ProgramComparison best = ways.getFirst();
    for (ProgramComparison way : ways) {
      boolean more = way.unknown.size() < best.unknown.size();
      boolean better = way.unknown.size() == best.unknown.size() && way.equal() > best.equal();
      best = more || better ? way : best;
    }
    return best;
  }

  /** The first quantity that is not as it should be; empty where all are. */
  public Optional<Parting> parting() {
    return lines.stream().flatMap(line -> line.difference().stream()).findFirst();
  }

  private long equal() {
    return lines.stream().filter(Line::equal).count();
  }

  private static ProgramComparison way(
      StepTrace trace, List<GivenArray> given, boolean transposed, boolean reversed) {
    List<Match> matches = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    int depth = trace.layers().size();
    List<ComparedQuantity> all = ComparedQuantity.of(trace);
    for (GivenArray array : given) {
      String name = reversed ? renumbered(array.name(), depth) : array.name();
      Optional<Match> match =
          all.stream()
              .filter(quantity -> quantity.called(name, depth))
              .flatMap(quantity -> shaped(quantity, array, transposed).stream())
              .findFirst();
      match.ifPresentOrElse(matches::add, () -> unknown.add(array.name()));
    }
    matches.sort((a, b) -> Integer.compare(all.indexOf(a.quantity), all.indexOf(b.quantity)));
    double factor = commonFactor(matches);
    return compared(trace, matches, unknown, transposed, reversed, factor);
  }

  /** The array in the shape of the quantity, where it has it. */
  private static Optional<Match> shaped(
      ComparedQuantity quantity, GivenArray array, boolean transposed) {
    MatrixView expected = quantity.expected();
    GivenArray turned = transposed ? array.transposed() : array;
    if (turned.rows() == expected.rows() && turned.columns() == expected.columns()) {
      return Optional.of(new Match(quantity, turned));
    }
    boolean list = Math.min(array.rows(), array.columns()) == 1;
    // A bias, or the outputs of one unit, may be written as a plain list.
    return list
            && array.values().length == expected.size()
            && Math.min(expected.rows(), expected.columns()) == 1
        ? Optional.of(
            new Match(
                quantity,
                new GivenArray(
                    array.name(),
                    expected.rows(),
                    expected.columns(),
                    array.values(),
                    array.slack())))
        : Optional.empty();
  }

  private static String renumbered(String name, int depth) {
    java.util.regex.Matcher digits = java.util.regex.Pattern.compile("\\d+").matcher(name);
    return digits.find()
        ? name.substring(0, digits.start())
            + (depth + 1 - Integer.parseInt(digits.group()))
            + name.substring(digits.end())
        : name;
  }

  /** Another factor of the loss: J and every gradient are larger by the same number. */
  private static double commonFactor(List<Match> matches) {
    double common = Double.NaN;
    boolean cost = false;
    int found = 0;
    for (Match match : matches) {
      if (match.quantity.kind().scales()) {
        OptionalDouble ratio = ratio(match);
        if (ratio.isEmpty()) {
          return 1;
        }
        if (!Double.isNaN(common) && Math.abs(ratio.getAsDouble() / common - 1) > 1e-3) {
          return 1;
        }
        common = Double.isNaN(common) ? ratio.getAsDouble() : common;
        cost |= match.quantity.kind() == ComparedQuantity.Kind.J;
        found++;
      }
    }
    // Without J it takes more than one quantity to tell a convention from a slip.
    return (cost ? found > 1 : found > 2) && common > 0 && Math.abs(common - 1) > 1e-6 ? common : 1;
  }

  /** Yours over the right one, where it is the same in all cells. */
  private static OptionalDouble ratio(Match match) {
    double right = 0;
    double yours = 0;
    double[] expected = match.quantity.expected().toArray();
    for (int i = 0; i < expected.length; i++) {
      right += expected[i] * expected[i];
      yours += expected[i] * match.given.values()[i];
    }
    if (!(right > 0)) {
      return OptionalDouble.empty();
    }
    double ratio = yours / right;
    for (int i = 0; i < expected.length; i++) {
      double slack = match.given.slack()[i] + 1e-6 * Math.abs(ratio) * Math.sqrt(right);
      if (Math.abs(match.given.values()[i] - ratio * expected[i]) > slack) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(snapped(ratio));
  }

  /** A ratio of rounded numbers is the simple one that is near. */
  private static double snapped(double ratio) {
    double whole = Math.rint(ratio);
    double part = Math.rint(1 / ratio);
    return whole >= 1 && Math.abs(ratio - whole) < 1e-3 * whole
        ? whole
        : part >= 1 && Math.abs(ratio - 1 / part) < 1e-3 * ratio ? 1 / part : ratio;
  }

  private static ProgramComparison compared(
      StepTrace trace,
      List<Match> matches,
      List<String> unknown,
      boolean transposed,
      boolean reversed,
      double factor) {
    List<Line> lines = new ArrayList<>();
    KnownMistakes mistakes = new KnownMistakes(trace);
    OwnNumbers own = new OwnNumbers(trace);
    boolean parted = false;
    for (Match match : matches) {
      GivenArray given = match.quantity.kind().scales() ? match.given.over(factor) : match.given;
      Optional<Parting> here = parting(match.quantity, given, mistakes);
      if (here.isPresent()
          && factor != 1
          && parting(scaled(trace, match, factor), given, mistakes).isEmpty()) {
        here = Optional.empty();
      }
      Standing standing =
          here.isEmpty()
              ? Standing.EQUAL
              : !parted ? Standing.PARTS : after(own.follows(match.quantity, given));
      parted |= here.isPresent();
      lines.add(new Line(match.quantity, given, standing, here));
      if (here.isPresent()) {
        own.take(match.quantity, given);
      }
    }
    return new ProgramComparison(lines, unknown, transposed, reversed, factor);
  }

  private static Standing after(Optional<Boolean> follows) {
    return follows.map(is -> is ? Standing.FOLLOWS : Standing.APART).orElse(Standing.AFTER);
  }

  /** New parameters where the step is as much larger as the loss, as in plain descent. */
  private static ComparedQuantity scaled(StepTrace trace, Match match, double factor) {
    ComparedQuantity quantity = match.quantity;
    if (quantity.kind() != ComparedQuantity.Kind.NEW_W
        && quantity.kind() != ComparedQuantity.Kind.NEW_B) {
      return quantity;
    }
    LayerTrace layer = trace.layers().get(quantity.layer() - 1);
    ParameterTrace parameters =
        quantity.kind() == ComparedQuantity.Kind.NEW_W ? layer.w() : layer.b();
    MatrixView before = parameters.before();
    MatrixView after = parameters.after();
    return new ComparedQuantity(
        quantity.kind(),
        quantity.layer(),
        MatrixView.generate(
            after.rows(),
            after.columns(),
            i -> before.get(i) + factor * (after.get(i) - before.get(i))));
  }

  private static Optional<Parting> parting(
      ComparedQuantity quantity, GivenArray given, KnownMistakes mistakes) {
    MatrixView expected = quantity.expected();
    int different = 0;
    int worst = -1;
    double most = 0;
    for (int i = 0; i < expected.size(); i++) {
      double off = Math.abs(expected.get(i) - given.values()[i]);
      if (!near(expected.get(i), given.values()[i], given.slack()[i])) {
        different++;
        if (worst < 0 || !(off <= most)) {
          worst = i;
          most = off;
        }
      }
    }
    if (worst < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Parting(
            quantity,
            given.name(),
            worst / expected.columns() + 1,
            worst % expected.columns() + 1,
            given.values()[worst],
            expected.get(worst),
            different,
            expected.size(),
            mistakes.explaining(quantity, given)));
  }
}
