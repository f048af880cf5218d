package org.ladera.present.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ladera.engine.data.Dataset;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.data.DataModel.Curve;
import org.ladera.present.data.DataModel.Role;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.OtherRuns;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** The outputs of networks of one input that bend, over the axis of that input. */
final class ModelCurves {
  private static final int POINTS = 161;

  private final Frame frame;
  private final ViewSpec.Data spec;
  private final RunFrame own;
  private final ExamplePoints points;

  ModelCurves(Frame frame, ViewSpec.Data spec) {
    this.frame = frame;
    this.spec = spec;
    own = frame.run(spec.run());
    points = ExamplePoints.of(own.experiment(), spec.raw());
  }

  /** Of every model that bends; a line needs no picture, and two inputs have no curve. */
  Set<FieldRequest> wanted() {
    Set<FieldRequest> wanted = new HashSet<>();
    request(own, false).ifPresent(wanted::add);
    request(own, true).ifPresent(wanted::add);
    for (RunFrame other : OtherRuns.of(frame, spec.run(), spec.runs())) {
      request(other, false).ifPresent(wanted::add);
    }
    return wanted;
  }

  private Optional<FieldRequest.OutputCurves> request(RunFrame run, boolean atStart) {
    if (!bends(run) || (atStart && run.update() == 0)) {
      return Optional.empty();
    }
    Dataset data = run.experiment().data();
    Scale across = points.across();
    double left = across.min();
    double right = across.max();
    Axis x =
        points.raw()
            ? new Axis(
                data.inputScaling().apply(0, left), data.inputScaling().apply(0, right), POINTS)
            : new Axis(left, right, POINTS);
    return Optional.of(new FieldRequest.OutputCurves(run.id(), atStart, x));
  }

  private static boolean bends(RunFrame run) {
    return run.experiment().network().inputs() == 1
        && StraightLine.of(run.experiment().network(), run.parameters()).isEmpty();
  }

  /** One curve for each output; none until they were computed. */
  List<Curve> of(RunFrame run, boolean atStart, Role role, int look, String label) {
    Optional<FieldRequest.OutputCurves> request = request(run, atStart);
    return request
        .map(frame.fields()::get)
        .map(field -> curves(run, field, role, look, label))
        .orElse(List.of());
  }

  private List<Curve> curves(RunFrame run, Field field, Role role, int look, String label) {
    Dataset data = run.experiment().data();
    ExamplePoints shown = new ExamplePoints(data, List.of(), spec.raw());
    double[] across = new double[field.x().count()];
    for (int i = 0; i < across.length; i++) {
      double x = field.x().at(i);
      across[i] = spec.raw() ? data.inputScaling().invert(0, x) : x;
    }
    List<Curve> curves = new ArrayList<>();
    for (int j = 0; j < run.experiment().network().outputs(); j++) {
      double[] up = new double[across.length];
      for (int i = 0; i < up.length; i++) {
        up[i] = shown.target(j, field.get(i, j));
      }
      curves.add(new Curve(role, j, look, across, up, j == 0 ? label : ""));
    }
    return curves;
  }
}
