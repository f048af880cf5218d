package org.ladera.explain;

import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.StepTrace;

/**
 * The one place where a number passes between the engine and the reader of a run: once each way. An
 * update may have fewer examples than the others, so numbers of the update and numbers of the whole
 * run have factors of their own.
 */
public final class RunConversion {
  private final Conversion whole;
  private final Conversion update;

  private RunConversion(Conversion whole, Conversion update) {
    this.whole = whole;
    this.update = update;
  }

  /** The conversion of a run that does {@code next} next. */
  public static RunConversion of(StepTrace next, Notation notation) {
    return new RunConversion(
        Conversion.of(next.experiment(), notation), Conversion.of(next, notation));
  }

  /** The conversion of a run whose updates are all as large as its batch size says. */
  public static RunConversion of(Experiment experiment, Notation notation) {
    Conversion all = Conversion.of(experiment, notation);
    return new RunConversion(all, all);
  }

  /** A number of the engine, for the reader. */
  public ReaderNumber shown(double engine, Dimension dimension) {
    return new ReaderNumber(factor(dimension) * engine, engine);
  }

  /** A number of the reader, for the engine. */
  public ReaderNumber typed(double reader, Dimension dimension) {
    return new ReaderNumber(reader, reader / factor(dimension));
  }

  /**
   * A rule with the reader's numbers, for the engine. A rate that only went to the reader and back
   * is the same as before.
   */
  public OptimizerSpec typed(OptimizerSpec rule) {
    return whole.trained(rule);
  }

  private double factor(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Basic basic ->
          switch (basic) {
            case PLAIN -> 1;
            case LOSS -> whole.lossOfAll();
            case BATCH_LOSS, CURVATURE -> update.lossScale();
            case RATE -> update.rateScale();
            case BASE_RATE -> whole.rateScale();
          };
      case Dimension.Memory(String name) -> update.memoryScale(name);
    };
  }
}
