package org.ladera.session.field;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.landscape.Curvature;
import org.ladera.landscape.Field;
import org.ladera.landscape.LossFunction;
import org.ladera.landscape.Standstill;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.session.Checks;
import org.ladera.session.FieldRequest;
import org.ladera.session.Landmark;
import org.ladera.session.LayerHistory;
import org.ladera.session.Plan;
import org.ladera.session.PlaneSlice;
import org.ladera.timeline.Recipe;

/**
 * Computes pictures and curvature for runs at one moment, reusing what has not changed since the
 * last time. Used by one thread at a time.
 */
public final class FieldWork {
  /**
   * A run at one moment.
   *
   * @param parameters (1 × count)
   * @param start (1 × count) those of update 0
   * @param path where it has been, where a picture needs that
   * @param next the update it will do next, where its gradient is to be checked
   * @param ahead what it is planned to do, where that is to be known
   */
  public record Input(
      String run,
      Experiment experiment,
      MatrixView parameters,
      MatrixView start,
      PathSample path,
      Optional<StepTrace> next,
      Optional<Ahead> ahead) {}

  /**
   * @param epochs the planned length
   * @param patience epochs without a lower loss on the validation examples after which it ends
   *     before that; empty where it does not
   */
  public record Ahead(Recipe recipe, long epochs, OptionalLong patience) {}

  /** What answers one request. */
  record Pictures(
      Map<FieldRequest, Field> fields, Map<FieldRequest.PlaneSurface, PlaneSlice> slices) {
    static Pictures of(Map<FieldRequest, Field> fields) {
      return new Pictures(fields, Map.of());
    }
  }

  /** What the loss of a run is like, wherever its parameters are. */
  public record Facts(Optional<Curvature> curvature, Optional<Landmark> optimum) {}

  /**
   * Which requests are answered. Maps of what a network says take milliseconds and have to keep up
   * with training; planes through the loss, curvature and checks may take a hundred times as long.
   */
  public enum Part {
    ALL,
    MAPS,
    LOSSES;

    public boolean has(FieldRequest request) {
      boolean map =
          switch (request) {
            case FieldRequest.OutputMap _,
                FieldRequest.OutputMaps _,
                FieldRequest.UnitMap _,
                FieldRequest.UnitMaps _,
                FieldRequest.OutputCurves _ ->
                true;
            case FieldRequest.LossSurface _,
                FieldRequest.PlaneSurface _,
                FieldRequest.LossSlice _,
                FieldRequest.Check _ ->
                false;
          };
      return this == ALL || map == (this == MAPS);
    }
  }

  /**
   * @param part what it answers; of the rest it says nothing
   * @param whole whether all pictures have all points, by all examples
   */
  public record Result(
      Part part,
      Map<FieldRequest, Field> fields,
      Map<FieldRequest.PlaneSurface, PlaneSlice> slices,
      Map<String, Facts> facts,
      Map<String, Plan> plans,
      Checks checks,
      boolean whole) {}

  /** Everything a picture depends on; parameters that it varies itself are 0. */
  private record Key(
      Dataset data,
      NetworkSpec network,
      LossSpec loss,
      RegularisationSpec regularisation,
      @Nullable MatrixView parameters,
      PathSample path) {}

  private record Known<T>(Key key, T value) {}

  private final Part part;
  private final Map<FieldRequest, Known<Pictures>> pictures = new HashMap<>();
  private final Map<String, Known<Facts>> facts = new HashMap<>();
  private final CheckWork checks = new CheckWork();
  private final LayerWork layers = new LayerWork();
  private final PlanWork plans = new PlanWork();
  private final PlaneSlices planes = new PlaneSlices();

  /** A request, or the run whose facts are worked out; what an exception was about. */
  private @Nullable Object current;

  private final Set<Object> givenUp = new HashSet<>();

  public FieldWork(Part part) {
    this.part = part;
  }

  /**
   * After an exception: leaves out what it was about from now on, until it is no longer watched.
   *
   * @return what that is: a request, or the id of a run; empty when it was left out already
   */
  Optional<Object> giveUp() {
    return current != null && givenUp.add(current) ? Optional.of(current) : Optional.empty();
  }

  /**
   * @param cancelled polled between and inside pictures; then the result is incomplete
   */
  public Result compute(List<Input> inputs, Set<FieldRequest> watched, BooleanSupplier cancelled) {
    return compute(inputs, watched, Detail.ALL, cancelled);
  }

  /** As above, with pictures that may be no more work than {@code detail}. */
  Result compute(
      List<Input> inputs, Set<FieldRequest> watched, Detail detail, BooleanSupplier cancelled) {
    pictures.keySet().retainAll(watched);
    planes.keep(watched);
    givenUp.removeIf(what -> what instanceof FieldRequest r && !watched.contains(r));
    Map<FieldRequest, Field> fields = new HashMap<>();
    Map<FieldRequest.PlaneSurface, PlaneSlice> slices = new HashMap<>();
    Map<String, Plan> ahead = plans(inputs, cancelled);
    boolean whole = true;
    for (FieldRequest request : watched) {
      current = request;
      Optional<Input> input = inputs.stream().filter(i -> i.run().equals(request.run())).findAny();
      if (!part.has(request)
          || givenUp.contains(request)
          || request instanceof FieldRequest.Check
          || input.isEmpty()
          || !fits(request, input.get())) {
        continue;
      }
      Key key = key(request, input.get());
      Known<Pictures> known = pictures.get(request);
      if (known == null || !known.key().equals(key)) {
        if (cancelled.getAsBoolean()) {
          break;
        }
        Optional<Plan> plan = Optional.ofNullable(ahead.get(request.run()));
        Detail enough = detail.enough(request, input.get());
        Optional<Pictures> parts =
            request instanceof FieldRequest.PlaneSurface r
                ? planes.compute(r, input.get(), plan, enough, cancelled).map(s -> slice(r, s))
                : Fields.compute(request, input.get(), enough, cancelled);
        if (parts.isEmpty()) {
          break;
        }
        known = new Known<>(key, parts.get());
        whole &= enough.isAll();
        if (enough.isAll()) {
          pictures.put(request, known);
        }
      }
      fields.putAll(known.value().fields());
      slices.putAll(known.value().slices());
    }
    return part == Part.MAPS
        ? new Result(part, fields, slices, Map.of(), Map.of(), Checks.NONE, whole)
        : new Result(
            part,
            fields,
            slices,
            facts(inputs, cancelled),
            ahead,
            checks(inputs, watched, cancelled),
            whole);
  }

  private static Pictures slice(FieldRequest.PlaneSurface request, PlaneSlice slice) {
    return new Pictures(Map.of(), Map.of(request, slice));
  }

  private Map<String, Plan> plans(List<Input> inputs, BooleanSupplier cancelled) {
    Map<String, Plan> all = new HashMap<>();
    for (Input input : inputs) {
      current = input.run();
      if (part != Part.MAPS && !givenUp.contains(current) && input.ahead().isPresent()) {
        plans
            .of(input.run(), input.ahead().get(), cancelled)
            .ifPresent(plan -> all.put(input.run(), plan));
      }
    }
    return all;
  }

  /** After the pictures, for they are what a person looks at while the network runs. */
  private Checks checks(List<Input> inputs, Set<FieldRequest> watched, BooleanSupplier cancelled) {
    checks.keep(watched);
    layers.keep(watched);
    Map<FieldRequest.Derivative, Inspection> derivatives = new HashMap<>();
    Map<FieldRequest.Gradient, GradientReport> gradients = new HashMap<>();
    Map<FieldRequest.Supposed, StepTrace> supposed = new HashMap<>();
    Map<FieldRequest.Obstacles, Standstill> obstacles = new HashMap<>();
    Map<FieldRequest.Layers, LayerHistory> spreads = new HashMap<>();
    for (FieldRequest request : watched) {
      current = request;
      Optional<Input> input = inputs.stream().filter(i -> i.run().equals(request.run())).findAny();
      Optional<StepTrace> trace = input.flatMap(Input::next);
      if (trace.isEmpty() || givenUp.contains(request) || cancelled.getAsBoolean()) {
        continue;
      }
      if (request instanceof FieldRequest.Derivative r) {
        checks.of(r, trace.get()).ifPresent(answer -> derivatives.put(r, answer));
      } else if (request instanceof FieldRequest.Gradient r) {
        checks.of(r, trace.get(), cancelled).ifPresent(answer -> gradients.put(r, answer));
      } else if (request instanceof FieldRequest.Obstacles r) {
        checks
            .of(r, trace.get(), input.get().parameters(), cancelled)
            .ifPresent(answer -> obstacles.put(r, answer));
      } else if (request instanceof FieldRequest.Supposed r) {
        r.what()
            .work(trace.get(), input.get().parameters())
            .ifPresent(answer -> supposed.put(r, answer));
      } else if (request instanceof FieldRequest.Layers r) {
        layers.of(input.get(), trace.get(), cancelled).ifPresent(answer -> spreads.put(r, answer));
      }
    }
    return new Checks(derivatives, gradients, supposed, obstacles, spreads);
  }

  private Map<String, Facts> facts(List<Input> inputs, BooleanSupplier cancelled) {
    Map<String, Facts> all = new HashMap<>();
    for (Input input : inputs) {
      current = input.run();
      if (givenUp.contains(current)) {
        continue;
      }
      Key key =
          key(input, LossFunction.of(input.experiment()).isQuadratic() ? null : input.parameters());
      Known<Facts> known = facts.get(input.run());
      if (known == null || !known.key().equals(key)) {
        if (cancelled.getAsBoolean()) {
          break;
        }
        known = new Known<>(key, Fields.facts(input));
        facts.put(input.run(), known);
      }
      all.put(input.run(), known.value());
    }
    return all;
  }

  private static boolean fits(FieldRequest request, Input input) {
    Experiment e = input.experiment();
    ParameterLayout layout = new ParameterLayout(e.network());
    return switch (request) {
      case FieldRequest.LossSurface r -> layout.has(r.u()) && layout.has(r.v());
      case FieldRequest.PlaneSurface r -> layout.count() >= 2;
      case FieldRequest.LossSlice r -> layout.has(r.u());
      case FieldRequest.OutputMap r ->
          e.network().inputs() >= 2 && r.output() <= e.network().outputs();
      case FieldRequest.OutputMaps r -> e.network().inputs() >= 2;
      case FieldRequest.UnitMaps r -> e.network().inputs() >= 2;
      case FieldRequest.OutputCurves r -> e.network().inputs() == 1;
      case FieldRequest.Check r -> true;
      case FieldRequest.UnitMap r ->
          e.network().inputs() >= 2
              && r.layer() <= e.network().layers().size()
              && r.unit() <= e.network().layers().get(r.layer() - 1).units();
    };
  }

  private static Key key(FieldRequest request, Input input) {
    double[] rest = input.parameters().toArray();
    ParameterLayout layout = new ParameterLayout(input.experiment().network());
    PathSample path = PathSample.NONE;
    switch (request) {
      case FieldRequest.LossSurface r -> {
        rest[layout.indexOf(r.u())] = 0;
        rest[layout.indexOf(r.v())] = 0;
      }
      case FieldRequest.PlaneSurface r -> path = input.path();
      case FieldRequest.LossSlice r -> {
        rest = Fields.parameters(r, input).toArray();
        rest[layout.indexOf(r.u())] = 0;
      }
      case FieldRequest.OutputMap r -> {}
      case FieldRequest.OutputMaps r -> {}
      case FieldRequest.UnitMap r -> {}
      case FieldRequest.UnitMaps r -> {}
      case FieldRequest.OutputCurves r -> rest = Fields.parameters(r, input).toArray();
      case FieldRequest.Check r -> {}
    }
    return key(input, MatrixView.of(1, rest.length, rest), path);
  }

  private static Key key(Input input, @Nullable MatrixView parameters) {
    return key(input, parameters, PathSample.NONE);
  }

  private static Key key(Input input, @Nullable MatrixView parameters, PathSample path) {
    Experiment e = input.experiment();
    return new Key(e.data(), e.network(), e.loss(), e.regularisation(), parameters, path);
  }
}
