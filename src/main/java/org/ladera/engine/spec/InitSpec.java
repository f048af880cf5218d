package org.ladera.engine.spec;

import java.util.List;
import org.ladera.engine.function.FunctionGraph;
import org.ladera.engine.matrix.MatrixView;

/** Where the start weights come from. Biases start at 0 unless the rule says otherwise. */
public sealed interface InitSpec {
  record Zeros() implements InitSpec {}

  /** Every weight and bias equal. */
  record Constant(double value) implements InitSpec {}

  record Uniform(double low, double high) implements InitSpec {}

  record Normal(double mean, double deviation) implements InitSpec {}

  /** Glorot and Bengio 2010, uniform: ±√(6/(in+out)) times gain. */
  record GlorotUniform(double gain) implements InitSpec {}

  /** Standard deviation √(2/(in+out)) times gain. */
  record GlorotNormal(double gain) implements InitSpec {}

  /** He et al. 2015, uniform: ±√(6/in). */
  record HeUniform() implements InitSpec {}

  /** Standard deviation √(2/in). */
  record HeNormal() implements InitSpec {}

  /** numpy's {@code seed(seed); random(shape) * scale + shift}, layer by layer, weights only. */
  record NumpyRandom(long seed, double scale, double shift) implements InitSpec {}

  /**
   * Given parameters in the order of {@link ParameterLayout}.
   *
   * @param parameters (1 × count)
   */
  record Given(MatrixView parameters) implements InitSpec {}

  /**
   * A function of one variable built into the first layer of a network of one input: as many
   * plateaus (step units) or straight pieces (ReLU units) of equal width as asked for, the units
   * after them 0. No rule draws it.
   *
   * @param pieces at least 1; 0: as many as the layer has units
   * @param from where the first piece begins
   * @param to where the last one ends, above {@code from}
   */
  record Approximation(FunctionGraph function, int pieces, double from, double to)
      implements InitSpec {
    /** Whether such a network can be built. */
    public static boolean fits(NetworkSpec network) {
      List<LayerSpec> layers = network.layers();
      return network.function().isEmpty()
          && layers.size() == 2
          && network.inputs() == 1
          && network.outputs() == 1
          && layers.stream().allMatch(l -> l.isDense() && !l.batchNorm())
          && layers.getFirst().bias()
          && layers.getLast().activation().kind() == ActivationSpec.Kind.IDENTITY
          && (layers.getFirst().activation().kind() == ActivationSpec.Kind.STEP
              || layers.getFirst().activation().kind() == ActivationSpec.Kind.RELU
                  && layers.getLast().bias());
    }
  }

  /**
   * A rule for each layer; the last one also for those after it.
   *
   * @param rules at least one, each a rule of its own that draws
   */
  record ByLayer(List<InitSpec> rules) implements InitSpec {
    public ByLayer {
      rules = List.copyOf(rules);
      if (rules.isEmpty()
          || rules.stream()
              .anyMatch(
                  r -> r instanceof Given || r instanceof Approximation || r instanceof ByLayer)) {
        throw new IllegalArgumentException("a rule that draws for each layer");
      }
    }
  }

  /** The same rule for another seed of the run: numpy's has one of its own. */
  default InitSpec seeded(long seed) {
    return switch (this) {
      case NumpyRandom(_, double scale, double shift) -> new NumpyRandom(seed, scale, shift);
      case ByLayer(List<InitSpec> rules) ->
          new ByLayer(rules.stream().map(rule -> rule.seeded(seed)).toList());
      case InitSpec other -> other;
    };
  }

  /** The rule for a layer, counted from 1. */
  default InitSpec of(int layer) {
    return this instanceof ByLayer(List<InitSpec> rules)
        ? rules.get(Math.min(layer, rules.size()) - 1)
        : this;
  }

  /** The catalogue of rules for start weights; what they draw is in {@code engine.net}. */
  enum Rule {
    ZEROS(Form.FIELDS, c -> new Zeros()),
    CONSTANT(Form.LIST, c -> new Constant(c[0]), any("value", Double.NaN)),
    UNIFORM(
        Form.RANGE, c -> new Uniform(c[0], c[1]), any("low", Double.NaN), any("high", Double.NaN)),
    NORMAL(
        Form.LIST,
        c -> new Normal(c[0], c[1]),
        any("mean", Double.NaN),
        new Hyperparameter("deviation", "σ", Hyperparameter.Range.POSITIVE, 1e9, Double.NaN)),
    GLOROT_UNIFORM(Form.LIST, c -> new GlorotUniform(c[0]), gain()),
    GLOROT_NORMAL(Form.LIST, c -> new GlorotNormal(c[0]), gain()),
    HE_UNIFORM(Form.FIELDS, c -> new HeUniform()),
    HE_NORMAL(Form.FIELDS, c -> new HeNormal()),
    NUMPY(
        Form.FIELDS,
        c -> new NumpyRandom((long) c[0], c[1], c[2]),
        new Hyperparameter("seed", "", Hyperparameter.Range.SEED, 4_294_967_295.0, Double.NaN),
        any("scale", 1),
        any("shift", 0));

    /** How its constants are written in a lesson; a rule that needs none is a word alone. */
    public enum Form {
      /** By name. */
      FIELDS,
      /** In their order; a single one without brackets. */
      LIST,
      /** Two in ascending order. */
      RANGE
    }

    /** Puts a rule together from its constants. */
    private interface Recipe {
      InitSpec make(double[] constants);
    }

    private final Form form;
    private final Recipe recipe;
    private final List<Hyperparameter> constants;

    Rule(Form form, Recipe recipe, Hyperparameter... constants) {
      this.form = form;
      this.recipe = recipe;
      this.constants = List.of(constants);
    }

    private static Hyperparameter any(String name, double usual) {
      return new Hyperparameter(name, "", Hyperparameter.Range.ANY, 1e9, usual);
    }

    private static Hyperparameter gain() {
      return new Hyperparameter("gain", "", Hyperparameter.Range.POSITIVE, 1e6, 1);
    }

    /** Its name in lessons and texts: {@code glorot-uniform}. */
    public String id() {
      return Catalogue.id(this);
    }

    public Form form() {
      return form;
    }

    public List<Hyperparameter> constants() {
      return constants;
    }

    /** Whether its name says everything. */
    public boolean isWord() {
      return constants.stream().allMatch(Hyperparameter::hasUsual);
    }

    /**
     * The rule ready to draw.
     *
     * @param values one for each constant, in their order
     */
    public InitSpec with(double... values) {
      return recipe.make(values);
    }

    /** The rule with its usual constants, where {@link #isWord}. */
    public InitSpec usual() {
      return recipe.make(constants.stream().mapToDouble(Hyperparameter::usual).toArray());
    }
  }
}
