package org.ladera.engine.spec;

import java.util.List;

/** The factor on the base rate as a function of t, the epoch counted from 0. */
public sealed interface ScheduleSpec {
  record Constant() implements ScheduleSpec {}

  /** gamma^floor(t / every). */
  record Step(int every, double gamma) implements ScheduleSpec {}

  /** gamma^t. */
  record Exponential(double gamma) implements ScheduleSpec {}

  /** From 1 to {@code floor} along half a cosine over {@code length} (Loshchilov, Hutter 2017). */
  record Cosine(int length, double floor) implements ScheduleSpec {}

  /** (t + 1) / length up to 1, then {@code then}. */
  record WarmUp(int length, ScheduleSpec then) implements ScheduleSpec {}

  /**
   * Smith 2017: between {@code floor} and 1 with half a cycle of {@code half}; the amplitude is
   * constant, halves each cycle, or shrinks by gamma^t.
   */
  record Cyclical(int half, double floor, Mode mode, double gamma) implements ScheduleSpec {
    public enum Mode {
      TRIANGULAR,
      TRIANGULAR2,
      EXPONENTIAL_RANGE
    }
  }

  /** The rule; of a warm-up that of what follows it. */
  default Rule rule() {
    return switch (this) {
      case Constant _ -> Rule.CONSTANT;
      case Step _ -> Rule.STEP;
      case Exponential _ -> Rule.EXPONENTIAL;
      case Cosine _ -> Rule.COSINE;
      case Cyclical _ -> Rule.CYCLICAL;
      case WarmUp(int _, ScheduleSpec then) -> then.rule();
    };
  }

  /** The catalogue of schedules; what they compute is in {@code engine.train}. */
  enum Rule {
    CONSTANT(c -> new Constant()),
    STEP(c -> new Step((int) c[0], c[1]), epochs("every"), factor(Double.NaN)),
    EXPONENTIAL(c -> new Exponential(c[0]), factor(Double.NaN)),
    COSINE(c -> new Cosine((int) c[0], c[1]), epochs("length"), floor()),
    CYCLICAL(
        c -> new Cyclical((int) c[0], c[1], Cyclical.Mode.values()[(int) c[2]], c[3]),
        epochs("half"),
        floor(),
        Hyperparameter.choice("mode", "triangular", "triangular2", "exponential-range"),
        factor(1));

    /** Puts a schedule together from its constants. */
    private interface Recipe {
      ScheduleSpec make(double[] constants);
    }

    private final Recipe recipe;
    private final List<Hyperparameter> constants;

    Rule(Recipe recipe, Hyperparameter... constants) {
      this.recipe = recipe;
      this.constants = List.of(constants);
    }

    private static Hyperparameter epochs(String name) {
      return new Hyperparameter(name, "", Hyperparameter.Range.COUNT, 1e7, Double.NaN);
    }

    private static Hyperparameter factor(double usual) {
      return new Hyperparameter("gamma", "γ", Hyperparameter.Range.POSITIVE, 1, usual);
    }

    private static Hyperparameter floor() {
      return new Hyperparameter("floor", "", Hyperparameter.Range.NOT_NEGATIVE, 1, 0);
    }

    /** Its name in lessons and texts: {@code exponential}. */
    public String id() {
      return Catalogue.id(this);
    }

    public List<Hyperparameter> constants() {
      return constants;
    }

    /**
     * The schedule ready to run.
     *
     * @param values one for each constant, in their order
     */
    public ScheduleSpec with(double... values) {
      return recipe.make(values);
    }
  }
}
