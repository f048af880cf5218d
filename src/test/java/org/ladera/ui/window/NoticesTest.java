package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.session.Failure;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;

class NoticesTest {
  @ParameterizedTest
  @CsvSource({
    "EN,RUN,'program. What you asked for needs more memory than there is.'",
    "ES,RUN,'programa. Lo que pediste necesita más memoria de la que hay.'",
    "EN,PICTURE,'program. A picture needs more memory than there is.'",
    "ES,PICTURE,'programa. Una imagen necesita más memoria de la que hay.'"
  })
  void aMistakeOfTheProgramIsToldUntilItIsRead(
      Language language, Failure.Where where, String sentence) {
    Fx.start();
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    Fx.on(
        () -> {
          try (WindowBench bench =
              new WindowBench(typesetter, WindowBench.plain(language), 1024, 640)) {
            bench.controller.open(0, 2);
            bench.settle();
            assertTrue(bench.find("failure-way").isEmpty());
            bench.controller.window().notices().tell(new Failure(where, true));
            bench.settle();
            String spoken = bench.find("failure-way").orElseThrow().getParent().getAccessibleText();
            assertTrue(spoken.contains(sentence), spoken);
            assertEquals(List.of(), bench.cut());
            bench.press(KeyCode.RIGHT);
            assertEquals(1, bench.frame().main().epoch(), "the run can go on");
            assertTrue(bench.find("failure-way").isPresent(), "it is not read yet");
            ((Button) bench.find("failure-way").orElseThrow()).fire();
            bench.settle();
            assertTrue(bench.find("failure-way").isEmpty());
          }
          return null;
        });
  }
}
