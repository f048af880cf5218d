package org.ladera.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ladera.TinyLesson;
import org.ladera.engine.spec.Edit;
import org.ladera.lesson.grading.Grading;
import org.ladera.lesson.model.Progress;
import org.ladera.session.Command;
import org.ladera.session.RunFrame;
import org.ladera.session.run.InlineSession;
import org.ladera.session.run.TrainingSession;
import org.ladera.store.file.Trouble;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.Fx;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.MainController;
import org.ladera.ui.window.appearance.Settings;

class UserFolderTest {
  private static final Duration SOON = Duration.ofMillis(20);
  private static final Progress SOME = Progress.NONE.opened("line", "data");

  @TempDir Path folder;

  private static void await(String what, BooleanSupplier there) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!there.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, what);
      Thread.onSpinWait();
    }
  }

  @Test
  void whatIsKeptIsThereTheNextTime() {
    UserFolder person = new UserFolder(folder.resolve("ladera"));
    Settings liked =
        new Settings(Language.EN, Profile.DARK, 1.25).withNotation(person.settings().notation());
    person.keep(liked);
    person.keep(SOME);
    person.close();
    UserFolder again = new UserFolder(folder.resolve("ladera"));
    assertEquals(liked, again.settings());
    assertEquals(SOME, again.progress());
    assertEquals(List.of(), again.troubles());
    again.close();
  }

  @Test
  void ofTwoWindowsEachKeepsTheSettingItChanged() {
    UserFolder one = new UserFolder(folder);
    UserFolder two = new UserFolder(folder);
    one.keep(one.settings().withProfile(Profile.PROJECTOR));
    one.close();
    two.keep(two.settings().withZoom(1.5));
    two.close();
    UserFolder both = new UserFolder(folder);
    assertEquals(Profile.PROJECTOR, both.settings().profile());
    assertEquals(1.5, both.settings().zoom());
    both.close();
  }

  @Test
  void whatCannotBeSavedIsSaidAndSavedAsSoonAsItCan() throws IOException {
    Path here = folder.resolve("ladera");
    Files.writeString(here, "in the way");
    UserFolder person = new UserFolder(here, SOON);
    person.keep(SOME);
    List<Trouble> blocked =
        List.of(new Trouble.NotSaved(here.resolve("progress.txt"), Trouble.Reason.BLOCKED));
    await("it is said", () -> person.troubles().equals(blocked));
    Files.delete(here);
    await("it is saved", () -> person.troubles().isEmpty());
    assertEquals(SOME, new UserFolder(here).progress());
    person.close();
  }

  @Test
  void damagedSettingsAreSaidUntilTheyWereRead() throws IOException {
    UserFolder before = new UserFolder(folder);
    before.keep(before.settings().withZoom(1.5));
    before.close();
    Path file = folder.resolve("settings.txt");
    Files.writeString(file, Files.readString(file).replace("1.5", "1.6"));
    UserFolder person = new UserFolder(folder);
    assertEquals(1, person.settings().zoom());
    Trouble damaged = new Trouble.Damaged(file, folder.resolve("settings.txt.unreadable-1"), false);
    assertEquals(List.of(damaged), person.troubles());
    person.dismiss(damaged);
    await("it is read", () -> person.troubles().isEmpty());
    person.close();
  }

  @Test
  void theWindowShowsASignThatOpensWhatToDoAndGoesAwayByItself() throws IOException {
    Fx.start();
    TinyLesson.in(folder.resolve("lessons"), 40);
    LessonLibrary library = LessonLibrary.load(folder.resolve("lessons"));
    Path here = folder.resolve("ladera");
    Files.writeString(here, "in the way");
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    for (Language language : Language.values()) {
      UserFolder person = new UserFolder(here, SOON);
      person.keep(new Settings(language, Profile.PROJECTOR, 1));
      try (TrainingSession session = new TrainingSession()) {
        MainController window =
            Fx.on(
                () -> {
                  Stage stage = new Stage();
                  MainController made =
                      new MainController(
                          library.lessons(),
                          session,
                          Grading::grade,
                          typesetter,
                          stage,
                          person,
                          1024,
                          640);
                  stage.setScene(made.window().scene());
                  made.resume();
                  return made;
                });
        await("it is said", () -> person.troubles().size() == 2);
        Fx.on(
            () -> {
              Button sign = (Button) pulse(window, "#storage-sign");
              Messages messages = Messages.load(language);
              assertEquals(messages.text("storage.sign.unsaved"), sign.getText());
              sign.fire();
              Node retry = pulse(window, "#storage-retry");
              List<String> words =
                  labels(retry.getParent().getParent()).map(Label::getText).toList();
              assertTrue(words.contains(here.resolve("progress.txt").toString()), words.toString());
              assertTrue(words.contains(messages.text("storage.kept")), words.toString());
              Fx.keep(Fx.picture(window.window().scene()), "storage-sheet-" + language.tag());
              return null;
            });
        Files.delete(here);
        await("it is saved", () -> person.troubles().isEmpty());
        Fx.on(
            () -> {
              assertNull(pulse(window, "#storage-sign"));
              ((Button) pulse(window, "#sheet-close")).fire();
              return null;
            });
      }
      person.close();
      try (Stream<Path> left = Files.list(here)) {
        for (Path file : left.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(here);
      Files.writeString(here, "in the way");
    }
  }

  /** A program that is started over the lessons and the files of a person, and ended. */
  private void program(LessonLibrary library, Typesetter typesetter, Consumer<Bench> use) {
    UserFolder person = new UserFolder(folder.resolve("ladera"));
    InlineSession session = new InlineSession();
    Fx.on(
        () -> {
          MainController window =
              new MainController(
                  library.lessons(),
                  session,
                  Grading::grade,
                  typesetter,
                  new Stage(),
                  person,
                  1024,
                  640);
          window.resume();
          window.pulse();
          use.accept(new Bench(window, session, person));
          window.pulse();
          window.close();
          return null;
        });
    person.close();
  }

  private record Bench(MainController window, InlineSession session, UserFolder person) {}

  @Test
  void theNextStartBringsTheRunBackWithItsBranches() throws IOException {
    Fx.start();
    TinyLesson.in(folder.resolve("lessons"));
    LessonLibrary library = LessonLibrary.load(folder.resolve("lessons"));
    Typesetter typesetter = new Typesetter();
    typesetter.awaitReady();
    AtomicReference<RunFrame> left = new AtomicReference<>();
    program(
        library,
        typesetter,
        first -> {
          first.session().send(new Command.RunTo(700));
          first.session().send(new Command.Seek(300));
          first.session().send(new Command.Apply(new Edit.SetRate(0.011), false));
          first.session().send(new Command.RunTo(1500));
          first.session().send(new Command.Seek(423));
          left.set(first.session().newest().main());
          assertEquals(2, left.get().branches().size());
        });
    AtomicReference<RunFrame> found = new AtomicReference<>();
    program(library, typesetter, next -> found.set(next.session().newest().main()));
    assertEquals(423, found.get().update());
    assertEquals(left.get().parameters(), found.get().parameters());
    assertEquals(left.get().branches(), found.get().branches());
    Path file = folder.resolve("ladera/runs.txt");
    String whole = Files.readString(file);
    Files.writeString(file, whole.substring(0, whole.length() / 2));
    program(
        library,
        typesetter,
        damaged -> {
          assertEquals(0, damaged.session().newest().main().update());
          assertEquals(
              List.of(
                  new Trouble.Damaged(file, folder.resolve("ladera/runs.txt.unreadable-1"), false)),
              damaged.person().troubles());
        });
    assertEquals(
        whole.substring(0, whole.length() / 2),
        Files.readString(folder.resolve("ladera/runs.txt.unreadable-1")));
  }

  private static Stream<Label> labels(Node node) {
    return node.lookupAll(".label").stream().map(Label.class::cast);
  }

  private static Node pulse(MainController window, String id) {
    Scene scene = window.window().scene();
    window.pulse();
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene.lookup(id);
  }
}
