package org.ladera.ui.shell;

import java.util.List;
import org.ladera.lesson.ViewRef;
import org.ladera.present.BoundaryModel;
import org.ladera.present.ContourModel;
import org.ladera.present.CurveModel;
import org.ladera.present.DataModel;
import org.ladera.present.ExamplesModel;
import org.ladera.present.HiddenModel;
import org.ladera.present.MatrixModel;
import org.ladera.present.PerceptronModel;
import org.ladera.present.ProbabilitiesModel;
import org.ladera.present.RunsModel;
import org.ladera.present.SliceModel;
import org.ladera.present.SurfaceModel;
import org.ladera.present.UpdatesModel;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.DerivationModel;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.present.check.GradientCheckModel;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.PathsModel;
import org.ladera.ui.view.BoundaryView;
import org.ladera.ui.view.ContourView;
import org.ladera.ui.view.DataView;
import org.ladera.ui.view.ExamplesView;
import org.ladera.ui.view.HiddenSpaceView;
import org.ladera.ui.view.LossCurveView;
import org.ladera.ui.view.MatrixView;
import org.ladera.ui.view.PerceptronView;
import org.ladera.ui.view.ProbabilitiesView;
import org.ladera.ui.view.RunsView;
import org.ladera.ui.view.SliceView;
import org.ladera.ui.view.SurfaceView;
import org.ladera.ui.view.UpdatesView;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.activation.ActivationView;
import org.ladera.ui.view.activation.ChainView;
import org.ladera.ui.view.activation.DerivationView;
import org.ladera.ui.view.activation.DifferenceView;
import org.ladera.ui.view.check.GradientCheckView;
import org.ladera.ui.view.network.DeltasView;
import org.ladera.ui.view.network.NetworkView;
import org.ladera.ui.view.network.PathsView;

/** Knows the component and the model of every kind of view. */
final class Seats {
  private static final Seat.Needs NOTHING = (ref, frame) -> List.of();

  private Seats() {}

  static Seat<?> of(ViewRef ref, ViewContext context) {
    return switch (ref.kind()) {
      case DATA -> new Seat<>(ref, new DataView(context), DataModel::of, NOTHING);
      case LOSS_CURVE -> new Seat<>(ref, new LossCurveView(context), CurveModel::of, NOTHING);
      case RUNS -> new Seat<>(ref, new RunsView(context), RunsModel::of, NOTHING);
      case UPDATES ->
          new Seat<>(
              ref,
              new UpdatesView(context),
              (frame, r, brush, messages, labels) -> UpdatesModel.of(frame, r, brush, messages),
              NOTHING);
      case SURFACE ->
          new Seat<>(
              ref,
              new SurfaceView(context),
              SurfaceModel::of,
              (r, frame) -> SurfaceModel.fieldRequests(r, frame.run(r.run())));
      case CONTOUR ->
          new Seat<>(
              ref,
              new ContourView(context),
              ContourModel::of,
              (r, frame) -> ContourModel.fieldRequests(r, frame.run(r.run())));
      case SLICE ->
          new Seat<>(
              ref,
              new SliceView(context),
              SliceModel::of,
              (r, frame) -> SliceModel.fieldRequests(r, frame.run(r.run())));
      case BOUNDARY ->
          new Seat<>(ref, new BoundaryView(context), BoundaryModel::of, BoundaryModel::wanted);
      case PERCEPTRON ->
          new Seat<>(
              ref,
              new PerceptronView(context),
              (frame, r, brush, messages, labels) -> PerceptronModel.of(frame, r, messages, labels),
              NOTHING);
      case EXAMPLES ->
          new Seat<>(
              ref,
              new ExamplesView(context),
              (frame, r, brush, messages, labels) -> ExamplesModel.of(frame, r, brush, messages),
              NOTHING);
      case PROBABILITIES ->
          new Seat<>(ref, new ProbabilitiesView(context), ProbabilitiesModel::of, NOTHING);
      case GRADIENT_CHECK ->
          new Seat<>(
              ref,
              new GradientCheckView(context),
              GradientCheckModel::of,
              GradientCheckModel::wanted);
      case PATHS -> new Seat<>(ref, new PathsView(context), PathsModel::of, NOTHING);
      case MATRIX -> new Seat<>(ref, new MatrixView(context), MatrixModel::of, NOTHING);
      case ACTIVATION -> new Seat<>(ref, new ActivationView(context), ActivationModel::of, NOTHING);
      case DERIVATION ->
          new Seat<>(
              ref,
              new DerivationView(context),
              (frame, r, brush, messages, labels) -> DerivationModel.of(frame, r, brush, messages),
              NOTHING);
      case DIFFERENCE ->
          new Seat<>(
              ref,
              new DifferenceView(context),
              (frame, r, brush, messages, labels) -> DifferenceModel.of(frame, r, brush, messages),
              NOTHING);
      case CHAIN -> new Seat<>(ref, new ChainView(context), ChainModel::of, NOTHING);
      case HIDDEN_SPACE ->
          new Seat<>(ref, new HiddenSpaceView(context), HiddenModel::of, HiddenModel::wanted);
      case NETWORK ->
          new Seat<>(
              ref,
              new NetworkView(context),
              NetworkModel::of,
              (r, frame) -> NetworkModel.fieldRequests(r, frame.run(r.run())));
      case DELTAS -> new Seat<>(ref, new DeltasView(context), DeltasModel::of, NOTHING);
    };
  }
}
