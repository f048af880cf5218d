package org.ladera.present.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ladera.IceCream;
import org.ladera.Read;
import org.ladera.Xor;
import org.ladera.engine.spec.BatchSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.explain.Conversion;
import org.ladera.explain.Dimension;
import org.ladera.explain.Notation;
import org.ladera.explain.ReaderNumber;
import org.ladera.explain.RunConversion;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Threshold;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.Granularity;
import org.ladera.session.Scene;
import org.ladera.session.Stop;
import org.ladera.session.reading.RunReading;
import org.ladera.session.run.InlineSession;
import org.ladera.timeline.Condition;

/** Goals, conditions and typed numbers mean the same moment of the run in every notation. */
final class NotatedFrameTest {
  private static final List<String> READINGS =
      List.of(
          "J",
          "start:J",
          "optimum:J",
          "sse",
          "optimum:sse",
          "gradientNorm",
          "accuracy",
          "correct",
          "epoch",
          "update",
          "epochs",
          "samples",
          "rate",
          "lambdaMax",
          "lambdaMin",
          "limit",
          "condition",
          "etaLambda",
          "W[1][1,1]",
          "b[1][1]",
          "dW[1][1,1]",
          "db[1][1]",
          "W'[1][1,1]",
          "start:W[1][1,1]",
          "optimum:b[1][1]",
          "x[3]",
          "y[2]",
          "yhat[4]",
          "r[1]",
          "loss[4]",
          "z[1][4,1]",
          "a[1][4,1]",
          "slope[1][3,1]",
          "delta[1][2,1]",
          "exp[1][1,1]",
          "through[1][4,1]",
          "jacobian[1][4,1,1]",
          "secant[1][2,4,1]",
          "saturated[1]");

  private static final int MOMENTS = 24;

  private static List<Notation> notations() {
    return Stream.of(Notation.LossFactor.values())
        .flatMap(
            factor ->
                Stream.of(Notation.Momentum.values())
                    .map(form -> Notation.LESSONS.with(factor).with(form)))
        .toList();
  }

  private static List<Experiment> experiments() {
    return List.of(
        IceCream.experiment(0.001),
        IceCream.experiment(0.0005).withBatch(BatchSpec.mini(5)),
        Xor.thesis().withOptimizer(new OptimizerSpec.Momentum(0.5, 0.9)),
        Xor.thesis().withOptimizer(new OptimizerSpec.AveragedMomentum(0.5, 0.9)),
        Xor.threeClasses());
  }

  /** The moments after each of the first updates. */
  private static List<Frame> moments(Experiment experiment) {
    List<Frame> frames = new ArrayList<>();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(new Scene(List.of(new Scene.Run("main", experiment)), 100)));
      for (int i = 0; i < MOMENTS; i++) {
        frames.add(session.newest());
        session.send(new Command.Step(Granularity.UPDATE, 1));
      }
    }
    return frames;
  }

  @Test
  void everyReadingSaysHowItIsConverted() {
    int changed = 0;
    for (Experiment experiment : experiments()) {
      Frame frame = moments(experiment).getLast();
      for (Notation notation : notations()) {
        Frame shown = new ReadersFrame().of(frame, notation);
        RunConversion conversion = RunConversion.of(frame.main().next(), notation);
        for (String name : READINGS) {
          RunReading reading = Read.of(name);
          OptionalDouble engine = reading.value(frame);
          assertEquals(engine.isPresent(), reading.value(shown).isPresent(), name);
          if (engine.isPresent()) {
            double value = reading.value(shown).getAsDouble();
            ReaderNumber number =
                conversion.shown(engine.getAsDouble(), reading.reading().dimension());
            double tolerance = 1e-12 * Math.abs(value);
            assertEquals(value, number.shown(), tolerance, notation.words() + " " + name);
            changed += value == engine.getAsDouble() ? 0 : 1;
          }
        }
      }
    }
    assertTrue(changed > 300, "only " + changed);
  }

  @Test
  void aGoalIsReachedAtTheMomentOfTheEngineAndTheReaderSeesWhy() {
    int reached = 0;
    for (Experiment experiment : experiments()) {
      List<Frame> frames = moments(experiment);
      for (String name : READINGS) {
        RunReading reading = Read.of(name);
        OptionalDouble first = reading.value(frames.get(10));
        OptionalDouble second = reading.value(frames.get(11));
        if (first.isEmpty() || second.isEmpty()) {
          continue;
        }
        double below = (first.getAsDouble() + second.getAsDouble()) / 2;
        Check goal = new Check.Reach("goal", reading, new Threshold(Threshold.Side.BELOW, below));
        for (Notation notation : notations()) {
          ReadersFrame reader = new ReadersFrame();
          for (Frame frame : frames) {
            NotatedFrame moment = new NotatedFrame(frame, reader.of(frame, notation), notation);
            OptionalDouble engine = reading.value(frame);
            if (engine.isEmpty()
                || Math.abs(engine.getAsDouble() - below) < 1e-9 * Math.abs(below)) {
              continue;
            }
            boolean is = engine.getAsDouble() < below;
            assertEquals(
                is, Grading.grade(goal, "", moment.engine()) instanceof Verdict.Right, name);
            double limit =
                RunConversion.of(frame.main().next(), notation)
                    .shown(below, reading.reading().dimension())
                    .shown();
            assertEquals(
                is,
                reading.value(moment.shown()).orElseThrow() < limit,
                notation.words() + " " + name);
            reached += is ? 1 : 0;
          }
        }
      }
    }
    assertTrue(reached > 10_000, "only " + reached);
  }

  /** A run that is trained in the reader's convention stops at the same update. */
  @Test
  void aRunStopsWhereItWouldInTheConventionOfTheReader() {
    for (Notation notation : notations()) {
      Experiment own = Xor.thesis().withOptimizer(new OptimizerSpec.Momentum(0.5, 0.9));
      Experiment other = Conversion.of(own, notation).experiment();
      double limit = 0.9 * moments(other).getFirst().main().next().gradientNorm();
      double engine =
          RunConversion.of(own, notation).typed(limit, Dimension.Basic.BATCH_LOSS).engine();
      assertEquals(stop(other, limit), stop(own, engine), notation.words());
    }
  }

  private static long stop(Experiment experiment, double below) {
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(new Scene(List.of(new Scene.Run("main", experiment)), 5000)));
      session.send(new Command.RunUntil(new Condition.GradientBelow(below)));
      Stop stop = session.newest().stop().orElseThrow();
      assertEquals(Stop.Why.MET, stop.why());
      assertTrue(stop.update() > 1);
      return stop.update();
    }
  }

  @Test
  void aTypedNumberIsTheSameWhenItComesBack() {
    SplittableRandom random = new SplittableRandom(7);
    for (Experiment experiment : experiments()) {
      for (Notation notation : notations()) {
        RunConversion conversion = RunConversion.of(experiment, notation);
        for (Dimension dimension : Dimension.Basic.values()) {
          for (int i = 0; i < 50; i++) {
            double value = Math.scalb(random.nextDouble(), random.nextInt(-20, 20));
            ReaderNumber typed = conversion.typed(value, dimension);
            assertEquals(value, typed.shown());
            ReaderNumber back = conversion.shown(typed.engine(), dimension);
            assertTrue(typed.same(back));
            assertEquals(value, back.shown(), 1e-15 * value * 4);
          }
        }
      }
    }
  }
}
