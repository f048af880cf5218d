package org.ladera.ui.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ladera.Rigs;
import org.ladera.lesson.model.Lesson;
import org.ladera.session.Command;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.ui.Fx;
import org.ladera.ui.control.Focus;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.plot.Drawing;
import org.ladera.ui.plot.ViewCard;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** The lessons about pictures, played by keyboard alone. */
class PictureKeysTest {
  private static Typesetter typesetter;
  private static List<Lesson> lessons;
  private WindowBench bench;

  @BeforeAll
  static void start() {
    Fx.start();
    typesetter = new Typesetter();
    typesetter.awaitReady();
    lessons = LessonLibrary.load(Path.of("lessons")).lessons();
  }

  @BeforeEach
  void open() {
    bench =
        Fx.on(
            () -> new WindowBench(lessons, typesetter, WindowBench.plain(Language.EN), 1280, 800));
  }

  @AfterEach
  void close() {
    Fx.on(
        () -> {
          bench.close();
          return null;
        });
  }

  private void go(String lesson, String step) {
    Lesson found = lessons.stream().filter(l -> l.id().equals(lesson)).findFirst().orElseThrow();
    int index = found.steps().indexOf(found.step(step).orElseThrow());
    // Pictures are drawn when they are first looked at: not while the window waits.
    found.steps().get(index).scene().runs().getFirst().experiment().data().x().get(0);
    Fx.on(
        () -> {
          bench.controller.open(lessons.indexOf(found), index);
          return bench.settle().settle();
        });
  }

  private ViewCard card(int index) {
    return (ViewCard) bench.shown().filter(ViewCard.class::isInstance).toList().get(index);
  }

  private static List<String> written(Drawing card) {
    List<String> words = new ArrayList<>();
    card.watch(word -> words.add(word.text()));
    card.repaint();
    card.watch(null);
    return words;
  }

  /** Enter in the field that has the focus. */
  private void type(String number) {
    TextField field = (TextField) bench.scene().getFocusOwner();
    field.setText(number);
    field.fireEvent(new ActionEvent(field, field));
    bench.settle();
  }

  @Test
  void aKernelOfOnesOwnIsTypedNumberByNumberAndTheKeysOfTheViewGoOn() {
    go("convolution", "own");
    Fx.on(
        () -> {
          ViewCard kernel = card(0);
          Focus.visibly(kernel);
          bench.press(KeyCode.K);
          for (String number : List.of("0", "0", "0", "0", "2")) {
            type(number);
          }
          bench.press(KeyCode.ESCAPE);
          assertTrue(kernel.isFocusVisible(), "the arrow keys are those of the view");
          assertTrue(kernel.getAccessibleText().startsWith("own kernel"));
          assertEquals(9, written(kernel).stream().filter(Set.of("+2", "2")::contains).count() + 8);
          bench.press(KeyCode.RIGHT);
          assertTrue(kernel.getAccessibleText().contains("column 2"), kernel.getAccessibleText());
          return null;
        });
  }

  /** The k-th of the maxima is chosen from the columns 2k − 1 and 2k of the first two rows. */
  @Test
  void theMaximaAreAskedOneAfterAnother() {
    go("convolution", "own");
    Pattern place = Pattern.compile("row (\\d+), column (\\d+)");
    Fx.on(
        () -> {
          ViewCard kernel = card(0);
          Focus.visibly(kernel);
          for (int k = 1; k <= 13; k++) {
            bench.press(KeyCode.M);
            Matcher at = place.matcher(kernel.getAccessibleText());
            assertTrue(at.find());
            assertTrue(Integer.parseInt(at.group(1)) <= 2, at.group());
            assertEquals(k, (Integer.parseInt(at.group(2)) + 1) / 2, at.group());
          }
          return null;
        });
  }

  /** They are 0.1721, 0.2868, 0.0502 and −0.086; one decimal would make 0.0502 a 0.1. */
  @Test
  void theDeltasOfTheMaximaAreThoseOfTheMapToTheSameDecimal() {
    go("convolution", "back");
    Fx.on(
        () -> {
          // The views are covered until this is answered.
          Button two =
              bench
                  .shown()
                  .filter(Button.class::isInstance)
                  .map(Button.class::cast)
                  .filter(b -> b.getText().equals("2"))
                  .findFirst()
                  .orElseThrow();
          two.fire();
          bench.settle();
          bench.controller.window().stage().toggle(0);
          bench.press(KeyCode.F7);
          bench.press(KeyCode.F8);
          List<String> words = written(card(0));
          for (String delta : List.of("0.17", "0.05")) {
            assertEquals(2, words.stream().filter(delta::equals).count(), delta + " in " + words);
          }
          return null;
        });
  }

  @Test
  void enterLooksAtOneExampleOfACellAfterAnother() {
    go("convolution", "train");
    Fx.on(
        () -> {
          ViewCard table =
              (ViewCard)
                  bench
                      .shown()
                      .filter(ViewCard.class::isInstance)
                      .filter(n -> n.getAccessibleText().contains("Taken for"))
                      .findFirst()
                      .orElseThrow();
          Focus.visibly(table);
          bench.press(KeyCode.DOWN);
          bench.press(KeyCode.ENTER);
          String first = card(0).getAccessibleText();
          bench.press(KeyCode.ENTER);
          assertNotEquals(first, card(0).getAccessibleText());
          return null;
        });
  }

  /** Its ink is that of the example, and ink times slope is its share, for both classes. */
  @Test
  void aPixelOfTheEvidenceIsChosenByKeysAndSaidWithItsShares() {
    go("digits", "own");
    Pattern pixel =
        Pattern.compile(
            "^Pixel of row (\\d+), column (\\d+)\\. for (\\w+): (\\S+) of ink × slope (\\S+) ="
                + " (\\S+)\\. for (\\w+): (\\S+) of ink × slope (\\S+) = (\\S+)\\. ");
    Fx.on(
        () -> {
          ViewCard evidence = card(2);
          Focus.visibly(evidence);
          for (KeyCode code :
              List.of(KeyCode.DOWN, KeyCode.UP, KeyCode.UP, KeyCode.LEFT, KeyCode.RIGHT)) {
            bench.press(code);
          }
          Matcher said = pixel.matcher(evidence.getAccessibleText());
          assertTrue(said.find(), evidence.getAccessibleText());
          assertEquals("13", said.group(1));
          assertEquals("15", said.group(2));
          for (int group = 3; group <= 7; group += 4) {
            double ink = number(said.group(group + 1));
            double slope = number(said.group(group + 2));
            double share = number(said.group(group + 3));
            assertTrue(ink > 0);
            // Ink is said with two decimals, the others with three digits.
            double most = 0.006 * Math.abs(slope) + 0.01 * Math.abs(share);
            assertEquals(ink * slope, share, most);
          }
          String other = said.group(7);
          // As most keyboards have the plus.
          bench.press(KeyCode.EQUALS, true, false);
          said = pixel.matcher(evidence.getAccessibleText());
          assertTrue(said.find(), evidence.getAccessibleText());
          assertNotEquals(other, said.group(7));
          bench.press(KeyCode.ESCAPE);
          assertFalse(evidence.getAccessibleText().startsWith("Pixel"));
          bench.press(KeyCode.ESCAPE);
          bench.press(KeyCode.RIGHT);
          said = pixel.matcher(evidence.getAccessibleText());
          assertTrue(said.find(), evidence.getAccessibleText());
          assertEquals(other, said.group(7));
          bench.press(KeyCode.ESCAPE);
          bench.controller.window().stage().toggle(2);
          bench.press(KeyCode.ESCAPE);
          assertFalse(bench.controller.window().stage().isExpanded(), "nothing else to let go");
          return null;
        });
  }

  private static double number(String said) {
    String[] parts = said.replace('\u2212', '-').split("\u00b710");
    double digits = Double.parseDouble(parts[0]);
    if (parts.length == 1) {
      return digits;
    }
    String exponent = Normalizer.normalize(parts[1], Normalizer.Form.NFKC).replace('\u2212', '-');
    return digits * Math.pow(10, Integer.parseInt(exponent));
  }

  @Test
  void whichPictureOfTheWeightsIsSeenIsSaidWhole() {
    go("digits", "train");
    Fx.on(
        () -> {
          bench.stage.setWidth(1024);
          bench.stage.setHeight(640);
          bench.controller.change(new Settings(Language.ES, Profile.PROJECTOR, 1));
          assertTrue(bench.controller.stepThrough().open("W[1][403,3]"));
          bench.settle();
          List<String> words = written((Drawing) bench.find("equation").orElseThrow());
          assertTrue(words.contains("unidad 3 \u00b7 3 de 64"), words.toString());
          return null;
        });
  }

  @Test
  void theFoldedListShowsWhereThePersonIs() {
    go("digits", "pixels");
    Fx.on(
        () -> {
          bench.stage.setHeight(640);
          bench.press(KeyCode.F7);
          Node chosen =
              bench
                  .shown()
                  .filter(n -> n.getStyleClass().containsAll(List.of("ring", "chosen")))
                  .findFirst()
                  .orElseThrow();
          Node at = chosen;
          while (!(at instanceof ScrollPane)) {
            at = at.getParent();
          }
          Bounds list = at.localToScene(at.getLayoutBounds());
          Bounds entry = chosen.localToScene(chosen.getLayoutBounds());
          assertTrue(list.contains(entry), entry + " in " + list);
          return null;
        });
  }

  /**
   * A teacher makes the letters as large as they get; no button leaves the window for it. In the
   * daily build the profiles take turns.
   */
  @ParameterizedTest
  @CsvSource({"1024,640,0", "1280,800,1", "1440,900,2", "1920,1080,0"})
  void theLargestLettersLeaveEveryButtonInTheWindow(double width, double height, int turn) {
    go("convolution", "train");
    Fx.on(
        () -> {
          bench.stage.setWidth(width);
          bench.stage.setHeight(height);
          for (Profile profile : Rigs.sample(List.of(Profile.values()), 1, turn)) {
            for (Language language : Language.values()) {
              bench.controller.change(new Settings(language, profile, 1));
              bench.settle();
              for (int i = 0; i < 9; i++) {
                bench.control(KeyCode.PLUS);
              }
              bench.settle();
              assertEquals(List.of(), bench.outside(), profile + " " + language);
              double zoom = bench.controller.appearance().settings().zoom();
              bench.control(KeyCode.MINUS);
              assertTrue(bench.controller.appearance().settings().zoom() < zoom / 1.05);
            }
          }
          return null;
        });
  }

  @Test
  void theWayToTheQuestionIsOfferedAsSoonAsAStepIsShown() {
    go("digits", "see");
    go("digits", "raise");
    Fx.on(
        () -> {
          Node way = bench.find("reach-question").orElseThrow();
          assertTrue(way.isManaged() && way.isVisible());
          return null;
        });
  }

  @Test
  void whoGoesOnBehindThePlannedEndIsNotToldOfIt() {
    go("convolution", "back");
    Fx.on(
        () -> {
          bench.session.send(new Command.RunTo(100));
          bench.settle();
          assertTrue(bench.words().contains("/ 100"));
          bench.press(KeyCode.RIGHT);
          assertTrue(bench.words().contains("101"), bench.words().toString());
          assertFalse(bench.words().contains("/ 100"));
          return null;
        });
  }
}
