package org.ladera.ui.window.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

class StagePaneTest {
  private static final List<ViewTitle> TITLES =
      List.of(
          new ViewTitle("Loss curve", "Loss curve", "Loss curve"),
          new ViewTitle("Decision boundary", "Decision boundary: one at a time", "one at a time"),
          new ViewTitle("Jacobian", "Jacobian: four at once", "four at once"),
          new ViewTitle("Paths", "Paths: four at once", "four at once"));

  @BeforeAll
  static void start() {
    Fx.start();
  }

  private static List<ToggleButton> tabs(int width) {
    StagePane pane = new StagePane();
    Scene scene = Fx.scene(pane, width, 500);
    List<Region> views = Stream.generate(Region::new).limit(TITLES.size()).toList();
    pane.show(views, TITLES, Messages.load(Language.EN), Tokens.of(Profile.LIGHT));
    Fx.picture(scene);
    return Stream.of("#tab-2", "#tab-3", "#tab-4")
        .map(id -> (ToggleButton) pane.lookup(id))
        .toList();
  }

  @Test
  void tabsWithoutRoomSayWhatTellsThemApartAndStillSpeakTheirWholeTitle() {
    Fx.on(
        () -> {
          List<ToggleButton> wide = tabs(1200);
          assertEquals(
              List.of(
                  "Decision boundary: one at a time",
                  "Jacobian: four at once",
                  "Paths: four at once"),
              wide.stream().map(ToggleButton::getText).toList());
          List<ToggleButton> narrow = tabs(400);
          assertEquals(
              List.of("one at a time", "Jacobian: four at once", "Paths: four at once"),
              narrow.stream().map(ToggleButton::getText).toList());
          assertEquals("Decision boundary: one at a time", narrow.getFirst().getAccessibleText());
          ToggleButton last = narrow.getLast();
          assertTrue(last.getBoundsInParent().getMaxX() <= 400, "no tab is cut off by the edge");
          return null;
        });
  }
}
