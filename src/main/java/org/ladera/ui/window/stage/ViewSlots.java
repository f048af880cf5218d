package org.ladera.ui.window.stage;

import java.util.function.Function;
import org.ladera.lesson.model.FigureView;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.activation.ActivationModel;
import org.ladera.present.activation.ChainModel;
import org.ladera.present.activation.DerivationModel;
import org.ladera.present.activation.DifferenceModel;
import org.ladera.present.check.GradientCheckModel;
import org.ladera.present.convolution.KernelModel;
import org.ladera.present.convolution.TensorsModel;
import org.ladera.present.data.DataModel;
import org.ladera.present.data.ExamplesModel;
import org.ladera.present.decision.BoundariesModel;
import org.ladera.present.decision.BoundaryModel;
import org.ladera.present.decision.HiddenModel;
import org.ladera.present.graph.GraphModel;
import org.ladera.present.images.BatchVarianceModel;
import org.ladera.present.images.ConfusionModel;
import org.ladera.present.images.DrawModel;
import org.ladera.present.images.EvidenceModel;
import org.ladera.present.images.ExampleGradientsModel;
import org.ladera.present.images.ImagesModel;
import org.ladera.present.images.RaiseModel;
import org.ladera.present.images.WeightsModel;
import org.ladera.present.loss.ContourModel;
import org.ladera.present.loss.CurveModel;
import org.ladera.present.loss.DialModel;
import org.ladera.present.loss.RatesModel;
import org.ladera.present.loss.SliceModel;
import org.ladera.present.loss.StabilityModel;
import org.ladera.present.loss.SurfaceModel;
import org.ladera.present.network.BricksModel;
import org.ladera.present.network.DeltasModel;
import org.ladera.present.network.LayersModel;
import org.ladera.present.network.LogLossModel;
import org.ladera.present.network.MatrixModel;
import org.ladera.present.network.MovesModel;
import org.ladera.present.network.NetworkModel;
import org.ladera.present.network.NormsModel;
import org.ladera.present.network.PathsModel;
import org.ladera.present.network.ProbabilitiesModel;
import org.ladera.present.runs.MemoryModel;
import org.ladera.present.runs.PerceptronLinesModel;
import org.ladera.present.runs.PerceptronModel;
import org.ladera.present.runs.RankingModel;
import org.ladera.present.runs.RunsModel;
import org.ladera.present.runs.UpdatesModel;
import org.ladera.present.sweep.SweepModel;
import org.ladera.session.sweep.Sweep;
import org.ladera.session.sweep.SweepState;
import org.ladera.ui.plot.TableCard;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.activation.ActivationView;
import org.ladera.ui.view.activation.ChainView;
import org.ladera.ui.view.activation.DerivationView;
import org.ladera.ui.view.activation.DifferenceView;
import org.ladera.ui.view.check.GradientCheckView;
import org.ladera.ui.view.convolution.KernelView;
import org.ladera.ui.view.convolution.TensorsView;
import org.ladera.ui.view.data.DataView;
import org.ladera.ui.view.data.ExamplesView;
import org.ladera.ui.view.decision.BoundariesView;
import org.ladera.ui.view.decision.BoundaryView;
import org.ladera.ui.view.decision.HiddenSpaceView;
import org.ladera.ui.view.graph.GraphView;
import org.ladera.ui.view.images.BatchVarianceView;
import org.ladera.ui.view.images.ConfusionView;
import org.ladera.ui.view.images.DrawView;
import org.ladera.ui.view.images.EvidenceView;
import org.ladera.ui.view.images.ImagesView;
import org.ladera.ui.view.images.RaiseView;
import org.ladera.ui.view.images.WeightsImageView;
import org.ladera.ui.view.loss.ContourView;
import org.ladera.ui.view.loss.DialView;
import org.ladera.ui.view.loss.LossCurveView;
import org.ladera.ui.view.loss.RatesView;
import org.ladera.ui.view.loss.SliceView;
import org.ladera.ui.view.loss.StabilityView;
import org.ladera.ui.view.loss.SurfaceView;
import org.ladera.ui.view.network.BricksView;
import org.ladera.ui.view.network.DeltasView;
import org.ladera.ui.view.network.HeatMapView;
import org.ladera.ui.view.network.LayersView;
import org.ladera.ui.view.network.LogLossView;
import org.ladera.ui.view.network.MovesView;
import org.ladera.ui.view.network.NetworkView;
import org.ladera.ui.view.network.NormsView;
import org.ladera.ui.view.network.PathsView;
import org.ladera.ui.view.network.ProbabilitiesView;
import org.ladera.ui.view.runs.MemoryView;
import org.ladera.ui.view.runs.PerceptronLinesView;
import org.ladera.ui.view.runs.PerceptronView;
import org.ladera.ui.view.runs.RankingView;
import org.ladera.ui.view.runs.RunsView;
import org.ladera.ui.view.runs.UpdatesView;
import org.ladera.ui.view.sweep.SweepView;

/** Knows the component and the model of every kind of view. */
final class ViewSlots {
  private ViewSlots() {}

  /** A view of a frame alone: nothing is known of sweeps. */
  static ViewSlot<?, ?> of(ViewSpec view, ViewContext context) {
    return of(view, context, SweepState::none);
  }

  /**
   * @param sweeps what is known of a sweep
   */
  static ViewSlot<?, ?> of(ViewSpec view, ViewContext context, Function<Sweep, SweepState> sweeps) {
    return switch (view) {
      case ViewSpec.Data v ->
          new ViewSlot<>(v, new DataView(context), DataModel::of, DataModel::wanted);
      case ViewSpec.LossCurve v -> new ViewSlot<>(v, new LossCurveView(context), CurveModel::of);
      case ViewSpec.Runs v ->
          new ViewSlot<>(
              v,
              new RunsView(context),
              (frame, s, highlight, messages, labels) ->
                  RunsModel.of(frame, s, highlight, messages, labels).table());
      case RaceView.Rates v ->
          new ViewSlot<>(
              v,
              new RatesView(context),
              (frame, s, _, messages, labels) -> RatesModel.of(frame, s, messages, labels));
      case RaceView.Ranking v -> new ViewSlot<>(v, new RankingView(context), RankingModel::of);
      case RaceView.Memory v -> new ViewSlot<>(v, new MemoryView(context), MemoryModel::of);
      case RaceView.Dial v -> new ViewSlot<>(v, new DialView(context), DialModel::of);
      case RaceView.Stability v ->
          new ViewSlot<>(v, new StabilityView(context), StabilityModel::of);
      case ViewSpec.Updates v ->
          new ViewSlot<>(
              v,
              new UpdatesView(context),
              (frame, s, highlight, messages, labels) ->
                  UpdatesModel.of(frame, s, highlight, messages, labels).table());
      case ViewSpec.Surface v ->
          new ViewSlot<>(v, new SurfaceView(context), SurfaceModel::of, SurfaceModel::wanted);
      case ViewSpec.Contour v ->
          new ViewSlot<>(v, new ContourView(context), ContourModel::of, ContourModel::wanted);
      case ViewSpec.Slice v ->
          new ViewSlot<>(v, new SliceView(context), SliceModel::of, SliceModel::wanted);
      case ViewSpec.Boundary v ->
          new ViewSlot<>(v, new BoundaryView(context), BoundaryModel::of, BoundaryModel::wanted);
      case ViewSpec.Boundaries v ->
          new ViewSlot<>(
              v, new BoundariesView(context), BoundariesModel::of, BoundariesModel::wanted);
      case ViewSpec.PerceptronLines v ->
          new ViewSlot<>(
              v,
              new PerceptronLinesView(context),
              (frame, s, _, messages, labels) ->
                  PerceptronLinesModel.of(frame, s, messages, labels));
      case ViewSpec.Perceptron v ->
          new ViewSlot<>(
              v,
              new PerceptronView(context),
              (frame, s, _, messages, labels) -> PerceptronModel.of(frame, s, messages, labels));
      case ViewSpec.Examples v ->
          new ViewSlot<>(
              v,
              new ExamplesView(context),
              (frame, s, highlight, messages, _) ->
                  ExamplesModel.of(frame, s, highlight, messages).table());
      case ViewSpec.Probabilities v ->
          new ViewSlot<>(v, new ProbabilitiesView(context), ProbabilitiesModel::of);
      case ViewSpec.GradientCheck v ->
          new ViewSlot<>(
              v,
              new GradientCheckView(context),
              GradientCheckModel::of,
              GradientCheckModel::wanted,
              ViewSpec.GradientCheck::choosing);
      case ViewSpec.Paths v -> new ViewSlot<>(v, new PathsView(context), PathsModel::of);
      case ViewSpec.Graph v -> new ViewSlot<>(v, new GraphView(context), GraphModel::of);
      case ViewSpec.Matrix v -> new ViewSlot<>(v, new HeatMapView(context), MatrixModel::of);
      case ViewSpec.Activation v ->
          new ViewSlot<>(v, new ActivationView(context), ActivationModel::of);
      case ViewSpec.Derivation v ->
          new ViewSlot<>(
              v,
              new DerivationView(context),
              (frame, s, highlight, messages, _) ->
                  DerivationModel.of(frame, s, highlight, messages));
      case ViewSpec.Difference v ->
          new ViewSlot<>(
              v,
              new DifferenceView(context),
              (frame, s, highlight, messages, _) ->
                  DifferenceModel.of(frame, s, highlight, messages));
      case ViewSpec.Chain v -> new ViewSlot<>(v, new ChainView(context), ChainModel::of);
      case ViewSpec.HiddenSpace v ->
          new ViewSlot<>(v, new HiddenSpaceView(context), HiddenModel::of, HiddenModel::wanted);
      case ViewSpec.Network v ->
          new ViewSlot<>(v, new NetworkView(context), NetworkModel::of, NetworkModel::wanted);
      case FigureView.Bricks v -> new ViewSlot<>(v, new BricksView(context), BricksModel::of);
      case FigureView.LogLoss v -> new ViewSlot<>(v, new LogLossView(context), LogLossModel::of);
      case PictureView.Images v -> new ViewSlot<>(v, new ImagesView(context), ImagesModel::of);
      case PictureView.WeightsImage v ->
          new ViewSlot<>(v, new WeightsImageView(context), WeightsModel::of);
      case PictureView.Confusion v ->
          new ViewSlot<>(v, new ConfusionView(context), ConfusionModel::of);
      case SpreadView.Layers v ->
          new ViewSlot<>(v, new LayersView(context), LayersModel::of, LayersModel::wanted);
      case PictureView.Draw v -> new ViewSlot<>(v, new DrawView(context), DrawModel::of);
      case PictureView.Raise v -> new ViewSlot<>(v, new RaiseView(context), RaiseModel::of);
      case PictureView.ExampleGradients v ->
          new ViewSlot<>(v, new TableCard(context, row -> {}), ExampleGradientsModel::of);
      case PictureView.BatchVariance v ->
          new ViewSlot<>(v, new BatchVarianceView(context), BatchVarianceModel::of);
      case PictureView.Evidence v ->
          new ViewSlot<>(v, new EvidenceView(context), EvidenceModel::of);
      case PictureView.Kernel v -> new ViewSlot<>(v, new KernelView(context), KernelModel::of);
      case PictureView.Tensors v -> new ViewSlot<>(v, new TensorsView(context), TensorsModel::of);
      case SpreadView.Norms v -> new ViewSlot<>(v, new NormsView(context), NormsModel::of);
      case SpreadView.Moves v -> new ViewSlot<>(v, new MovesView(context), MovesModel::of);
      case SpreadView.Sweep v ->
          new ViewSlot<>(
              v,
              new SweepView(context),
              (frame, s, _, messages, labels) -> SweepModel.of(frame, s, sweeps, messages, labels));
      case ViewSpec.Deltas v -> new ViewSlot<>(v, new DeltasView(context), DeltasModel::of);
    };
  }
}
