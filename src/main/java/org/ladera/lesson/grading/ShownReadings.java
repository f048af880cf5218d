package org.ladera.lesson.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.lesson.model.FigureView;
import org.ladera.lesson.model.PictureView;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.SpreadView;
import org.ladera.lesson.model.UnitChoice;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.session.reading.JacobianReading;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.MemoryReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.RunReading;
import org.ladera.session.reading.SampleLoss;
import org.ladera.session.reading.SampleReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.reading.SecantReading;
import org.ladera.session.reading.UnitReading;

/** Which readings a view writes on the screen at first sight, without a pointer over it. */
final class ShownReadings {
  /** Views of more parameters than these write none of them. */
  private static final int FEW = 3;

  private final Scene scene;

  ShownReadings(Scene scene) {
    this.scene = scene;
  }

  /** Those of one view. */
  List<RunReading> of(ViewSpec view) {
    return switch (view) {
      case ViewSpec.Data data ->
          Stream.of(ParameterReading.Form.NOW, ParameterReading.Form.SOURCE)
              .flatMap(form -> in(data.run(), parameters(data.run(), form, FEW)).stream())
              .toList();
      case ViewSpec.Surface surface -> over(surface);
      case ViewSpec.Contour contour -> over(contour);
      case ViewSpec.LossCurve curve ->
          Stream.concat(Stream.of(curve.run()), curve.runs().stream())
              .distinct()
              .flatMap(run -> in(run, List.of(LossReading.NOW, LossReading.OPTIMUM)).stream())
              .toList();
      case ViewSpec.Slice slice -> over(slice.run(), List.of(slice.u()));
      case ViewSpec.Updates updates ->
          in(
              updates.run(),
              updates.parameters().stream()
                  .<Reading>map(p -> new ParameterReading(ParameterReading.Form.NOW, p))
                  .toList());
      case ViewSpec.Runs runs ->
          scene.runs().stream()
              .map(Scene.Run::id)
              .filter(id -> runs.runs().isEmpty() || runs.runs().contains(id))
              .flatMap(id -> in(id, runs.readings()).stream())
              .toList();
      case RaceView.Ranking ranking ->
          scene.runs().stream()
              .map(Scene.Run::id)
              .filter(id -> ranking.runs().isEmpty() || ranking.runs().contains(id))
              .flatMap(id -> in(id, List.of(LossReading.NOW)).stream())
              .toList();
      case RaceView.Memory memory ->
          Stream.concat(Stream.of(memory.run()), memory.runs().stream())
              .distinct()
              .flatMap(id -> in(id, kept(id, memory.parameters())).stream())
              .toList();
      case RaceView.Dial dial -> in(dial.run(), List.of(Scalar.GRADIENT_NORM));
      case RaceView.Stability stability ->
          in(stability.run(), List.of(Scalar.PER_DIGIT, Scalar.STABLE_RATE));
      case ViewSpec.Network network ->
          in(
              network.run(),
              join(
                  parameters(network.run(), ParameterReading.Form.NOW, Integer.MAX_VALUE),
                  units(network.run(), UnitReading.What.A, network.sample())));
      case ViewSpec.Deltas deltas ->
          in(deltas.run(), units(deltas.run(), UnitReading.What.DELTA, OptionalInt.empty()));
      case SpreadView.Layers layers -> in(layers.run(), spreads(layers));
      // Shapes and colours without numbers, and points whose numbers are not written.
      case FigureView.Bricks _, FigureView.LogLoss _, SpreadView.Norms _, SpreadView.Moves _ ->
          List.of();
      case ViewSpec.Examples examples -> in(examples.run(), examples(examples.run()));
      case ViewSpec.Probabilities probabilities ->
          in(probabilities.run(), lastLayer(probabilities.run(), probabilities.sample()));
      case ViewSpec.Matrix matrix -> in(matrix.run(), jacobian(matrix));
      case ViewSpec.Activation activation -> in(activation.run(), unit(activation.at()));
      case ViewSpec.Derivation derivation -> in(derivation.run(), unit(derivation.at()));
      case ViewSpec.Difference difference ->
          in(
              difference.run(),
              List.of(
                  new SecantReading(false, 1, 1, 3, 1),
                  new UnitReading(UnitReading.What.SLOPE, 1, 2, 1)));
      case ViewSpec.Chain chain ->
          in(chain.run(), units(chain.run(), UnitReading.What.THROUGH, chain.sample()));
      case ViewSpec.GradientCheck check ->
          in(
              check.run(),
              parameters(check.run(), ParameterReading.Form.GRADIENT, Integer.MAX_VALUE));
      case ViewSpec.Paths paths ->
          in(
              paths.run(),
              List.of(new ParameterReading(ParameterReading.Form.GRADIENT, paths.parameter())));
      case PictureView.Kernel kernel ->
          in(kernel.run(), units(kernel.run(), UnitReading.What.Z, kernel.sample()));
      case PictureView.Images _,
          PictureView.WeightsImage _,
          PictureView.Confusion _,
          PictureView.Draw _,
          PictureView.Evidence _,
          PictureView.Tensors _,
          PictureView.BatchVariance _,
          PictureView.Raise _ ->
          List.of();
      case PictureView.ExampleGradients all ->
          in(
              all.run(),
              all.parameters().stream()
                  .<Reading>map(p -> new ParameterReading(ParameterReading.Form.GRADIENT, p))
                  .toList());
      case SpreadView.Sweep _ -> List.of();
      case RaceView.Rates rates -> in(rates.run(), List.of(Scalar.STABLE_RATE));
      case ViewSpec.Boundary _,
          ViewSpec.Boundaries _,
          ViewSpec.HiddenSpace _,
          ViewSpec.Perceptron _,
          ViewSpec.PerceptronLines _,
          ViewSpec.Graph _ ->
          List.of();
    };
  }

  private List<RunReading> over(ViewSpec.OverParameters view) {
    return join(
        over(view.run(), List.of()),
        in(view.run(), parameters(view.run(), ParameterReading.Form.NOW, FEW)));
  }

  private List<RunReading> over(String run, List<ParameterRef> axes) {
    List<Reading> readings = new ArrayList<>();
    readings.add(LossReading.NOW);
    axes.forEach(axis -> readings.add(new ParameterReading(ParameterReading.Form.NOW, axis)));
    return in(run, readings);
  }

  /** Gradient, memories and rate of some parameters. */
  private List<Reading> kept(String run, List<ParameterRef> parameters) {
    List<Reading> all = new ArrayList<>();
    for (ParameterRef p : parameters) {
      all.add(new ParameterReading(ParameterReading.Form.GRADIENT, p));
      MemoryReading.kept(experiment(run).optimizer())
          .forEach(letter -> all.add(new MemoryReading(letter, p)));
      all.add(MemoryReading.effective(p));
    }
    return all;
  }

  private List<Reading> parameters(String run, ParameterReading.Form form, int most) {
    ParameterLayout layout = new ParameterLayout(experiment(run).network());
    return layout.count() > most
        ? List.of()
        : IntStream.range(0, layout.count())
            .<Reading>mapToObj(i -> new ParameterReading(form, layout.refAt(i)))
            .toList();
  }

  /** Of all layers, for one example or all. */
  private List<Reading> units(String run, UnitReading.What what, OptionalInt sample) {
    List<Reading> all = new ArrayList<>();
    for (int layer = 1; layer <= experiment(run).network().layers().size(); layer++) {
      all.addAll(units(run, what, layer, sample));
    }
    return all;
  }

  private List<Reading> units(String run, UnitReading.What what, int layer, OptionalInt sample) {
    Experiment e = experiment(run);
    List<Reading> all = new ArrayList<>();
    int first = sample.orElse(1);
    int last = sample.orElse(e.data().size());
    for (int example = first; example <= last; example++) {
      for (int unit = 1; unit <= e.network().layers().get(layer - 1).units(); unit++) {
        all.add(new UnitReading(what, layer, example, unit));
      }
    }
    return all;
  }

  private List<Reading> spreads(SpreadView.Layers view) {
    List<Reading> all = new ArrayList<>();
    for (int layer = 1; layer <= experiment(view.run()).network().layers().size(); layer++) {
      for (LayerReading.Of of : view.columns()) {
        all.add(new LayerReading(LayerReading.What.DEVIATION, of, layer));
      }
      all.add(new LayerReading(LayerReading.What.SATURATED, LayerReading.Of.A, layer));
      all.add(new LayerReading(LayerReading.What.DEAD, LayerReading.Of.A, layer));
    }
    return all;
  }

  private List<Reading> examples(String run) {
    List<Reading> all = new ArrayList<>();
    for (int i = 1; i <= experiment(run).data().size(); i++) {
      all.add(new SampleLoss(i));
      for (int k = 1; k <= experiment(run).network().outputs(); k++) {
        all.add(SampleReading.prediction(i, k));
      }
    }
    return all;
  }

  private List<Reading> lastLayer(String run, OptionalInt sample) {
    int last = experiment(run).network().layers().size();
    return Stream.of(UnitReading.What.Z, UnitReading.What.EXPONENTIAL, UnitReading.What.A)
        .flatMap(what -> units(run, what, last, sample).stream())
        .toList();
  }

  private List<Reading> jacobian(ViewSpec.Matrix view) {
    Experiment e = experiment(view.run());
    int layer = view.layer().orElse(e.network().layers().size());
    int units = e.network().layers().get(layer - 1).units();
    List<Reading> all = new ArrayList<>();
    for (int j = 1; j <= units; j++) {
      for (int k = 1; k <= units; k++) {
        all.add(new JacobianReading(layer, view.sample().orElse(1), j, k));
      }
    }
    return all;
  }

  private static List<Reading> unit(UnitChoice at) {
    return Stream.of(UnitReading.What.Z, UnitReading.What.A, UnitReading.What.SLOPE)
        .<Reading>map(what -> new UnitReading(what, at.layer(), at.sample().orElse(1), at.unit()))
        .toList();
  }

  private static List<RunReading> in(String run, List<? extends Reading> readings) {
    return readings.stream().map(reading -> new RunReading(run, reading)).toList();
  }

  private static <T> List<T> join(List<? extends T> a, List<? extends T> b) {
    return Stream.<T>concat(a.stream(), b.stream()).toList();
  }

  private Experiment experiment(String run) {
    return scene.runs().stream()
        .filter(r -> r.id().equals(run))
        .findFirst()
        .orElseGet(() -> scene.runs().getFirst())
        .experiment();
  }
}
