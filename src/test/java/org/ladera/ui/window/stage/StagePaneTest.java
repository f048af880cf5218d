package org.ladera.ui.window.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
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

  private static List<Region> two() {
    return Stream.generate(Region::new).limit(2).toList();
  }

  /** Two views of a step, then of the next one, where they have changed their places. */
  private static void turn(StagePane pane, List<Region> first, List<Region> second) {
    Messages messages = Messages.load(Language.EN);
    Tokens tokens = Tokens.of(Profile.LIGHT);
    pane.show(first, TITLES.subList(0, 2), messages, tokens);
    pane.getScene().getRoot().layout();
    pane.show(second, TITLES.subList(0, 2).reversed(), messages, tokens);
    pane.getScene().getRoot().layout();
  }

  @Test
  void aViewThatStaysGoesFromItsOldPlaceToTheNewOneUnlessMotionIsUnwanted() {
    Fx.on(
        () -> {
          StagePane pane = new StagePane();
          Stage stage = new Stage();
          stage.setScene(new Scene(pane, 1200, 800));
          stage.show();
          pane.getScene().getPreferences().setReducedMotion(false);
          List<Region> first = two();
          List<Region> second = two();
          turn(pane, first, second);
          for (int i = 0; i < 2; i++) {
            Region before = first.get(1 - i);
            Region now = second.get(i);
            assertNotEquals(before.getLayoutX(), now.getLayoutX());
            assertEquals(before.getLayoutX(), now.getLayoutX() + now.getTranslateX());
            assertEquals(before.getLayoutY(), now.getLayoutY() + now.getTranslateY());
            assertTrue(
                pane.getChildrenUnmodifiable().indexOf(before)
                    < pane.getChildrenUnmodifiable().indexOf(now));
          }
          pane.getScene().getPreferences().setReducedMotion(true);
          List<Region> third = two();
          List<Region> fourth = two();
          turn(pane, third, fourth);
          assertEquals(fourth, pane.getChildrenUnmodifiable());
          assertEquals(0, fourth.getFirst().getTranslateX());
          assertEquals(1, fourth.getFirst().getOpacity());
          // What was on its way is where it was before, for the next time it is shown.
          assertEquals(1, first.getFirst().getOpacity());
          assertEquals(0, first.getFirst().getTranslateX());
          stage.close();
          return null;
        });
  }

  @Test
  void onlyAViewThatIsSeenTakesThePlaceOfOneThatLeaves() {
    Fx.on(
        () -> {
          StagePane pane = new StagePane();
          Stage stage = new Stage();
          stage.setScene(new Scene(pane, 400, 500));
          stage.show();
          pane.getScene().getPreferences().setReducedMotion(false);
          Messages messages = Messages.load(Language.EN);
          Tokens tokens = Tokens.of(Profile.LIGHT);
          List<Region> first = Stream.generate(Region::new).limit(2).toList();
          pane.show(first, List.of(TITLES.get(0), TITLES.get(3)), messages, tokens);
          pane.getScene().getRoot().layout();
          List<Region> next = Stream.generate(Region::new).limit(4).toList();
          pane.show(next, TITLES, messages, tokens);
          pane.getScene().getRoot().layout();
          List<Node> seen = pane.getChildrenUnmodifiable();
          assertTrue(seen.contains(first.get(0)), "the upper view goes on from the one before");
          assertFalse(seen.contains(next.get(3)), "the last view lies behind a tab");
          assertFalse(seen.contains(first.get(1)), "nobody sees where it would go");
          stage.close();
          return null;
        });
  }
}
