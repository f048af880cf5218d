package org.ladera.present.decision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
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
 * What a network of two inputs says over their plane, with the examples in it. All coordinates are
 * as the network sees them.
 *
 * @param reading how many examples are classified right; empty when the targets are not classes
 * @param spoken the whole state in words
 * @param empty what to say instead of a plane; none when there is one
 * @param background the outputs over the plane; empty until they are computed
 * @param classes their names
 * @param lit the brushed example
 * @param probe reads the output anywhere
 * @param edit the examples to be changed by hand, where the lesson allows it
 */
public record BoundaryModel(
    String title,
    String reading,
    String spoken,
    List<String> empty,
    PlotAxis x,
    PlotAxis y,
    Optional<BackgroundField> background,
    List<Mark> marks,
    List<String> classes,
    Optional<Lit> lit,
    Optional<Probe> probe,
    Optional<Dataset> edit)
    implements CardModel {
  /**
   * An example.
   *
   * @param group its class from 0
   * @param wrong whether the network gives it to another class
   * @param value the output for it, written beside it where there are few; may be empty
   */
  public record Mark(double x, double y, int group, boolean wrong, String value) {}

  public record Lit(int sample, Tip tip) {}

  public BoundaryModel {
    empty = List.copyOf(empty);
    marks = List.copyOf(marks);
    classes = List.copyOf(classes);
  }

  /** The view of {@code spec} of this frame. */
  public static BoundaryModel of(
      Frame frame, ViewSpec.Boundary spec, Highlight highlight, Messages messages, Labels labels) {
    return new BoundaryModelBuilder(frame, spec, highlight, messages, labels).model();
  }

  /** The pictures this view needs. */
  public static Collection<FieldRequest> wanted(ViewSpec.Boundary spec, Frame frame) {
    return InputPlane.wanted(spec.run(), InputPlane.of(frame.run(spec.run()), spec));
  }
}
