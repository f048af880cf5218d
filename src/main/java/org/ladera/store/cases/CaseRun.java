package org.ladera.store.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.ejml.data.DMatrixRMaj;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.kernel.PairExecutor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.MaskSource;
import org.ladera.engine.train.Trainer;
import org.ladera.landscape.Standstill;

/** Runs a network case, one update after another, on the rows and with the masks of the case. */
public final class CaseRun {
  private final TraceCase.Network network;
  private final Trainer trainer;
  private int step;

  public CaseRun(TraceCase.Network network) {
    this.network = network;
    MaskSource masks =
        network
            .masks()
            .<MaskSource>map(given -> (request, mask) -> fill(given, request, mask))
            .orElseGet(() -> MaskSource.seeded(network.experiment().seed()));
    trainer = new Trainer(network.experiment(), masks, PairExecutor.ALONE);
  }

  private static void fill(
      List<List<MatrixView>> masks, MaskSource.Request request, DMatrixRMaj mask) {
    int step = (int) Math.min(request.update(), masks.size() - 1);
    masks.get(step).get(request.layer() - 1).copyTo(mask.data, 0);
  }

  public NetworkSpec network() {
    return network.experiment().network();
  }

  /** The next update in full, which is then done; empty when the run has diverged. */
  public Optional<StepTrace> next() {
    select();
    StepTrace trace = trainer.preview();
    step++;
    return trainer.step() ? Optional.of(trace) : Optional.empty();
  }

  /** Does an update without looking at it. False when the run has diverged. */
  public boolean skip() {
    select();
    step++;
    return trainer.step();
  }

  private void select() {
    network
        .rows()
        .ifPresent(
            rows -> {
              Dataset all = network.experiment().data();
              List<Integer> chosen = rows.get(step);
              trainer.apply(
                  new Edit.SetData(
                      new Dataset(
                          all.inputs(),
                          all.targets(),
                          choose(all.x(), chosen),
                          choose(all.y(), chosen),
                          all.inputScaling(),
                          all.targetScaling())));
            });
  }

  private static MatrixView choose(MatrixView matrix, List<Integer> rows) {
    double[] values = new double[rows.size() * matrix.columns()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < matrix.columns(); c++) {
        values[i * matrix.columns() + c] = matrix.get(rows.get(i), c);
      }
    }
    return MatrixView.of(rows.size(), matrix.columns(), values);
  }

  /** Why the run stopped, if it did. */
  public Optional<Divergence> divergence() {
    return trainer.divergence();
  }

  /**
   * The output for which the loss of the update that stopped the run has no value, if it is that.
   */
  public Optional<OutsideDomain> outside() {
    return divergence()
        .filter(d -> d.quantity() == Divergence.Quantity.LOSS)
        .flatMap(d -> OutsideDomain.in(trainer.preview()))
        .map(o -> network.rows().isPresent() ? o.at(network.rows().get().get(step - 1)) : o);
  }

  /** The loss over all examples now. */
  double loss() {
    return trainer.evaluate().totalLoss();
  }

  /**
   * How it ended.
   *
   * @param before the loss so many updates ago
   */
  CaseEnd end(double before, int updates) {
    if (divergence().isPresent()) {
      return new CaseEnd(outside(), Optional.empty());
    }
    double[] theta = new double[trainer.layout().count()];
    trainer.copyParameters(theta);
    return new CaseEnd(
        Optional.empty(),
        Standstill.of(
                trainer.preview(),
                MatrixView.of(1, theta.length, theta),
                Optional.of(new Standstill.Progress(before, loss(), updates)),
                () -> false)
            .cause());
  }

  /**
   * The trace of each update of a case, from 0 and kept; also of the one that stops the run, which
   * is not done.
   */
  public LongFunction<StepTrace> traces() {
    List<StepTrace> known = new ArrayList<>();
    return update -> {
      while (known.size() <= update) {
        if (divergence().isPresent()) {
          throw new IllegalArgumentException("diverged before update " + update);
        }
        select();
        known.add(trainer.preview());
        step++;
        trainer.step();
      }
      return known.get((int) update);
    };
  }
}
