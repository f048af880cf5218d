package org.ladera.ui.window.stage;

import java.util.List;
import org.ladera.lesson.model.ViewRef;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.DerivationModel;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.present.check.GradientCheckModel;
import org.ladera.present.data.DataModel;
import org.ladera.present.data.ExamplesModel;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.loss.SliceModel;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.MatrixModel;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.PathsModel;
import org.ladera.present.network.ProbabilitiesModel;
import org.ladera.present.runs.PerceptronModel;
import org.ladera.present.runs.RunsModel;
import org.ladera.present.runs.UpdatesModel;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.activation.ActivationView;
import org.ladera.ui.view.activation.ChainView;
import org.ladera.ui.view.activation.DerivationView;
import org.ladera.ui.view.activation.DifferenceView;
import org.ladera.ui.view.check.GradientCheckView;
import org.ladera.ui.view.data.DataView;
import org.ladera.ui.view.data.ExamplesView;
import org.ladera.ui.view.decision.BoundaryView;
import org.ladera.ui.view.decision.HiddenSpaceView;
import org.ladera.ui.view.loss.ContourView;
import org.ladera.ui.view.loss.LossCurveView;
import org.ladera.ui.view.loss.SliceView;
import org.ladera.ui.view.loss.SurfaceView;
import org.ladera.ui.view.network.DeltasView;
import org.ladera.ui.view.network.HeatMapView;
import org.ladera.ui.view.network.NetworkView;
import org.ladera.ui.view.network.PathsView;
import org.ladera.ui.view.network.ProbabilitiesView;
import org.ladera.ui.view.runs.PerceptronView;
import org.ladera.ui.view.runs.RunsView;
import org.ladera.ui.view.runs.UpdatesView;

/** Knows the component and the model of every kind of view. */
final class ViewSlots {
  private static final ViewSlot.Needs NOTHING = (ref, frame) -> List.of();

  private ViewSlots() {}

  static ViewSlot<?> of(ViewRef ref, ViewContext context) {
    return switch (ref.kind()) {
      case DATA -> new ViewSlot<>(ref, new DataView(context), DataModel::of, NOTHING);
      case LOSS_CURVE -> new ViewSlot<>(ref, new LossCurveView(context), CurveModel::of, NOTHING);
      case RUNS -> new ViewSlot<>(ref, new RunsView(context), RunsModel::of, NOTHING);
      case UPDATES ->
          new ViewSlot<>(
              ref,
              new UpdatesView(context),
              (frame, r, brush, messages, labels) -> UpdatesModel.of(frame, r, brush, messages),
              NOTHING);
      case SURFACE ->
          new ViewSlot<>(
              ref,
              new SurfaceView(context),
              SurfaceModel::of,
              (r, frame) -> SurfaceModel.fieldRequests(r, frame.run(r.run())));
      case CONTOUR ->
          new ViewSlot<>(
              ref,
              new ContourView(context),
              ContourModel::of,
              (r, frame) -> ContourModel.fieldRequests(r, frame.run(r.run())));
      case SLICE ->
          new ViewSlot<>(
              ref,
              new SliceView(context),
              SliceModel::of,
              (r, frame) -> SliceModel.fieldRequests(r, frame.run(r.run())));
      case BOUNDARY ->
          new ViewSlot<>(ref, new BoundaryView(context), BoundaryModel::of, BoundaryModel::wanted);
      case PERCEPTRON ->
          new ViewSlot<>(
              ref,
              new PerceptronView(context),
              (frame, r, brush, messages, labels) -> PerceptronModel.of(frame, r, messages, labels),
              NOTHING);
      case EXAMPLES ->
          new ViewSlot<>(
              ref,
              new ExamplesView(context),
              (frame, r, brush, messages, labels) -> ExamplesModel.of(frame, r, brush, messages),
              NOTHING);
      case PROBABILITIES ->
          new ViewSlot<>(ref, new ProbabilitiesView(context), ProbabilitiesModel::of, NOTHING);
      case GRADIENT_CHECK ->
          new ViewSlot<>(
              ref,
              new GradientCheckView(context),
              GradientCheckModel::of,
              GradientCheckModel::wanted);
      case PATHS -> new ViewSlot<>(ref, new PathsView(context), PathsModel::of, NOTHING);
      case MATRIX -> new ViewSlot<>(ref, new HeatMapView(context), MatrixModel::of, NOTHING);
      case ACTIVATION ->
          new ViewSlot<>(ref, new ActivationView(context), ActivationModel::of, NOTHING);
      case DERIVATION ->
          new ViewSlot<>(
              ref,
              new DerivationView(context),
              (frame, r, brush, messages, labels) -> DerivationModel.of(frame, r, brush, messages),
              NOTHING);
      case DIFFERENCE ->
          new ViewSlot<>(
              ref,
              new DifferenceView(context),
              (frame, r, brush, messages, labels) -> DifferenceModel.of(frame, r, brush, messages),
              NOTHING);
      case CHAIN -> new ViewSlot<>(ref, new ChainView(context), ChainModel::of, NOTHING);
      case HIDDEN_SPACE ->
          new ViewSlot<>(ref, new HiddenSpaceView(context), HiddenModel::of, HiddenModel::wanted);
      case NETWORK ->
          new ViewSlot<>(
              ref,
              new NetworkView(context),
              NetworkModel::of,
              (r, frame) -> NetworkModel.fieldRequests(r, frame.run(r.run())));
      case DELTAS -> new ViewSlot<>(ref, new DeltasView(context), DeltasModel::of, NOTHING);
    };
  }
}
