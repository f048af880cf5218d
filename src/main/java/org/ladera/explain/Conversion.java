package org.ladera.explain;

import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.Factor;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.trace.BatchNormTrace;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OptimizerMemory;
import org.ladera.engine.trace.ParameterTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * The numbers of a run as a course with another factor before its loss, or with the other form of
 * momentum, has them. The parameters are the same at every update.
 *
 * <p>Let the course's factor be c times that of the run. Then J, the penalty's λ, δ and ∂J are c
 * times as large. Rules whose step is proportional to the gradient have the rate η/c; rules that
 * divide by the size of the gradient keep η and have cε. Heavy ball v = γv + ηg, w −= v and the
 * averaged form v = βv + (1−β)g, w −= ηv are the same descent when β = γ and η(averaged) =
 * η(heavy)/(1−γ); then v(heavy) = η(averaged)·v(averaged) (S3.9, S4.2).
 */
public final class Conversion {
  private final Experiment trained;
  private final Experiment shown;
  private final double scale;
  private final Notation.Momentum form;

  /** η of the update as the engine has it; the averaged velocity is measured in it. */
  private final double rate;

  private Conversion(Notation notation, Experiment trained, int samples, double rate) {
    this.trained = trained;
    this.rate = rate;
    form = notation.momentum();
    LossSpec loss = trained.loss().withFactor(factor(notation, trained.loss()));
    int outputs = trained.network().outputs();
    scale =
        loss.equals(trained.loss())
            ? 1
            : loss.factor().value(samples, outputs)
                / trained.loss().factor().value(samples, outputs);
    shown =
        trained
            .withLoss(loss)
            .withRegularisation(trained.regularisation().times(scale))
            .withOptimizer(inForm(form, scaled(trained.optimizer(), scale)));
  }

  /** The conversion of one update: its batch counts the samples, its schedule gives the rate. */
  public static Conversion of(StepTrace trace, Notation notation) {
    return new Conversion(notation, trace.experiment(), trace.x().rows(), trace.rate());
  }

  /** The conversion of full batches of an experiment at its base rate. */
  public static Conversion of(Experiment experiment, Notation notation) {
    int all = experiment.data().size();
    int size = experiment.batch().size();
    int samples = size == 0 ? all : Math.min(size, all);
    return new Conversion(notation, experiment, samples, experiment.optimizer().rate());
  }

  private static Factor factor(Notation notation, LossSpec loss) {
    boolean squared = loss.kind() == LossSpec.Kind.SQUARED;
    if (loss.kind() == LossSpec.Kind.ROOT_SQUARED) {
      // Its factor stands under the root; no course writes another one there.
      return loss.factor();
    }
    return switch (notation.factor()) {
      case AS_TRAINED -> loss.factor();
      case HALF_MEAN -> squared ? Factor.HALF_PER_SAMPLE : Factor.PER_SAMPLE;
      case MEAN_M, MEAN_N -> Factor.PER_SAMPLE;
      case HALF -> squared ? Factor.HALF : Factor.ONE;
      case SUM -> Factor.ONE;
    };
  }

  private static OptimizerSpec scaled(OptimizerSpec o, double c) {
    return switch (o) {
      case OptimizerSpec.Sgd s -> new OptimizerSpec.Sgd(s.rate() / c, s.weightDecay() * c);
      case OptimizerSpec.SequentialSgd s -> s.withRate(s.rate() / c);
      case OptimizerSpec.LocalSearch s -> s;
      case OptimizerSpec.ClosedForm s -> s;
      case OptimizerSpec.Slipped s -> new OptimizerSpec.Slipped(scaled(s.right(), c), s.slip());
      case OptimizerSpec.Momentum s -> s.withRate(s.rate() / c);
      case OptimizerSpec.AveragedMomentum s -> s.withRate(s.rate() / c);
      case OptimizerSpec.Nesterov s -> s.withRate(s.rate() / c);
      case OptimizerSpec.AdaGrad s -> new OptimizerSpec.AdaGrad(s.rate(), s.epsilon() * c);
      // Its ε stands beside squares of gradients and of changes; only the first is scaled.
      case OptimizerSpec.AdaDelta s -> s;
      case OptimizerSpec.RmsProp s ->
          new OptimizerSpec.RmsProp(s.rate(), s.beta(), s.epsilon() * c);
      case OptimizerSpec.Adam s ->
          new OptimizerSpec.Adam(
              s.rate(), s.beta1(), s.beta2(), s.epsilon() * c, s.weightDecay() * c);
      case OptimizerSpec.AdamW s ->
          new OptimizerSpec.AdamW(s.rate(), s.beta1(), s.beta2(), s.epsilon() * c, s.weightDecay());
    };
  }

  /** Without a rate there is no step to measure a velocity by: the form stays. */
  private OptimizerSpec inForm(Notation.Momentum form, OptimizerSpec o) {
    return switch (o) {
      case OptimizerSpec.Momentum(double eta, double gamma)
          when form == Notation.Momentum.AVERAGED && rate != 0 && gamma != 1 ->
          new OptimizerSpec.AveragedMomentum(eta / (1 - gamma), gamma);
      case OptimizerSpec.AveragedMomentum(double eta, double beta)
          when form == Notation.Momentum.HEAVY_BALL && rate != 0 && beta != 1 ->
          new OptimizerSpec.Momentum((1 - beta) * eta, beta);
      case OptimizerSpec.Sgd _,
          OptimizerSpec.SequentialSgd _,
          OptimizerSpec.Momentum _,
          OptimizerSpec.AveragedMomentum _,
          OptimizerSpec.Nesterov _,
          OptimizerSpec.AdaGrad _,
          OptimizerSpec.AdaDelta _,
          OptimizerSpec.RmsProp _,
          OptimizerSpec.Adam _,
          OptimizerSpec.AdamW _,
          OptimizerSpec.LocalSearch _,
          OptimizerSpec.ClosedForm _,
          OptimizerSpec.Slipped _ ->
          o;
    };
  }

  /** Whether every number is as the engine has it. */
  public boolean isIdentity() {
    return shown.equals(trained);
  }

  /** The experiment of the course: trained from the same start it has the same parameters. */
  public Experiment experiment() {
    return shown;
  }

  /** How many times as large J, λ, δ and ∂J are for the course. */
  public double lossScale() {
    return scale;
  }

  /** How many times as large J over all examples is: a batch may have another number of them. */
  public double lossOfAll() {
    int all = trained.data().size();
    int outputs = trained.network().outputs();
    return isIdentity()
        ? 1
        : shown.loss().factor().value(all, outputs) / trained.loss().factor().value(all, outputs);
  }

  /** How many times as large the rate is for the course. */
  public double rateScale() {
    return inForm(form, scaled(trained.optimizer().withRate(1), scale)).rate();
  }

  /** A rule that was chosen with the numbers of the course, as the engine has it. */
  public OptimizerSpec trained(OptimizerSpec chosen) {
    OptimizerSpec own = scaled(chosen, 1 / scale);
    OptimizerSpec now = shown.optimizer();
    if (chosen.getClass().equals(now.getClass()) && chosen.rate() == now.rate()) {
      return backInForm(chosen, own).withRate(trained.optimizer().rate());
    }
    return backInForm(chosen, own);
  }

  private OptimizerSpec backInForm(OptimizerSpec chosen, OptimizerSpec own) {
    boolean otherForm = !shown.optimizer().getClass().equals(trained.optimizer().getClass());
    if (!otherForm || !chosen.getClass().equals(shown.optimizer().getClass())) {
      return own;
    }
    return inForm(
        trained.optimizer() instanceof OptimizerSpec.Momentum
            ? Notation.Momentum.HEAVY_BALL
            : Notation.Momentum.AVERAGED,
        own);
  }

  /** A change of a run, with the rate or rule that it leads to as the course has it. */
  public static Edit shown(Edit edit, Experiment before, Notation notation) {
    return switch (edit) {
      case Edit.SetRate _ -> new Edit.SetRate(rule(before.after(edit), notation).rate());
      case Edit.SetOptimizer _ -> new Edit.SetOptimizer(rule(before.after(edit), notation));
      case Edit.SetActivation _, Edit.SetParameter _, Edit.SetParameters _, Edit.SetData _ -> edit;
    };
  }

  private static OptimizerSpec rule(Experiment trained, Notation notation) {
    return of(trained, notation).shown.optimizer();
  }

  /** How many times as large a memory of the optimizer is for the course. */
  double memoryScale(String name) {
    return memoryScale(trained.optimizer(), name);
  }

  private double memoryScale(OptimizerSpec rule, String name) {
    return switch (rule) {
      case OptimizerSpec.Sgd s -> 1;
      case OptimizerSpec.SequentialSgd s -> 1;
      case OptimizerSpec.LocalSearch s -> 1;
      case OptimizerSpec.ClosedForm s -> 1;
      case OptimizerSpec.Slipped s -> memoryScale(s.right(), name);
      case OptimizerSpec.Momentum s ->
          shown.optimizer() instanceof OptimizerSpec.AveragedMomentum
              ? 1 / (rate * rateScale())
              : 1;
      case OptimizerSpec.AveragedMomentum s ->
          shown.optimizer() instanceof OptimizerSpec.Momentum ? rate : scale;
      case OptimizerSpec.Nesterov s -> scale;
      case OptimizerSpec.AdaGrad s -> scale * scale;
      case OptimizerSpec.AdaDelta s -> name.equals("E") ? scale * scale : 1;
      case OptimizerSpec.RmsProp s -> scale * scale;
      case OptimizerSpec.Adam s -> name.equals("m") ? scale : scale * scale;
      case OptimizerSpec.AdamW s -> name.equals("m") ? scale : scale * scale;
    };
  }

  /** An update of the run as the course has it. */
  public StepTrace trace(StepTrace t) {
    if (isIdentity()) {
      return t;
    }
    return new StepTrace(
        shown,
        t.update(),
        t.epoch(),
        t.rows(),
        t.x(),
        t.y(),
        t.lossSum(),
        scale * t.factor(),
        scale * t.dataLoss(),
        scale * t.penalty(),
        rateScale() * t.rate(),
        t.layers().stream().map(this::layer).toList(),
        scale * t.gradientNorm());
  }

  private LayerTrace layer(LayerTrace l) {
    return new LayerTrace(
        l.index(),
        l.spec(),
        parameters(l.w()),
        parameters(l.b()),
        l.z(),
        l.batchNorm().map(this::norm),
        l.a(),
        l.mask(),
        times(scale, l.delta()));
  }

  private ParameterTrace parameters(ParameterTrace p) {
    return new ParameterTrace(
        p.before(),
        times(scale, p.dataGradient()),
        times(scale, p.gradient()),
        p.after(),
        memories(p.memory()));
  }

  private BatchNormTrace norm(BatchNormTrace n) {
    return new BatchNormTrace(
        n.epsilon(),
        n.mean(),
        n.variance(),
        n.normalised(),
        n.output(),
        times(scale, n.deltaOutput()),
        parameters(n.gamma()),
        parameters(n.beta()));
  }

  private List<OptimizerMemory> memories(List<OptimizerMemory> all) {
    return all.stream()
        .map(
            m ->
                new OptimizerMemory(
                    m.name(),
                    times(memoryScale(m.name()), m.before()),
                    times(memoryScale(m.name()), m.after())))
        .toList();
  }

  private static MatrixView times(double factor, MatrixView m) {
    return factor == 1 ? m : MatrixView.generate(m.rows(), m.columns(), i -> factor * m.get(i));
  }
}
