package org.ladera.present.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ladera.lesson.model.RaceView;
import org.ladera.lesson.model.Step;
import org.ladera.present.runs.MemoryModel.Block;
import org.ladera.present.runs.MemoryModel.Line;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.Command;
import org.ladera.session.run.InlineSession;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;

/** Slopes of 1 and 100: what RMSprop and AdaGrad make of them, worked out by hand. */
class MemoryModelTest {
  private static MemoryModel after(int updates) {
    Step step =
        LessonLibrary.load(Path.of(System.getProperty("ladera.lessons", "lessons")))
            .lesson("optimizers")
            .orElseThrow()
            .step("own-rate")
            .orElseThrow();
    RaceView.Memory spec =
        step.views().stream()
            .filter(RaceView.Memory.class::isInstance)
            .map(RaceView.Memory.class::cast)
            .findFirst()
            .orElseThrow();
    try (InlineSession session = new InlineSession()) {
      session.send(new Command.Load(step.scene()));
      session.send(new Command.Seek(updates));
      return MemoryModel.of(
          session.newest(), spec, Highlight.NONE, Messages.load(Language.EN), Labels.NONE);
    }
  }

  private static Line line(Block block, MemoryModel.Meaning meaning) {
    return block.lines().stream().filter(l -> l.meaning() == meaning).findFirst().orElseThrow();
  }

  @Test
  void eachParameterHasItsGradientItsMemoryAndItsRate() {
    Block rmsprop = after(1).blocks().getFirst();
    // v = 0.1·g², kept for the next update.
    assertEquals(List.of("0.1", "1000"), shown(line(rmsprop, MemoryModel.Meaning.MEMORY)));
    assertEquals(List.of("1", "100"), shown(line(rmsprop, MemoryModel.Meaning.GRADIENT)));
    // η/√(0.9·0.1 + 0.1) for a slope of 1, a hundredth of that for 100.
    assertEquals(List.of("0.00229", "2.29·10⁻⁵"), shown(line(rmsprop, MemoryModel.Meaning.RATE)));
    assertEquals(List.of("−0.00229", "−0.00229"), shown(line(rmsprop, MemoryModel.Meaning.STEP)));
  }

  @Test
  void barsOfOneQuantityHaveOneScaleInAllRuns() {
    MemoryModel model = after(1);
    Block adagrad = model.blocks().get(1);
    Block plain = model.blocks().get(2);
    // The longest step of all is gradient descent's along y: −0.1.
    assertEquals(-1, line(plain, MemoryModel.Meaning.STEP).bars().get(1).share(), 1e-12);
    assertEquals(-0.01, line(plain, MemoryModel.Meaning.STEP).bars().get(0).share(), 1e-12);
    // AdaGrad's second step is η/√2 in both directions.
    assertEquals(
        -0.01 / Math.sqrt(2), line(adagrad, MemoryModel.Meaning.STEP).bars().get(0).share(), 1e-9);
    // G before the second update is g².
    assertEquals(List.of("1", "10 000"), shown(line(adagrad, MemoryModel.Meaning.MEMORY)));
  }

  private static List<String> shown(Line line) {
    return line.bars().stream()
        .map(b -> b.shown().replace('\u202f', ' ').replace('\u00a0', ' '))
        .toList();
  }
}
