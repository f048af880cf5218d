package org.ladera.present.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.Frame;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;

class BoundariesModelTest {
  @Test
  void eightSeedsAmongThemThoseWithAThirdInputThatIsAlwaysOne() {
    Step step =
        LessonLibrary.load(Path.of("lessons"))
            .lesson("xor")
            .orElseThrow()
            .step("seeds")
            .orElseThrow();
    ViewSpec.Boundaries spec = (ViewSpec.Boundaries) step.views().getFirst();
    InlineSession session = new InlineSession();
    session.send(new Command.Load(step.scene()));
    session.send(new Command.RunTo(0));
    session.send(new Command.Watch(Set.copyOf(BoundariesModel.wanted(spec, session.newest()))));
    session.send(new Command.RunTo(3000));
    Frame frame = session.newest();
    BoundariesModel model =
        BoundariesModel.of(frame, spec, Highlight.NONE, Messages.load(Language.EN), Labels.NONE);
    assertEquals(8, model.cells().size());
    assertEquals("8 of 8 have every point right", model.reading());
    for (BoundariesModel.Cell cell : model.cells()) {
      BackgroundField field = cell.boundary().background().orElseThrow();
      // The picture says of each example what the network says of it, its third input included.
      for (BoundaryModel.Mark mark : cell.boundary().marks()) {
        assertEquals(mark.group(), field.winner(mark.x(), mark.y()), cell.name());
      }
      assertTrue(cell.solved());
    }
    assertEquals(List.of(2, 2, 2, 2, 3, 3, 3, 3), inputs(frame));
  }

  private static List<Integer> inputs(Frame frame) {
    return frame.runs().stream().map(run -> run.experiment().network().inputs()).toList();
  }
}
