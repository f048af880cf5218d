package org.ladera.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a course writes its formulas. The run never changes: letters, places and signs are written in
 * another way, and where a course has another factor before its loss or another form of momentum,
 * every number is converted exactly ({@link Conversion}).
 *
 * @param rate letter of the learning rate
 * @param parameters letters of weights and biases
 * @param factor what stands before the sum of the loss
 * @param samples whether a sample is a row or a column of the matrices
 * @param momentum which of its two forms momentum has
 * @param layers brackets around the number of a layer
 * @param decimal sign before the decimals
 */
public record Notation(
    Rate rate,
    Parameters parameters,
    LossFactor factor,
    Samples samples,
    Momentum momentum,
    Layers layers,
    Decimal decimal) {

  /** One of the ways to write something. */
  public sealed interface Choice {
    /** Its name in files and commands; no two choices have the same. */
    String word();
  }

  public enum Rate implements Choice {
    ETA("eta"),
    ALPHA("alpha");

    private final String word;

    Rate(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum Parameters implements Choice {
    W_B("Wb"),
    THETA("theta"),
    BETA("beta");

    private final String word;

    Parameters(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum LossFactor implements Choice {
    /** The factor that the run descends with. */
    AS_TRAINED("own-factor"),
    /** 1/(2m); without the 2 where no square brings one down. */
    HALF_MEAN("half-mean"),
    /** 1/m. */
    MEAN_M("mean"),
    /** 1/n: the samples are counted by n. */
    MEAN_N("mean-n"),
    /** 1/2; 1 where no square brings a 2 down. */
    HALF("half"),
    /** 1. */
    SUM("sum");

    private final String word;

    LossFactor(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum Samples implements Choice {
    ROWS("rows"),
    COLUMNS("columns");

    private final String word;

    Samples(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum Momentum implements Choice {
    /** The form that the run descends with. */
    AS_TRAINED("own-momentum"),
    /** v = γv + ηg, w = w − v (S3.9). */
    HEAVY_BALL("heavy-ball"),
    /** v = βv + (1−β)g, w = w − ηv (S4.2). */
    AVERAGED("averaged");

    private final String word;

    Momentum(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum Layers implements Choice {
    /** A bare number; where there are no raised signs, as {@link #BRACKETS}. */
    PLAIN("plain"),
    BRACKETS("brackets"),
    PARENTHESES("parentheses");

    private final String word;

    Layers(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  public enum Decimal implements Choice {
    /** As the language has it; a point until a language is known. */
    BY_LANGUAGE("decimal-by-language"),
    POINT("point"),
    COMMA("comma");

    private final String word;

    Decimal(String word) {
      this.word = word;
    }

    @Override
    public String word() {
      return word;
    }
  }

  /** The engine's own: η, W and b, samples in rows, [l], losses as they are trained. */
  public static final Notation ENGINE =
      new Notation(
          Rate.ETA,
          Parameters.W_B,
          LossFactor.AS_TRAINED,
          Samples.ROWS,
          Momentum.AS_TRAINED,
          Layers.BRACKETS,
          Decimal.BY_LANGUAGE);

  /**
   * As the lessons of the program are read where nobody chose anything. The number of a layer has
   * brackets, so that it is never taken for a power.
   */
  public static final Notation LESSONS = ENGINE;

  /** Every choice there is. */
  public static List<Choice> choices() {
    return Stream.<Choice[]>of(
            Rate.values(),
            Parameters.values(),
            LossFactor.values(),
            Samples.values(),
            Momentum.values(),
            Layers.values(),
            Decimal.values())
        .flatMap(Stream::of)
        .toList();
  }

  /** The choice of that name. */
  public static Optional<Choice> choice(String word) {
    return choices().stream().filter(choice -> choice.word().equals(word)).findFirst();
  }

  /** The same notation but for one choice. */
  public Notation with(Choice choice) {
    return switch (choice) {
      case Rate r -> new Notation(r, parameters, factor, samples, momentum, layers, decimal);
      case Parameters p -> new Notation(rate, p, factor, samples, momentum, layers, decimal);
      case LossFactor f -> new Notation(rate, parameters, f, samples, momentum, layers, decimal);
      case Samples s -> new Notation(rate, parameters, factor, s, momentum, layers, decimal);
      case Momentum m -> new Notation(rate, parameters, factor, samples, m, layers, decimal);
      case Layers l -> new Notation(rate, parameters, factor, samples, momentum, l, decimal);
      case Decimal d -> new Notation(rate, parameters, factor, samples, momentum, layers, d);
    };
  }

  /** What is chosen, in the order of the components. */
  public List<Choice> chosen() {
    return List.of(rate, parameters, factor, samples, momentum, layers, decimal);
  }

  /** The names of what is chosen, for a file. */
  public String words() {
    return chosen().stream().map(Choice::word).collect(Collectors.joining(","));
  }

  /** Reads {@link #words}; what is missing or unknown is as in {@link #LESSONS}. */
  public static Notation ofWords(String words) {
    List<Choice> known = new ArrayList<>();
    for (String word : words.split(",")) {
      choice(word.strip()).ifPresent(known::add);
    }
    Notation notation = LESSONS;
    for (Choice choice : known) {
      notation = notation.with(choice);
    }
    return notation;
  }

  /**
   * With the decimal sign settled.
   *
   * @param comma whether the language has a decimal comma
   */
  public Notation inLanguage(boolean comma) {
    return decimal == Decimal.BY_LANGUAGE ? with(comma ? Decimal.COMMA : Decimal.POINT) : this;
  }

  /** Whether matrices are written and drawn transposed: a sample is a column, z = W·a + b. */
  public boolean transposed() {
    return samples == Samples.COLUMNS;
  }

  /** Whether numbers have a decimal comma. */
  public boolean comma() {
    return decimal == Decimal.COMMA;
  }
}
