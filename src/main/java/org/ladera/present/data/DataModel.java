package org.ladera.present.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Tip;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.text.Messages;

/**
 * The examples in their plane, the model's line through them, and everything that is written there.
 * All coordinates are in the units of the axes.
 *
 * @param reading number of points, for the header
 * @param spoken the whole state in words
 * @param empty what to say instead of points; two lines, or none when there are points
 * @param lines the present line first, when the model is a line
 * @param curves what a model of one input that bends answers, where it is no line; none until they
 *     were computed
 * @param residuals whether the segments between points and line are drawn
 * @param equation the hypothesis, and its values in {@code values}; empty when it is no line
 * @param elsewhere the same values in the other units, where the examples were scaled; else empty
 * @param handles grips to move the line by hand, where the lesson allows it
 * @param lit the brushed point
 * @param held examples that are not trained on: for validation, and opened test examples
 */
public record DataModel(
    String title,
    String reading,
    String spoken,
    List<String> empty,
    PlotAxis x,
    PlotAxis y,
    List<Mark> marks,
    List<Mark> held,
    List<Line> lines,
    List<Curve> curves,
    boolean residuals,
    String equation,
    String values,
    String elsewhere,
    Optional<LineHandles> handles,
    Optional<Lit> lit)
    implements CardModel {
  /**
   * An example.
   *
   * @param foot where the model predicts it, on the y axis; NaN where that is not shown
   * @param group its class from 0; 0 for a regression
   */
  public record Mark(double x, double y, double foot, int group) {}

  /** The example that is farthest from what the model predicts for it. */
  public Optional<Mark> farthest() {
    return marks.stream()
        .filter(mark -> !Double.isNaN(mark.foot()))
        .max(Comparator.comparingDouble(mark -> Math.abs(mark.y() - mark.foot())));
  }

  /** Whose line it is. */
  public enum Role {
    PRESENT,
    START,
    OTHER
  }

  /**
   * A straight line over the whole x axis.
   *
   * @param look index of the look of another run
   * @param label empty for the present line
   */
  public record Line(Role role, int look, StraightLine line, String label) {}

  /**
   * An output of the model over the x axis. Arrays are not to be modified.
   *
   * @param output from 0
   * @param look index of the look of another run
   * @param label empty for the present model
   */
  public record Curve(Role role, int output, int look, double[] x, double[] y, String label) {}

  /**
   * @param tag residual, written beside the point; empty without a residual
   */
  public record Lit(int sample, String tag, Tip tip) {}

  public DataModel {
    empty = List.copyOf(empty);
    marks = List.copyOf(marks);
    held = List.copyOf(held);
    lines = List.copyOf(lines);
    curves = List.copyOf(curves);
  }

  /**
   * Between the update before and this one: the line of the parameters between theirs, with its
   * residuals. What is written is of this one.
   *
   * @param share of the way from {@code before}, 0 to 1
   */
  public DataModel after(DataModel before, double share) {
    if (lines.isEmpty() || marks.size() != before.marks.size()) {
      return this;
    }
    List<Mark> between = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      Mark to = marks.get(i);
      double from = before.marks.get(i).foot();
      between.add(new Mark(to.x(), to.y(), from + share * (to.foot() - from), to.group()));
    }
    List<Line> moved = lines.stream().map(line -> before.line(line, share)).toList();
    return new DataModel(
        title,
        reading,
        spoken,
        empty,
        x,
        y,
        between,
        held,
        moved,
        curves,
        residuals,
        equation,
        values,
        elsewhere,
        handles.map(h -> before.handles.map(from -> h.after(from, share)).orElse(h)),
        lit);
  }

  private Line line(Line to, double share) {
    return lines.stream()
        .filter(from -> from.role() == to.role() && from.look() == to.look())
        .findFirst()
        .map(
            from -> new Line(to.role(), to.look(), to.line().after(from.line(), share), to.label()))
        .orElse(to);
  }

  /** The pictures that the view needs: the curves of models that bend. */
  public static Set<FieldRequest> wanted(ViewSpec.Data spec, Frame frame) {
    return new ModelCurves(frame, spec).wanted();
  }

  /** The view of {@code spec} of this frame; columns and runs are named by their ids. */
  public static DataModel of(
      Frame frame, ViewSpec.Data spec, Highlight highlight, Messages messages) {
    return of(frame, spec, highlight, messages, Labels.NONE);
  }

  /** The view of {@code spec} of this frame. */
  public static DataModel of(
      Frame frame, ViewSpec.Data spec, Highlight highlight, Messages messages, Labels labels) {
    return new DataModelBuilder(frame, spec, highlight, messages, labels).model();
  }

  /** Before there is anything to show. */
  public static DataModel empty(Messages messages) {
    return DataModelBuilder.empty(messages);
  }
}
