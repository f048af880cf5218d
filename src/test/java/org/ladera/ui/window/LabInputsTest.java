package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.session.RunFrame;
import org.ladera.ui.Fx;

/** What a person brings into a laboratory, and what is asked before it is done. */
class LabInputsTest extends LabBench {
  private List<LayerSpec> layers() {
    return bench.frame().main().experiment().network().layers();
  }

  private void open(Path path) {
    Fx.on(
        () -> {
          bench.controller.lab.files.open(path);
          return null;
        });
  }

  private String said(String id) {
    return Fx.on(() -> words(id));
  }

  /** On the FX thread. */
  private String words(String id) {
    return ((Label) bench.find(id).orElseThrow()).getText();
  }

  /** Left half white or right half white, of two sizes. */
  private static void pictures(Path folder) throws IOException {
    for (int i = 0; i < 6; i++) {
      boolean left = i % 2 == 0;
      int side = i < 4 ? 12 : 24;
      BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          image.setRGB(x, y, left == x < side / 2 ? 0xFFFFFF : 0);
        }
      }
      Path inside = Files.createDirectories(folder.resolve(left ? "left" : "right"));
      ImageIO.write(image, "png", inside.resolve(i + ".png").toFile());
    }
  }

  @Test
  void a_folder_of_pictures_is_learned_kept_and_looked_at_through_windows(@TempDir Path temporary)
      throws Exception {
    Path folder = temporary.resolve("halves");
    pictures(folder);
    // Whoever opens one of the pictures means the folder around its class.
    open(folder.resolve("left").resolve("0.png"));
    until(() -> bench.find("picture-sheet").isPresent());
    assertTrue(said("pictures-said").contains("left, right"), said("pictures-said"));
    choose("pictures-side", 8);
    until(() -> words("pictures-said").contains("8 × 8"));
    fitsTheSmallestWindow();
    Fx.on(
        () -> {
          assertEquals(List.of(), bench.cut());
          return bench;
        });
    fire("pictures-begin");
    until(() -> bench.frame().main().experiment().data().images().isPresent());
    Dataset data = run().experiment().data();
    assertEquals(6, data.size());
    for (int i = 0; i < data.size(); i++) {
      int label = data.y().get(i, 0) == 1 ? 0 : 1;
      assertEquals(label == 0 ? 1 : 0, data.x().get(i, 0), "left of picture " + i);
      assertEquals(label == 0 ? 0 : 1, data.x().get(i, 7), "right of picture " + i);
    }

    fire("lab-layer-add");
    until(() -> layers().size() == 3);
    this.<Object>choose("lab-kind-1", kind("lab-kind-1", 1));
    until(() -> layers().getFirst().kind() instanceof LayerKind.Convolution);
    type("lab-padding-1", "1");
    until(() -> layers().getFirst().units() == 8 * 8 * 8);
    this.<Object>choose("lab-kind-2", kind("lab-kind-2", 2));
    until(() -> layers().get(1).kind() instanceof LayerKind.Pool);
    assertEquals("8×4×4", layers().get(1).kind().picturesOut().orElseThrow().toString());
    train(3);
    RunFrame before = run();
    Path file = temporary.resolve("mine.ladera");
    Fx.on(
        () -> {
          bench.controller.lab.keeping.save(file);
          return null;
        });
    until(() -> bench.controller.lab.keeping.name().equals("mine.ladera"));
    fire("lab-layer-add");
    until(() -> bench.frame().main().update() == 0);
    open(file);
    until(() -> bench.frame().main().update() == before.update());
    assertEquals(before.parameters(), run().parameters());
  }

  private Object kind(String id, int index) {
    return Fx.on(() -> ((ComboBox<?>) bench.find(id).orElseThrow()).getItems().get(index));
  }

  @Test
  void trained_weights_become_the_start_or_say_both_shapes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("mine.json");
    // A row for each unit, as PyTorch keeps them.
    Files.writeString(
        file,
        """
        {"layers.0.weight": [[1, 2], [3, 4], [5, 6]], "layers.0.bias": [0.1, 0.2, 0.3],
         "layers.1.weight": [[7, 8, 9]], "layers.1.bias": [0.4]}
        """);
    open(file);
    until(() -> bench.find("weights-sheet").isPresent());
    assertTrue(said("weights-said").contains("2×3"), said("weights-said"));
    assertTrue(said("weights-said").contains("2×8"), said("weights-said"));
    assertTrue(Fx.on(() -> bench.find("weights-take").orElseThrow().isDisabled()));
    fitsTheSmallestWindow();
    fire("weights-build");
    until(() -> layers().getFirst().units() == 3);
    assertEquals(
        List.of(1.0, 3.0, 5.0, 2.0, 4.0, 6.0), Fx.on(() -> first(bench.frame().main(), 6)));
    train(2);
    control(KeyCode.Z);
    until(() -> layers().getFirst().units() == 8);
  }

  private static List<Double> first(RunFrame run, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> run.parameters().get(0, i))
        .toList();
  }

  @Test
  void a_layer_that_does_not_learn_keeps_its_weights() {
    RunFrame before = run();
    Fx.on(
        () -> {
          ((javafx.scene.control.ToggleButton) bench.find("lab-trainable-1").orElseThrow()).fire();
          return bench.settle();
        });
    until(() -> !layers().getFirst().trainable());
    train(5);
    assertEquals(first(before, 16), first(run(), 16));
    assertTrue(!before.parameters().equals(run().parameters()));
  }

  /** What is laid over the window, with large letters and little room. */
  private void fitsTheSmallestWindow() {
    Fx.on(
        () -> {
          bench.stage.setWidth(1024);
          bench.stage.setHeight(640);
          for (var language : org.ladera.text.Language.values()) {
            bench.controller.change(
                WindowBench.plain(language).withProfile(org.ladera.ui.theme.Profile.PROJECTOR));
            bench.settle();
            assertEquals(List.of(), bench.outside(), language.toString());
            assertEquals(List.of(), bench.cut(), language.toString());
          }
          bench.controller.change(WindowBench.plain(org.ladera.text.Language.EN));
          bench.stage.setWidth(1280);
          bench.stage.setHeight(800);
          return bench.settle();
        });
  }

  @Test
  void points_are_drawn_by_hand_and_by_keys() {
    Fx.on(
        () -> {
          bench.controller.lab.files.draw();
          return bench.settle();
        });
    until(() -> bench.find("draw-sheet").isPresent());
    fire("draw-clear");
    fire("draw-class-more");
    fitsTheSmallestWindow();
    Fx.on(
        () -> {
          assertEquals(List.of(), bench.cut());
          var pad = bench.find("draw-pad").orElseThrow();
          pad.requestFocus();
          bench.press(KeyCode.ENTER);
          bench.press(KeyCode.DIGIT1);
          bench.press(KeyCode.RIGHT);
          bench.press(KeyCode.SPACE);
          bench.press(KeyCode.DIGIT2);
          bench.press(KeyCode.UP);
          bench.press(KeyCode.ENTER);
          bench.press(KeyCode.UP);
          return bench.press(KeyCode.ENTER);
        });
    fire("draw-undo");
    fire("draw-begin");
    until(() -> bench.frame().main().experiment().data().size() == 3);
    Dataset data = run().experiment().data();
    assertEquals(3, data.y().columns());
    // The class that was added last is the one that was drawn with.
    assertEquals(
        List.of(1.0, 1.0, 1.0),
        List.of(data.y().get(0, 2), data.y().get(1, 0), data.y().get(2, 1)));
    assertEquals(
        "softmax", run().experiment().network().layers().getLast().activation().kind().id());
  }

  /** What takes long, or much memory, is said first, and done only when a person says so. */
  @Test
  void a_large_network_is_asked_about() {
    Object wide = java.util.Map.of("units", 1024L, "activation", "tanh");
    Object last = java.util.Map.of("units", 1L, "activation", "sigmoid");
    Fx.on(
        () -> {
          bench.controller.lab.change(
              org.ladera.ui.window.lab.LabPart.NETWORK,
              d -> d.with(d.draft().with(List.of(wide, wide, last), "scene", "network", "layers")));
          return null;
        });
    until(() -> bench.find("lab-build").isPresent());
    assertEquals(2, layers().size());
    fire("lab-refused-leave");
    until(() -> bench.find("lab-build").isEmpty());
    assertEquals(2, layers().size());
  }

  @Test
  void layers_follow_the_keys_on_the_sketch() {
    Fx.on(
        () -> {
          bench.find("lab-sketch").orElseThrow().requestFocus();
          return bench.press(KeyCode.UP);
        });
    until(() -> layers().getFirst().units() == 9);
    Fx.on(() -> bench.press(KeyCode.INSERT));
    until(() -> layers().size() == 3);
    Fx.on(() -> bench.press(KeyCode.DOWN));
    until(() -> layers().getFirst().units() == 8);
    Fx.on(() -> bench.press(KeyCode.RIGHT, true, false));
    until(() -> layers().getFirst().units() == 9 && layers().get(1).units() == 8);
    Fx.on(() -> bench.press(KeyCode.DELETE));
    until(() -> layers().size() == 2 && layers().getFirst().units() == 9);
  }
}
