package org.ladera.lesson.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.session.reading.Reading;

/**
 * A view on the stage as a lesson describes it, one record for each kind. The names of the
 * components are those of the options in a lesson file.
 */
public sealed interface ViewSpec
    permits ViewSpec.Data,
        ViewSpec.OverParameters,
        ViewSpec.LossCurve,
        ViewSpec.Slice,
        ViewSpec.Updates,
        ViewSpec.Runs,
        ViewSpec.Boundary,
        ViewSpec.Boundaries,
        ViewSpec.HiddenSpace,
        ViewSpec.Network,
        ViewSpec.Deltas,
        ViewSpec.Perceptron,
        ViewSpec.PerceptronLines,
        ViewSpec.Examples,
        ViewSpec.Probabilities,
        ViewSpec.Matrix,
        ViewSpec.Activation,
        ViewSpec.Derivation,
        ViewSpec.Difference,
        ViewSpec.Chain,
        ViewSpec.GradientCheck,
        ViewSpec.Paths,
        ViewSpec.Graph,
        FigureView,
        PictureView,
        RaceView,
        SpreadView {
  default ViewKind kind() {
    return ViewKind.of(getClass());
  }

  /** The id of the run it shows; {@code main} unless the lesson says otherwise. */
  String run();

  /** The example it is about, from 1, where the lesson names one. */
  default OptionalInt sample() {
    return OptionalInt.empty();
  }

  /**
   * The examples, with what the network makes of them.
   *
   * @param drag whether handles move the line
   * @param raw whether the axes are in the units of the file
   * @param runs ids of further runs whose lines are drawn
   */
  record Data(String run, boolean residuals, boolean drag, boolean raw, List<String> runs)
      implements ViewSpec {
    public Data {
      runs = List.copyOf(runs);
    }
  }

  /** The loss over a plane of the parameters. */
  sealed interface OverParameters extends ViewSpec {
    PlaneChoice plane();

    /** Whether heights are logarithms of the loss. */
    boolean log();

    /** Ids of the runs whose paths are drawn beside that of the own one. */
    List<String> runs();
  }

  /** As a hillside. */
  record Surface(String run, PlaneChoice plane, boolean log, List<String> runs)
      implements OverParameters {
    public Surface {
      runs = List.copyOf(runs);
    }
  }

  /**
   * As a map of contour lines.
   *
   * @param lens the run whose surroundings are shown larger beside the map until another is lit;
   *     empty for no lens
   * @param eigen whether the directions of most and of least curvature are drawn
   * @param shows what is drawn besides its paths
   */
  record Contour(
      String run,
      PlaneChoice plane,
      boolean log,
      List<String> runs,
      Optional<String> lens,
      boolean eigen,
      List<MapNote> shows)
      implements OverParameters {
    public Contour {
      runs = List.copyOf(runs);
      shows = List.copyOf(shows);
    }

    public Contour(String run, PlaneChoice plane, boolean log, List<String> runs) {
      this(run, plane, log, runs, Optional.empty(), false, List.of());
    }
  }

  /**
   * The loss over the epochs.
   *
   * @param below a loss that is drawn as a goal, with the epochs at which runs arrive
   */
  record LossCurve(String run, boolean log, List<String> runs, OptionalDouble below)
      implements ViewSpec {
    public LossCurve {
      runs = List.copyOf(runs);
    }

    /** Without a goal. */
    public LossCurve(String run, boolean log, List<String> runs) {
      this(run, log, runs, OptionalDouble.empty());
    }
  }

  /**
   * The loss over one parameter.
   *
   * @param range around what there is to show when empty
   * @param marks values at which the loss is written
   * @param secant whether a line is drawn through the first mark and the point
   */
  record Slice(
      String run, ParameterRef u, Optional<Range> range, List<Double> marks, boolean secant)
      implements ViewSpec {
    public Slice {
      marks = List.copyOf(marks);
    }
  }

  /**
   * The parameters after chosen updates.
   *
   * @param parameters the first of the network when empty
   * @param digits decimals by row, the last row's for those below; each row one number or one for
   *     each parameter. Empty: as many as each column needs
   * @param truncate whether digits are cut off instead of rounded
   * @param rows the updates; the latest when empty
   * @param steps whether each parameter has a column with what the update changed
   */
  record Updates(
      String run,
      List<ParameterRef> parameters,
      List<List<Integer>> digits,
      boolean truncate,
      List<Long> rows,
      boolean steps)
      implements ViewSpec {
    public Updates {
      parameters = List.copyOf(parameters);
      digits = digits.stream().map(List::copyOf).toList();
      rows = List.copyOf(rows);
    }
  }

  /**
   * A table of runs.
   *
   * @param readings a column each
   * @param runs ids of the runs that have a row; all when empty
   */
  record Runs(String run, List<Reading> readings, List<String> runs) implements ViewSpec {
    public Runs {
      readings = List.copyOf(readings);
      runs = List.copyOf(runs);
    }
  }

  /**
   * What the network says over the plane of its two inputs.
   *
   * @param xRange around the examples when empty
   * @param edit whether examples can be added, moved and deleted
   */
  record Boundary(String run, Optional<Range> xRange, Optional<Range> yRange, boolean edit)
      implements ViewSpec {}

  /**
   * The same of several runs, side by side.
   *
   * @param runs ids of the runs beside the own one
   * @param xRange around the examples when empty
   */
  record Boundaries(String run, List<String> runs, Optional<Range> xRange, Optional<Range> yRange)
      implements ViewSpec {
    public Boundaries {
      runs = List.copyOf(runs);
    }

    /** One of its pictures, as a view of its own. */
    public Boundary of(String id) {
      return new Boundary(id, xRange, yRange, false);
    }
  }

  /**
   * The plane of the inputs as each layer sees it.
   *
   * @param layer the one shown first; 0 is the inputs
   * @param units two units as axes, or none
   */
  record HiddenSpace(String run, int layer, List<Integer> units) implements ViewSpec {
    public HiddenSpace {
      units = List.copyOf(units);
    }
  }

  /**
   * Units and weights, with a picture of each unit over the plane of the inputs.
   *
   * @param layer the one that the step is about: the others are faded
   */
  record Network(
      String run,
      Optional<Range> xRange,
      Optional<Range> yRange,
      OptionalInt sample,
      OptionalInt layer)
      implements ViewSpec {}

  /** The deltas of all layers. */
  record Deltas(String run, OptionalInt sample) implements ViewSpec {}

  /** A rule for a single unit, example by example. */
  record Perceptron(String run, UnitRule rule) implements ViewSpec {}

  /** The lines between which the perceptron rule goes, over the plane of two inputs. */
  record PerceptronLines(String run, Optional<Range> xRange, Optional<Range> yRange)
      implements ViewSpec {}

  /** A table of the examples; {@code digits} are decimals, else four digits count. */
  record Examples(String run, OptionalInt digits) implements ViewSpec {}

  /**
   * Scores, exponentials and outputs of the last layer.
   *
   * @param targets whether an arrow leads from each output to what it should be
   */
  record Probabilities(String run, OptionalInt sample, Optional<Range> range, boolean targets)
      implements ViewSpec {}

  /**
   * The Jacobian of a layer for one example.
   *
   * @param layer from 1; the last when empty
   */
  record Matrix(String run, OptionalInt sample, OptionalInt layer) implements ViewSpec {}

  /**
   * The activation function of a unit and its slope.
   *
   * @param range of z
   * @param height of the values
   * @param runs ids of the runs whose functions are drawn beside it
   * @param input whether the hand moves the example instead of the bias
   * @param all whether each unit and example of the layer is a dot
   */
  record Activation(
      String run,
      UnitChoice at,
      Optional<Range> range,
      Optional<Range> height,
      List<String> runs,
      boolean input,
      boolean all)
      implements ViewSpec {
    public Activation {
      runs = List.copyOf(runs);
    }

    @Override
    public OptionalInt sample() {
      return at.sample();
    }
  }

  /** The proof of σ′ = σ(1 − σ) with the numbers of a unit. */
  record Derivation(String run, UnitChoice at) implements ViewSpec {
    @Override
    public OptionalInt sample() {
      return at.sample();
    }
  }

  /**
   * The secant and its error against h.
   *
   * @param range of z
   */
  record Difference(String run, Optional<Range> range) implements ViewSpec {}

  /** What is left of the slope of the first output, layer by layer back. */
  record Chain(String run, OptionalInt sample, List<String> runs) implements ViewSpec {
    public Chain {
      runs = List.copyOf(runs);
    }
  }

  /**
   * The derivatives of the next update in several ways.
   *
   * @param parameter the one in detail; the first of the network when empty
   * @param own whether against the loss of the run even where the scene claims another
   */
  record GradientCheck(String run, Optional<ParameterRef> parameter, boolean own)
      implements ViewSpec {

    /** The same view with another derivative in detail. */
    public GradientCheck choosing(ParameterRef other) {
      return new GradientCheck(run, Optional.of(other), own);
    }
  }

  /** How one weight of a softmax layer reaches the cross-entropy. */
  record Paths(String run, ParameterRef parameter, OptionalInt sample) implements ViewSpec {}

  /**
   * The operations of a function, or of the loss as one unit reaches it, with their derivatives.
   *
   * @param mode which way they are worked out first
   * @param by in forward mode, the first parameter; the first of the graph when empty
   * @param known what is worked out at first sight
   */
  record Graph(
      String run, UnitChoice at, SweepMode mode, Optional<ParameterRef> by, KnownNumbers known)
      implements ViewSpec {
    @Override
    public OptionalInt sample() {
      return at.sample();
    }
  }
}
