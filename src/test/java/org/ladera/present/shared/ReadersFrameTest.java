package org.ladera.present.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Read;
import org.ladera.Xor;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.Conversion;
import org.ladera.explain.Dimension;
import org.ladera.explain.Notation;
import org.ladera.explain.RunConversion;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.session.Command;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.session.Scene;
import org.ladera.session.run.InlineSession;

/** A frame in another notation is that of a run which was trained in that convention. */
final class ReadersFrameTest {
  private static final FieldRequest.LossSurface SURFACE =
      new FieldRequest.LossSurface(
          "main",
          ParameterRef.bias(1, 1),
          ParameterRef.weight(1, 1, 1),
          new Axis(-5, 3, 5),
          new Axis(-1, 4, 5));

  private static final FieldRequest.Derivative SLOPE =
      new FieldRequest.Derivative("main", ParameterRef.weight(1, 1, 1), Optional.empty());
  private static final FieldRequest.Gradient ALL =
      new FieldRequest.Gradient("main", Optional.empty(), false);

  private static final List<String> READINGS =
      List.of(
          "J",
          "start:J",
          "optimum:J",
          "sse",
          "gradientNorm",
          "rate",
          "lambdaMax",
          "limit",
          "condition",
          "etaLambda",
          "epoch",
          "W[1][1,1]",
          "dW[1][1,1]",
          "db[1][1]",
          "W'[1][1,1]",
          "Wseq[1][1,1]",
          "r[3]",
          "z[1][2,1]",
          "delta[1][2,1]",
          "loss[4]");

  /** The last change is the rate and rule of now, which the shown run has in the same numbers. */
  @Test
  void changesOfTheRunAreSaidInTheReadersNumbers() {
    Notation notation = Notation.LESSONS.with(Notation.LossFactor.SUM);
    for (Edit edit :
        List.of(
            new Edit.SetRate(0.0005), new Edit.SetOptimizer(new OptimizerSpec.Sgd(0.0007, 0.1)))) {
      InlineSession session = new InlineSession();
      session.send(new Command.Load(Scene.of(org.ladera.IceCream.experiment(0.001), 3)));
      session.send(new Command.RunTo(1));
      session.send(new Command.Apply(edit, false));
      Frame engine = session.newest();
      RunFrame shown = new ReadersFrame().of(engine, notation).main();
      Edit last = shown.branches().getFirst().recipe().edits().getLast().edit();
      assertEquals(
          shown.experiment().optimizer(), shown.experiment().after(last).optimizer(), "shown");
      assertNotEquals(engine.main().experiment().optimizer().rate(), rate(last));
      session.close();
    }
  }

  private static double rate(Edit edit) {
    return switch (edit) {
      case Edit.SetRate(double rate) -> rate;
      case Edit.SetOptimizer(OptimizerSpec rule) -> rule.rate();
      default -> throw new AssertionError(edit);
    };
  }

  @Test
  void everyReadingIsThatOfTheRunTrainedInTheReadersConvention() {
    Experiment half = org.ladera.IceCream.experiment(0.001);
    for (Notation.LossFactor factor : Notation.LossFactor.values()) {
      Notation notation = Notation.LESSONS.with(factor);
      Experiment other = Conversion.of(half, notation).experiment();
      Frame shown = new ReadersFrame().of(after(half), notation);
      Frame trained = after(other);
      for (String name : READINGS) {
        OptionalDouble expected = Read.value(trained, name);
        assertTrue(expected.isPresent(), name);
        double value = expected.getAsDouble();
        assertEquals(
            value,
            Read.value(shown, name).orElseThrow(),
            1e-6 * Math.abs(value),
            factor + " " + name);
      }
      for (int i = 0; i < trained.main().history().count(); i++) {
        double loss = trained.main().history().loss(i);
        assertEquals(loss, shown.main().history().loss(i), 1e-9 * loss);
      }
      assertEquals(
          trained.checks().derivatives().get(SLOPE).richardson(),
          shown.checks().derivatives().get(SLOPE).richardson(),
          1e-6 * Math.abs(shown.checks().derivatives().get(SLOPE).richardson()));
      assertEquals(
          trained.checks().gradients().get(ALL).worst().orElseThrow().backprop(),
          shown.checks().gradients().get(ALL).worst().orElseThrow().backprop(),
          1e-9 * Math.abs(shown.checks().gradients().get(ALL).worst().orElseThrow().dual()));
      Field there = trained.fields().get(SURFACE);
      Field here = shown.fields().get(SURFACE);
      for (int i = 0; i < there.values().size(); i++) {
        assertEquals(there.values().get(i), here.values().get(i), 1e-9 * there.values().get(i));
      }
    }
  }

  @Test
  void momentumInTheOtherFormIsTheSameRun() {
    Experiment heavy = Xor.thesis().withOptimizer(new OptimizerSpec.Momentum(0.5, 0.9));
    Notation averaged = Notation.LESSONS.with(Notation.Momentum.AVERAGED);
    Frame shown = new ReadersFrame().of(Xor.after(heavy, 20), averaged);
    Frame trained = Xor.after(Conversion.of(heavy, averaged).experiment(), 20);
    assertEquals(5, shown.main().next().rate(), 1e-12);
    assertEquals(trained.main().next().rate(), shown.main().next().rate(), 1e-12);
    double v = trained.main().next().layers().getFirst().w().memory().getFirst().after().get(0);
    assertEquals(
        v,
        shown.main().next().layers().getFirst().w().memory().getFirst().after().get(0),
        1e-9 * Math.abs(v));
  }

  @Test
  void nothingIsCopiedWhereNothingChangesAndAFrameIsConvertedOnce() {
    Frame frame = Xor.after(Xor.thesis(), 3);
    ReadersFrame reader = new ReadersFrame();
    assertSame(frame, reader.of(frame, Notation.LESSONS.with(Notation.Rate.ALPHA)));
    Notation mean = Notation.LESSONS.with(Notation.LossFactor.MEAN_M);
    Frame shown = reader.of(frame, mean);
    assertNotEquals(frame.main().now().totalLoss(), shown.main().now().totalLoss());
    assertSame(shown, reader.of(frame, mean));
    assertSame(frame.main().parameters(), shown.main().parameters());
  }

  @Test
  void whatIsAskedInTheNotationIsWhatTheEngineWouldBeAskedInItsOwn() {
    Notation notation =
        Notation.LESSONS.with(Notation.LossFactor.MEAN_M).with(Notation.Momentum.AVERAGED);
    for (OptimizerSpec rule :
        List.of(
            new OptimizerSpec.Momentum(0.5, 0.9),
            new OptimizerSpec.AveragedMomentum(0.5, 0.9),
            new OptimizerSpec.Sgd(0.25, 0.01),
            new OptimizerSpec.Adam(0.01, 0.9, 0.999, 1e-8, 0.5))) {
      Frame frame = Xor.after(Xor.thesis().withOptimizer(rule), 2);
      OptimizerSpec seen = new ReadersFrame().of(frame, notation).main().experiment().optimizer();
      RunConversion conversion = RunConversion.of(frame.main().experiment(), notation);
      OptimizerSpec back = conversion.typed(seen);
      assertEquals(rule.getClass(), back.getClass());
      assertEquals(rule.rate(), back.rate());
      double rate = conversion.typed(seen.rate(), Dimension.Basic.BASE_RATE).engine();
      assertEquals(rule.rate(), rate, 1e-15);
    }
  }

  private static Frame after(Experiment experiment) {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(new Scene(List.of(new Scene.Run("main", experiment)), 100)));
    session.send(new Command.RunTo(40));
    session.send(new Command.Watch(Set.of(SURFACE, SLOPE, ALL)));
    Frame frame = session.newest();
    session.close();
    return frame;
  }
}
