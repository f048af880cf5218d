package org.ladera.present.shared;

import java.util.List;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.InitSpec;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.RegularisationSpec;
import org.ladera.engine.spec.ScheduleSpec;
import org.ladera.engine.trace.StepTrace;
import org.ladera.engine.train.Trainer;
import org.ladera.explain.Explainer;
import org.ladera.explain.Explanation;
import org.ladera.explain.Notation;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.explain.Tex;
import org.ladera.explain.Writing.With;
import org.ladera.lesson.markup.TexTemplate;
import org.ladera.text.Numbers;

/**
 * What a notation does to formulas and numbers, shown on one update of a small run: two examples of
 * two inputs, one linear unit, half the sum of squares, heavy-ball momentum, the second update.
 */
public final class NotationSample {
  private static final Experiment RUN =
      new Experiment(
          Dataset.of(new double[][] {{1, 2}, {3, 1}}, new double[][] {{1}, {2}}),
          new NetworkSpec(2, List.of(new LayerSpec(1, ActivationSpec.IDENTITY, true, false, 0))),
          LossSpec.HALF_SSE,
          RegularisationSpec.NONE,
          new OptimizerSpec.Momentum(0.05, 0.9),
          new ScheduleSpec.Constant(),
          BatchSpec.FULL,
          new InitSpec.Given(MatrixView.of(1, 3, 0.5, -0.25, 0.1)),
          0);

  private NotationSample() {}

  /** TeX, a formula a line: the loss, a net input, the velocity and the new weight. */
  public static List<String> of(Notation notation, Numbers numbers) {
    Trainer trainer = new Trainer(RUN);
    StepTrace first = trainer.preview();
    trainer.step();
    StepTrace second = trainer.preview();
    Explainer explainer = new Explainer(u -> u == 0 ? first : second, notation);
    Tex tex = new Tex(notation, value -> TexTemplate.tex(numbers.shown(value)));
    return List.of(
        formula(explainer, tex, new Quantity(Kind.LOSS, 1, 0, 0, 0)),
        formula(explainer, tex, new Quantity(Kind.Z, 1, 1, 2, 1)),
        formula(explainer, tex, new Quantity(Kind.MEMORY_W_AFTER, 1, 1, 1, 1, "v")),
        numbers(explainer, tex, new Quantity(Kind.W_AFTER, 1, 1, 1, 1)));
  }

  private static String formula(Explainer explainer, Tex tex, Quantity q) {
    Explanation e = explainer.explain(q);
    return tex.name(q) + " = " + tex.write(e.expression(), With.NAMES);
  }

  private static String numbers(Explainer explainer, Tex tex, Quantity q) {
    return formula(explainer, tex, q)
        + " = "
        + tex.write(explainer.explain(q).expression(), With.NUMBERS)
        + " = "
        + tex.number(explainer.value(q));
  }
}
