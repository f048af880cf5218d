package org.ladera.present.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ladera.present.plot.LabelPlacer.Box;
import org.ladera.present.plot.LabelPlacer.Leader;
import org.ladera.present.plot.LabelPlacer.Placed;

class LabelPlacerTest {
  private static final Box PLOT = new Box(0, 0, 480, 300);

  /** Marks and lines of one drawing. */
  private static final class Scene {
    final List<double[]> marks = new ArrayList<>();
    final List<double[]> lines = new ArrayList<>();

    Scene(SplittableRandom random) {
      for (int i = 0; i < 6; i++) {
        marks.add(new double[] {random.nextDouble() * 480, random.nextDouble() * 300});
      }
      double x = random.nextDouble() * 480;
      double y = random.nextDouble() * 300;
      for (int i = 0; i < 25; i++) {
        double nx = Math.clamp(x + (random.nextDouble() - 0.5) * 90, 0, 480);
        double ny = Math.clamp(y + (random.nextDouble() - 0.5) * 90, 0, 300);
        lines.add(new double[] {x, y, nx, ny});
        x = nx;
        y = ny;
      }
    }

    List<Optional<Placed>> label(LabelMemory memory) {
      LabelPlacer placer = new LabelPlacer(PLOT, memory);
      for (double[] m : marks) {
        placer.take(new Box(m[0] - 6, m[1] - 6, 12, 12));
      }
      for (double[] l : lines) {
        placer.keepFree(l[0], l[1], l[2], l[3]);
      }
      List<Optional<Placed>> placed = new ArrayList<>();
      for (int i = 0; i < marks.size(); i++) {
        double[] m = marks.get(i);
        placed.add(placer.beside("mark " + i, m[0], m[1], 12, 40 + 9 * i, 14, i % 2 == 0));
      }
      return placed;
    }
  }

  @Test
  void noLabelCoversALineAMarkOrAnotherLabelOrIsCut() {
    SplittableRandom random = new SplittableRandom(12);
    int found = 0;
    for (int trial = 0; trial < 400; trial++) {
      Scene scene = new Scene(random);
      List<Box> boxes = new ArrayList<>();
      for (Optional<Placed> placed : scene.label(new LabelMemory())) {
        if (placed.isEmpty()) {
          continue;
        }
        found++;
        Box box = placed.get().box();
        assertTrue(
            box.x() >= 0 && box.y() >= 0 && box.right() <= 480 && box.bottom() <= 300, "cut");
        for (Box other : boxes) {
          assertFalse(overlap(box, other), "over a label");
        }
        boxes.add(box);
        for (double[] m : scene.marks) {
          assertFalse(overlap(box, new Box(m[0] - 6, m[1] - 6, 12, 12)), "over a mark");
        }
        for (double[] l : scene.lines) {
          for (int i = 0; i <= 200; i++) {
            double t = i / 200.0;
            double x = l[0] + t * (l[2] - l[0]);
            double y = l[1] + t * (l[3] - l[1]);
            boolean in = x > box.x() && x < box.right() && y > box.y() && y < box.bottom();
            assertFalse(in, "over a line");
          }
        }
      }
    }
    assertTrue(found > 0.9 * 400 * 6, "only " + found + " of " + 400 * 6 + " have a place");
  }

  @Test
  void aLabelFarFromItsMarkIsJoinedToIt() {
    SplittableRandom random = new SplittableRandom(13);
    int led = 0;
    for (int trial = 0; trial < 400; trial++) {
      Scene scene = new Scene(random);
      List<Optional<Placed>> all = scene.label(new LabelMemory());
      for (int i = 0; i < all.size(); i++) {
        double[] m = scene.marks.get(i);
        if (all.get(i).isEmpty()) {
          continue;
        }
        Box box = all.get(i).get().box();
        double dx = m[0] - Math.clamp(m[0], box.x(), box.right());
        double dy = m[1] - Math.clamp(m[1], box.y(), box.bottom());
        double away = Math.hypot(dx, dy);
        Optional<Leader> leader = all.get(i).get().leader();
        assertTrue(leader.isPresent() || away < 12 + 20, "lost at " + away);
        if (leader.isPresent()) {
          led++;
          Leader l = leader.get();
          assertTrue(Math.hypot(l.x1() - m[0], l.y1() - m[1]) <= 12, "begins at the mark");
          assertTrue(
              l.x2() >= box.x() - 1e-9
                  && l.x2() <= box.right() + 1e-9
                  && l.y2() >= box.y() - 1e-9
                  && l.y2() <= box.bottom() + 1e-9,
              "ends at the label");
        }
      }
    }
    assertTrue(led > 0);
  }

  @Test
  void aLabelStaysOnItsSideWhileThatIsFree() {
    SplittableRandom random = new SplittableRandom(14);
    int moved = 0;
    int shown = 0;
    for (int trial = 0; trial < 100; trial++) {
      Scene scene = new Scene(random);
      LabelMemory memory = new LabelMemory();
      List<Optional<Placed>> before = scene.label(memory);
      for (int frame = 0; frame < 10; frame++) {
        scene.marks.getFirst()[0] = Math.clamp(scene.marks.getFirst()[0] + 1.5, 0, 480);
        List<Optional<Placed>> now = scene.label(memory);
        for (int i = 0; i < now.size(); i++) {
          if (before.get(i).isPresent() && now.get(i).isPresent()) {
            Box a = before.get(i).get().box();
            Box b = now.get(i).get().box();
            shown++;
            moved += Math.hypot(a.x() - b.x(), a.y() - b.y()) > 2 ? 1 : 0;
          }
        }
        before = now;
      }
    }
    assertTrue(moved < 0.03 * shown, moved + " jumps of " + shown);
  }

  @Test
  void aPlaceThatIsNoLongerFreeIsLeft() {
    LabelMemory memory = new LabelMemory();
    Box first = new LabelPlacer(PLOT, memory).beside("a", 240, 150, 10, 60, 14, false).get().box();
    LabelPlacer placer = new LabelPlacer(PLOT, memory);
    placer.keepFree(first.x(), first.y(), first.right(), first.bottom());
    Box second = placer.beside("a", 240, 150, 10, 60, 14, false).get().box();
    assertFalse(overlap(first, second));
    assertEquals(second, placed(memory), "and not gone back to");
  }

  private static Box placed(LabelMemory memory) {
    return new LabelPlacer(PLOT, memory).beside("a", 240, 150, 10, 60, 14, false).get().box();
  }

  private static boolean overlap(Box a, Box b) {
    return Math.min(a.right(), b.right()) > Math.max(a.x(), b.x())
        && Math.min(a.bottom(), b.bottom()) > Math.max(a.y(), b.y());
  }
}
