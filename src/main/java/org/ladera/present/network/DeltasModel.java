package org.ladera.present.network;

import java.util.List;
import java.util.Optional;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.Frame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/**
 * The deltas of the next update, units × samples, and below them how large the deltas and gradients
 * of each layer were along the run.
 *
 * @param spoken the whole state in words
 * @param samples columns: the batch of the next update
 * @param rows units, from the first hidden layer to the output
 * @param sizes the delta that has the full colour in each layer, above 0
 * @param course the lower picture
 * @param chosen column of the sample shown everywhere; −1 when it is not in the batch
 * @param lit the row of the unit that is lit everywhere; −1 for none
 */
public record DeltasModel(
    String title,
    String reading,
    String spoken,
    List<Sample> samples,
    List<Row> rows,
    double[] sizes,
    Course course,
    int chosen,
    int lit,
    Tips tips)
    implements CardModel {
  /** With more deltas than this none is written. */
  public static final int MOST_NUMBERS = 800;

  /**
   * A sample of the batch.
   *
   * @param index in the data, from 0
   * @param number its number, where its name has no room
   */
  public record Sample(int index, String name, String number) {}

  /**
   * A unit.
   *
   * @param layer from 1
   * @param unit from 1
   * @param deltas one for each sample
   * @param shown the same with their signs; empty where there are too many to be read
   */
  public record Row(
      int layer, int unit, String name, String layerName, double[] deltas, String[] shown) {}

  /**
   * How large deltas and gradients were along the run.
   *
   * @param layers one row each
   * @param epochs the epoch of each point, increasing
   * @param updates the update to go to for each point
   * @param time the epochs as an axis
   * @param now the present epoch
   * @param reached the epoch the run has been to; what comes after it is planned
   * @param delta range and words for ‖δ‖
   * @param gradient range and words for ‖∇W‖
   */
  public record Course(
      List<LayerNorms> layers,
      double[] epochs,
      long[] updates,
      PlotAxis time,
      double now,
      double reached,
      Range delta,
      Range gradient) {
    public Course {
      layers = List.copyOf(layers);
    }

    /** The point nearest to {@code epoch}; −1 when there is none. */
    public int pointAt(double epoch) {
      if (epochs.length == 0) {
        return -1;
      }
      int found = java.util.Arrays.binarySearch(epochs, epoch);
      int after = found >= 0 ? found : -found - 1;
      if (after == 0 || after == epochs.length) {
        return Math.min(after, epochs.length - 1);
      }
      return epoch - epochs[after - 1] <= epochs[after] - epoch ? after - 1 : after;
    }
  }

  /** A layer along the run: both norms at each point. */
  public record LayerNorms(int layer, String name, double[] deltas, double[] gradients) {}

  /**
   * The ends of a logarithmic scale of colours.
   *
   * @param title what is shown, with a symbol between dollar signs
   * @param word of the switch
   */
  public record Range(String title, String word, int lowest, int highest, String low, String high) {
    /** The least can still be seen. */
    private static final double FAINTEST = 0.1;

    static Range of(String title, String word, int lowest, int highest, Numbers numbers) {
      return new Range(
          title, word, lowest, highest, power(lowest, numbers), power(highest, numbers));
    }

    private static String power(int exponent, Numbers numbers) {
      return exponent == 0 ? "1" : numbers.powerOfTen(exponent);
    }

    /** Where {@code value} lies between the ends, 0 to 1; NaN where it has no logarithm. */
    public double share(double value) {
      return value > 0
          ? Math.clamp((StrictMath.log10(value) - lowest) / (highest - lowest), 0, 1)
          : value == 0 ? 0 : Double.NaN;
    }

    /** How much of the full colour {@code value} has by its power of ten. */
    double strength(double value) {
      return FAINTEST + (1 - FAINTEST) * share(value);
    }
  }

  /** Reads cells and points in words. */
  record Tips(StepTrace step, Messages messages, Words words, List<Tip.Line> keys) {}

  public DeltasModel {
    samples = List.copyOf(samples);
    rows = List.copyOf(rows);
  }

  /** The view of {@code spec} of this frame. */
  public static DeltasModel of(
      Frame frame, ViewSpec.Deltas spec, Highlight highlight, Messages messages, Labels labels) {
    return new DeltasModelBuilder(frame.run(spec.run()), frame.epochs(), spec, highlight, messages)
        .model();
  }

  /** The delta of a cell, briefly. */
  public Tip tip(int row, int column) {
    return DeltasModelBuilder.tip(this, row, column);
  }

  /** The delta of a cell, taken apart into what comes in, the weights and the slope. */
  public Tip split(int row, int column) {
    Row at = rows.get(row);
    return new DeltaSplit(tips.step(), tips.messages(), tips.words())
        .tip(at.layer(), column + 1, at.unit(), samples.get(column).name())
        .with(tips.keys());
  }

  /** Both norms of a layer at the point nearest to {@code epoch}; nothing before the first. */
  public Optional<Tip> normTip(int layer, double epoch) {
    return DeltasModelBuilder.normTip(this, layer, epoch);
  }

  /** The point of the lower picture nearest to {@code epoch}; −1 when there is none. */
  public int pointAt(double epoch) {
    return course.pointAt(epoch);
  }

  public List<LayerNorms> layers() {
    return course.layers();
  }

  public double[] epochs() {
    return course.epochs();
  }

  public long[] updates() {
    return course.updates();
  }

  public PlotAxis time() {
    return course.time();
  }

  public double now() {
    return course.now();
  }

  public double reached() {
    return course.reached();
  }

  public Range delta() {
    return course.delta();
  }

  public Range gradient() {
    return course.gradient();
  }
}
