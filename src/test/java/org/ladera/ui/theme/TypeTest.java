package org.ladera.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.ladera.ui.Fx;

class TypeTest {
  /** The window measures words while the drawing thread lays out the letters of its canvases. */
  @Test
  void twoThreadsLayOutLettersAtOnce() throws Exception {
    Fx.start();
    Font font = Type.text(Tokens.of(Profile.LIGHT), 13, Type.Weight.REGULAR);
    Callable<List<Double>> widths =
        () -> IntStream.range(0, 20_000).mapToObj(i -> width("y\u0302 = " + i, font)).toList();
    List<Double> alone = widths.call();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<List<Double>> one : threads.invokeAll(List.of(widths, widths))) {
        assertEquals(alone, one.get());
      }
    }
  }

  private static double width(String text, Font font) {
    Text shown = new Text(text);
    shown.setFont(font);
    return shown.getLayoutBounds().getWidth();
  }
}
