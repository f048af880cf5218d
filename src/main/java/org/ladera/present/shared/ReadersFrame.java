package org.ladera.present.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.trace.Evaluation;
import org.ladera.explain.Conversion;
import org.ladera.explain.Notation;
import org.ladera.landscape.Field;
import org.ladera.landscape.ProjectionError;
import org.ladera.landscape.Standstill;
import org.ladera.landscape.gradient.GradientReport;
import org.ladera.landscape.gradient.Inspection;
import org.ladera.session.Checks;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.Plan;
import org.ladera.session.PlaneSlice;
import org.ladera.session.RunFrame;
import org.ladera.session.Stop;
import org.ladera.timeline.Condition;
import org.ladera.timeline.Finding;
import org.ladera.timeline.History;
import org.ladera.timeline.Norms;
import org.ladera.timeline.Recipe;
import org.ladera.timeline.Trajectory;

/**
 * Frames with the numbers of the reader's notation: every J, ∂J, δ, λ and η converted, parameters
 * as they are. What does not change is not copied. The claimed loss and what is supposed stay those
 * of the run.
 */
public final class ReadersFrame {
  /** Set by {@link #of}, for which all the others work. */
  @SuppressWarnings("NullAway.Init")
  private Frame frame;

  private Notation notation = Notation.LESSONS;

  @SuppressWarnings("NullAway.Init")
  private Frame shown;

  /** Maps of the last frame, converted once while they stay. */
  private IdentityHashMap<Field, Field> maps = new IdentityHashMap<>();

  /** The same for plans. */
  private final IdentityHashMap<Plan, Plan> plans = new IdentityHashMap<>();

  private static final int MOST_PLANS = 32;

  /** The frame in a notation; the same object for the same frame. */
  public Frame of(Frame next, Notation written) {
    if (next == frame && written.equals(notation)) {
      return shown;
    }
    if (!written.equals(notation)) {
      maps.clear();
      plans.clear();
    }
    frame = next;
    notation = written;
    shown = convert();
    return shown;
  }

  private Stop stop(Stop stop) {
    Conversion conversion = Conversion.of(frame.main().experiment(), notation);
    Condition condition =
        stop.condition() instanceof Condition.GradientBelow(double limit)
            ? new Condition.GradientBelow(conversion.lossScale() * limit)
            : stop.condition();
    double c = conversion.lossOfAll();
    Optional<Finding> finding =
        stop.finding()
            .map(
                found ->
                    switch (found) {
                      case Finding.Loss(double before, double now) ->
                          new Finding.Loss(c * before, c * now);
                      case Finding.Gradient(double norm) ->
                          new Finding.Gradient(conversion.lossScale() * norm);
                      case Finding.Dead dead -> dead;
                      case Finding.Sign sign -> sign;
                      case Finding.Stalled(double least, long epoch) ->
                          new Finding.Stalled(
                              validationScale(frame.main().experiment()) * least, epoch);
                      case Finding.Update update -> update;
                    });
    return new Stop(condition, stop.update(), finding, stop.why());
  }

  private Frame convert() {
    boolean same =
        frame.runs().stream().allMatch(r -> Conversion.of(r.experiment(), notation).isIdentity());
    if (same) {
      return frame;
    }
    IdentityHashMap<Field, Field> before = maps;
    maps = new IdentityHashMap<>();
    Map<FieldRequest, Field> fields = new HashMap<>();
    frame.fields().forEach((request, field) -> fields.put(request, map(request, field, before)));
    Map<FieldRequest.PlaneSurface, PlaneSlice> slices = new HashMap<>();
    frame.slices().forEach((request, slice) -> slices.put(request, slice(request, slice, before)));
    return new Frame(
        frame.sequence(),
        frame.scene(),
        frame.status(),
        frame.pace(),
        frame.granularity(),
        frame.runs().stream().map(this::run).toList(),
        fields,
        slices,
        frame.stop().map(this::stop),
        checks());
  }

  private Checks checks() {
    Map<FieldRequest.Derivative, Inspection> derivatives = new HashMap<>();
    frame
        .checks()
        .derivatives()
        .forEach((request, found) -> derivatives.put(request, found.times(batch(request.run()))));
    Map<FieldRequest.Gradient, GradientReport> gradients = new HashMap<>();
    frame
        .checks()
        .gradients()
        .forEach((request, report) -> gradients.put(request, report.times(batch(request.run()))));
    Map<FieldRequest.Obstacles, Standstill> obstacles = new HashMap<>();
    frame
        .checks()
        .obstacles()
        .forEach((request, found) -> obstacles.put(request, times(request.run(), found)));
    return new Checks(
        derivatives, gradients, frame.checks().supposed(), obstacles, frame.checks().layers());
  }

  private Standstill times(String run, Standstill found) {
    Experiment e = frame.run(run).experiment();
    return found.times(scale(e), Conversion.of(e, notation).rateScale());
  }

  /** How many times as large the loss of a batch is. */
  private double batch(String run) {
    return Conversion.of(frame.run(run).experiment(), notation).lossScale();
  }

  /** How many times as large the loss over all examples is. */
  private double scale(Experiment e) {
    return Conversion.of(e, notation).lossOfAll();
  }

  private Field map(FieldRequest request, Field field, Map<Field, Field> before) {
    String run =
        switch (request) {
          case FieldRequest.LossSurface s -> s.run();
          case FieldRequest.LossSlice s -> s.run();
          case FieldRequest.PlaneSurface _,
              FieldRequest.OutputMap _,
              FieldRequest.UnitMap _,
              FieldRequest.OutputMaps _,
              FieldRequest.UnitMaps _,
              FieldRequest.OutputCurves _,
              FieldRequest.Check _ ->
              null;
        };
    return run == null ? field : times(field, run, before);
  }

  private Field times(Field field, String run, Map<Field, Field> before) {
    double c = scale(frame.run(run).experiment());
    Field converted = before.get(field);
    if (converted == null) {
      converted = new Field(field.x(), field.y(), times(c, field.values()), field.sample());
    }
    maps.put(field, converted);
    return converted;
  }

  private PlaneSlice slice(
      FieldRequest.PlaneSurface request, PlaneSlice s, Map<Field, Field> before) {
    double c = scale(frame.run(request.run()).experiment());
    return new PlaneSlice(
        times(s.field(), request.run(), before),
        s.plane(),
        s.firstShare(),
        s.secondShare(),
        s.updates(),
        s.way().stream().map(r -> times(c, r)).toList(),
        times(c, s.here()),
        s.others());
  }

  private static ProjectionError.Reading times(double c, ProjectionError.Reading r) {
    return new ProjectionError.Reading(r.u(), r.v(), r.distance(), c * r.loss(), c * r.drawn());
  }

  private RunFrame run(RunFrame r) {
    Conversion conversion = Conversion.of(r.experiment(), notation);
    if (conversion.isIdentity()) {
      return r;
    }
    double c = scale(r.experiment());
    double rate = conversion.rateScale();
    double next = Conversion.of(r.next(), notation).lossScale();
    double batch = conversion.lossScale();
    return new RunFrame(
        r.id(),
        conversion.experiment(),
        r.status(),
        r.position(),
        r.parameters(),
        r.start().times(c),
        Conversion.of(r.next(), notation).trace(r.next()),
        times(c, r.now()),
        new RunFrame.Recording(
            times(c, r.history()), times(c, r.path()), times(batch, r.norms()), r.moments()),
        new RunFrame.Tree(
            r.ghosts().stream().map(g -> times(c, rate, g)).toList(),
            r.branches().stream().map(b -> times(c, rate, b)).toList(),
            r.canUndo()),
        r.plan().map(p -> plan(c, batch, p)),
        // Its limit is compared with the rate of the next update, and is converted as that is.
        r.curvature().map(curvature -> curvature.times(next)),
        r.optimum().map(o -> o.times(c)),
        r.validation().map(v -> times(validationScale(r.experiment()), v)),
        r.test().map(t -> times(heldOutScale(r.experiment(), r.experiment().heldOut().test()), t)),
        r.misfits());
  }

  /** A sum over other examples has another number of terms. */
  private double heldOutScale(Experiment e, Optional<Dataset> held) {
    return scale(held.map(e::withData).orElse(e));
  }

  private double validationScale(Experiment e) {
    return heldOutScale(e, e.heldOut().validation());
  }

  private static RunFrame.Validation times(double c, RunFrame.Validation v) {
    return new RunFrame.Validation(
        times(c, v.now()), times(c, v.history()), c * v.least(), v.leastEpoch());
  }

  private static Evaluation times(double c, Evaluation e) {
    return new Evaluation(
        c * e.dataLoss(),
        c * e.penalty(),
        e.lossSum(),
        times(c, e.gradient()),
        c * e.gradientNorm(),
        e.outputs(),
        e.accuracy());
  }

  private Plan plan(double c, double batch, Plan p) {
    if (plans.size() > MOST_PLANS) {
      plans.clear();
    }
    return plans.computeIfAbsent(p, plan -> times(c, batch, plan));
  }

  private static Plan times(double c, double batch, Plan p) {
    return new Plan(
        p.recipe(),
        times(c, p.history()),
        times(c, p.path()),
        times(batch, p.norms()),
        p.diverges());
  }

  private static Norms times(double batch, Norms n) {
    return new Norms(n.updates(), times(batch, n.values()), n.count());
  }

  private static History times(double c, History h) {
    return new History(h.epochs(), times(c, h.losses()), h.count());
  }

  private static Trajectory times(double c, Trajectory t) {
    return new Trajectory(t.updates(), t.parameters(), times(c, t.losses()), t.count());
  }

  private static RunFrame.Ghost times(double c, double rate, RunFrame.Ghost g) {
    return new RunFrame.Ghost(
        g.branch(),
        g.name(),
        rate * g.rate(),
        times(c, g.history()),
        times(c, g.path()),
        g.compared());
  }

  private RunFrame.BranchFrame times(double c, double rate, RunFrame.BranchFrame b) {
    RunFrame.Standing s = b.standing();
    return new RunFrame.BranchFrame(
        b.id(),
        b.parent(),
        b.fork(),
        b.name(),
        rate * b.rate(),
        b.reached(),
        b.diverged(),
        b.active(),
        b.compared(),
        Conversion.of(b.experiment(), notation).experiment(),
        recipe(b.recipe()),
        new RunFrame.Standing(s.update(), c * s.loss(), c * s.gradientNorm(), c * s.least()));
  }

  /** Its changes as the reader has them, each in the run as it was then. */
  private Recipe recipe(Recipe recipe) {
    Experiment then = recipe.experiment();
    List<Recipe.Stamped> shown = new ArrayList<>();
    for (Recipe.Stamped stamped : recipe.edits()) {
      shown.add(
          new Recipe.Stamped(stamped.update(), Conversion.shown(stamped.edit(), then, notation)));
      then = then.after(stamped.edit());
    }
    return new Recipe(recipe.experiment(), shown);
  }

  private static double[] times(double c, double[] values) {
    double[] times = new double[values.length];
    for (int i = 0; i < times.length; i++) {
      times[i] = c * values[i];
    }
    return times;
  }

  private static double[][] times(double c, double[][] values) {
    double[][] times = new double[values.length][];
    for (int i = 0; i < times.length; i++) {
      times[i] = values[i] == null ? null : times(c, values[i]);
    }
    return times;
  }

  private static MatrixView times(double c, MatrixView m) {
    return MatrixView.generate(m.rows(), m.columns(), i -> c * m.get(i));
  }
}
