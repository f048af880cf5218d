package org.ladera.store.lesson;

import org.ladera.lesson.model.ExamplePart;
import org.ladera.lesson.model.FigureView;
import org.ladera.lesson.model.KnownNumbers;
import org.ladera.lesson.model.MapNote;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.SweepMode;
import org.ladera.lesson.model.UnitRule;
import org.ladera.lesson.model.ViewKind;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;

/**
 * One entry of the list {@code views}: its kind, its run and its options, each of the right form.
 */
final class ViewReader {
  private static final Kinds<ViewKind> KINDS = new Kinds<>("view", ViewKind.values());

  private final Scene scene;

  ViewReader(Scene scene) {
    this.scene = scene;
  }

  ViewSpec read(FieldReader step, Node item, String field) {
    ViewKind kind = KINDS.of(step, item, field);
    OptionReader o = new OptionReader(KINDS.fields(step, item, field, kind.fields()), scene);
    String run = o.run();
    return switch (kind) {
      case DATA ->
          new ViewSpec.Data(
              run, o.flag("residuals", true), o.flag("drag", false), o.flag("raw", true), o.runs());
      case SURFACE -> new ViewSpec.Surface(run, o.plane(), o.flag("log", true), o.runs());
      case CONTOUR ->
          new ViewSpec.Contour(
              run,
              o.plane(),
              o.flag("log", true),
              o.runs(),
              o.runIfAny("lens"),
              o.flag("eigen", false),
              o.words("shows", MapNote.values()));
      case LOSS_CURVE ->
          new ViewSpec.LossCurve(run, o.flag("log", true), o.runs(), o.positiveIfAny("below"));
      case SLICE ->
          new ViewSpec.Slice(
              run,
              o.parameter("u"),
              o.required("range"),
              o.numbers("marks"),
              o.flag("secant", false));
      case UPDATES ->
          new ViewSpec.Updates(
              run,
              o.parameters("parameters"),
              o.decimals("digits"),
              o.flag("truncate", false),
              o.wholes("rows", 0).stream().map(Integer::longValue).toList(),
              o.flag("steps", false));
      case RANKING -> new RaceView.Ranking(run, o.positive("below"), o.runs(), o.name("check"));
      case MEMORY -> new RaceView.Memory(run, o.parameters("parameters"), o.runs());
      case DIAL -> new RaceView.Dial(run, o.parameter("u"), o.parameter("v"));
      case STABILITY -> new RaceView.Stability(run, o.range("rates"));
      case RUNS -> new ViewSpec.Runs(run, o.readings(), o.runs());
      case RATES -> new RaceView.Rates(run, o.rates("range"), o.runs());
      case BOUNDARY ->
          new ViewSpec.Boundary(run, o.range("xRange"), o.range("yRange"), o.flag("edit", false));
      case BOUNDARIES ->
          new ViewSpec.Boundaries(run, o.runs(), o.range("xRange"), o.range("yRange"));
      case HIDDEN_SPACE ->
          new ViewSpec.HiddenSpace(run, o.whole("layer", 0).orElse(1), o.pair("units"));
      case NETWORK ->
          new ViewSpec.Network(
              run, o.range("xRange"), o.range("yRange"), o.whole("sample", 1), o.whole("layer", 1));
      case DELTAS -> new ViewSpec.Deltas(run, o.whole("sample", 1));
      case LAYERS -> new SpreadView.Layers(run, o.columns("of"), o.flag("own", false));
      case NORMS -> new SpreadView.Norms(run, o.runs());
      case MOVES -> new SpreadView.Moves(run);
      case SWEEP ->
          new SpreadView.Sweep(
              run,
              o.varied("vary"),
              o.whole("seeds", 1).orElse(1),
              o.readings(),
              o.flag("log", false));
      case PERCEPTRON ->
          new ViewSpec.Perceptron(run, o.word("rule", UnitRule.values(), UnitRule.PERCEPTRON));
      case PERCEPTRON_LINES ->
          new ViewSpec.PerceptronLines(run, o.range("xRange"), o.range("yRange"));
      case EXAMPLES -> new ViewSpec.Examples(run, o.decimal("digits"));
      case PROBABILITIES ->
          new ViewSpec.Probabilities(
              run, o.whole("sample", 1), o.range("range"), o.flag("targets", false));
      case MATRIX -> new ViewSpec.Matrix(run, o.whole("sample", 1), o.whole("layer", 1));
      case ACTIVATION ->
          new ViewSpec.Activation(
              run,
              o.unit(),
              o.range("range"),
              o.range("height"),
              o.runs(),
              o.flag("input", false),
              o.flag("all", false));
      case DERIVATION -> new ViewSpec.Derivation(run, o.unit());
      case DIFFERENCE -> new ViewSpec.Difference(run, o.range("range"));
      case CHAIN -> new ViewSpec.Chain(run, o.whole("sample", 1), o.runs());
      case GRADIENT_CHECK ->
          new ViewSpec.GradientCheck(run, o.parameterIfAny("parameter"), o.flag("own", false));
      case PATHS -> new ViewSpec.Paths(run, o.parameter("parameter"), o.whole("sample", 1));
      case GRAPH ->
          new ViewSpec.Graph(
              run,
              o.unit(),
              o.word("mode", SweepMode.values(), SweepMode.REVERSE),
              o.parameterIfAny("by"),
              o.word("known", KnownNumbers.values(), KnownNumbers.ALL));
      case BRICKS -> new FigureView.Bricks(run, o.whole("layer", 1));
      case LOG_LOSS -> new FigureView.LogLoss(run);
      case IMAGES -> new PictureView.Images(run, part(o));
      case WEIGHTS_IMAGE ->
          new PictureView.WeightsImage(run, o.whole("layer", 1), o.whole("sample", 1));
      case CONFUSION -> new PictureView.Confusion(run, part(o));
      case DRAW -> new PictureView.Draw(run, o.whole("digit", 0));
      case EVIDENCE -> new PictureView.Evidence(run, o.whole("sample", 1));
      case KERNEL ->
          new PictureView.Kernel(
              run, o.whole("layer", 1), o.whole("filter", 1), o.whole("sample", 1));
      case TENSORS -> new PictureView.Tensors(run);
      case RAISE -> new PictureView.Raise(run, o.whole("unit", 1), o.whole("sample", 1));
      case EXAMPLE_GRADIENTS ->
          new PictureView.ExampleGradients(run, o.parametersIfAny("parameters"));
      case BATCH_VARIANCE -> new PictureView.BatchVariance(run, o.parametersIfAny("parameters"));
    };
  }

  private static ExamplePart part(OptionReader options) {
    return options.word("part", ExamplePart.values(), ExamplePart.TRAIN);
  }
}
