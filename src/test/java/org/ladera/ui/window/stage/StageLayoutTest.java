package org.ladera.ui.window.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLayoutTest {
  private static final double W = 728;
  private static final double H = 708;

  private static double area(Rectangle2D place) {
    return place.getWidth() * place.getHeight();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1", "3,1", "3,2", "3,3", "4,1", "4,3", "4,4", "5,1", "5,4", "5,5"})
  void views_fill_the_stage_and_lie_over_no_other(int views, int alike) {
    List<Rectangle2D> places = StageLayout.of(views, alike, 1, W, H, 1);
    assertEquals(views, places.size());
    Rectangle2D stage = new Rectangle2D(0, 0, W, H);
    double sum = 0;
    for (int i = 0; i < views; i++) {
      assertTrue(stage.contains(places.get(i)), places.toString());
      for (int j = 0; j < i; j++) {
        assertTrue(!places.get(i).intersects(places.get(j)), places.toString());
      }
      sum += area(places.get(i));
    }
    assertTrue(sum > 0.99 * W * H, "covered " + sum / (W * H));
  }

  @ParameterizedTest
  @CsvSource({"2,1", "3,1", "3,2", "4,1", "4,2"})
  void the_first_view_has_the_most_room(int views, int alike) {
    List<Rectangle2D> places = StageLayout.of(views, alike, 1, W, H, 1);
    for (Rectangle2D other : places.subList(1, views)) {
      assertTrue(area(places.getFirst()) > 1.1 * area(other), places.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"3,3", "4,3", "4,4", "5,4"})
  void compared_views_are_equally_large(int views, int alike) {
    List<Rectangle2D> places = StageLayout.of(views, alike, 1, W, H, 1);
    for (Rectangle2D other : places.subList(1, alike)) {
      assertEquals(places.getFirst().getWidth(), other.getWidth(), 1.5);
      assertEquals(places.getFirst().getHeight(), other.getHeight(), 1.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "4"})
  void room_that_is_gained_is_the_first_views(int views) {
    Rectangle2D before = StageLayout.of(views, 1, 1, W, H, 1).getFirst();
    List<Rectangle2D> after = StageLayout.of(views, 1, 1, W + 504, H, 1);
    double gained = area(after.getFirst()) - area(before);
    assertTrue(gained > 0.5 * 504 * H * 0.56, "gained " + gained);
  }
}
