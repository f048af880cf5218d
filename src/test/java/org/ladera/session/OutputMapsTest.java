package org.ladera.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.Xor;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.landscape.Axis;
import org.ladera.landscape.Field;
import org.ladera.landscape.ForwardPass;
import org.ladera.landscape.LossFunction;
import org.ladera.session.run.InlineSession;

class OutputMapsTest {
  private static final Axis X = new Axis(-1, 2, 7);
  private static final Axis Y = new Axis(0, 1, 5);

  /** The activations of every layer at one place, by a pass of its own. */
  private static List<MatrixView> pass(RunFrame run, int ix, int iy) {
    return new ForwardPass(LossFunction.of(run.experiment()), run.parameters())
        .activations(MatrixView.of(1, 2, X.at(ix), Y.at(iy)));
  }

  @Test
  void oneRequestGivesTheMapOfEveryOutput() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.threeClasses(), 100)));
    session.send(new Command.Watch(Set.of(new FieldRequest.OutputMaps("main", X, Y))));
    session.send(new Command.RunTo(30));
    Frame frame = session.newest();
    for (int output = 1; output <= 3; output++) {
      Field map = frame.fields().get(new FieldRequest.OutputMap("main", output, X, Y));
      assertEquals(pass(frame.main(), 6, 1).getLast().get(output - 1), map.get(6, 1), 1e-15);
      assertEquals(pass(frame.main(), 0, 4).getLast().get(output - 1), map.get(0, 4), 1e-15);
    }
  }

  @Test
  void oneRequestGivesTheMapOfEveryUnitAndFollowsTheRun() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.thesis(), 4000)));
    session.send(new Command.Watch(Set.of(new FieldRequest.UnitMaps("main", X, Y))));
    for (int epoch : new int[] {0, 680}) {
      session.send(new Command.RunTo(epoch));
      Frame frame = session.newest();
      for (int unit = 1; unit <= 3; unit++) {
        Field map = frame.fields().get(new FieldRequest.UnitMap("main", 1, unit, X, Y));
        assertEquals(pass(frame.main(), 3, 2).getFirst().get(unit - 1), map.get(3, 2), 1e-15);
      }
      Field output = frame.fields().get(new FieldRequest.UnitMap("main", 2, 1, X, Y));
      assertEquals(pass(frame.main(), 3, 2).getLast().get(0), output.get(3, 2), 1e-15);
    }
  }

  @Test
  void aNetworkOfOneInputHasNoSuchMaps() {
    InlineSession session = new InlineSession();
    session.send(new Command.Load(Scene.of(Xor.oneInput(), 10)));
    session.send(new Command.Watch(Set.of(new FieldRequest.OutputMaps("main", X, Y))));
    assertEquals(0, session.newest().fields().size());
  }
}
