package org.ladera.ui.window.page;

import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.LessonText;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.session.Scene;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.sidebar.LessonListModel;
import org.ladera.ui.window.sidebar.Ring;
import org.ladera.ui.window.stage.Miniature;

/** A lesson in the gallery: its picture, its name, how long it takes, what one can do after it. */
final class LessonCard extends Button {
  private static final double PICTURE = 148;

  /** How much smaller the view is than on the stage. */
  private static final double SCALE = 0.62;

  private final Lesson lesson;
  private final Miniature picture;
  private final String words;

  LessonCard(
      Lesson lesson,
      Progress progress,
      StillFrames stills,
      CardRun run,
      Runnable open,
      Messages messages,
      Tokens tokens) {
    this.lesson = lesson;
    LessonText text = lesson.text(messages.language());
    Step step = lesson.playStep();
    picture = new Miniature(lesson, step, step.views().getFirst(), SCALE, messages, tokens);
    picture.setMinHeight(tokens.px(PICTURE));
    picture.setPrefHeight(tokens.px(PICTURE));
    picture.getStyleClass().add("card-picture");
    stills.of(lesson, picture, picture::render);

    String title = LessonListModel.plain(text.title());
    String goal = LessonListModel.plain(text.label("goal").orElse(""));
    long done =
        lesson.steps().stream()
            .filter(s -> progress.of(lesson.id(), s.id()).state() == Progress.State.DONE)
            .count();
    String minutes =
        lesson.minutes() == 0
            ? ""
            : messages.text("gallery.minutes", Map.of("minutes", lesson.minutes()));
    String spoken =
        messages.text(
            "sidebar.lesson",
            Map.of(
                "lesson", title,
                "done", messages.numbers().whole(done),
                "all", messages.numbers().whole(lesson.steps().size())));
    words = (title + " " + goal + " " + searchable(text)).toLowerCase(Locale.ROOT);

    Label name = new Label(title);
    name.getStyleClass().addAll("way-what", "size-14");
    name.setMinWidth(0);
    Label time = new Label(minutes);
    time.getStyleClass().addAll("way-how", "size-12");
    time.setMinWidth(USE_PREF_SIZE);
    double share = (double) done / Math.max(1, lesson.steps().size());
    Label count =
        new Label(
            messages.text(
                "sidebar.count",
                Map.of(
                    "done", messages.numbers().whole(done),
                    "all", messages.numbers().whole(lesson.steps().size()))));
    count.getStyleClass().addAll("way-how", "size-12");
    count.setMinWidth(USE_PREF_SIZE);
    HBox how = new HBox(tokens.px(8), new Ring(share, tokens), count, Boxes.space(), time);
    how.setAlignment(Pos.CENTER_LEFT);
    Label after = new Label(goal);
    after.getStyleClass().addAll("way-how", "size-12");
    after.setWrapText(true);
    after.setMinHeight(0);
    after.setPrefHeight(tokens.px(92));
    after.setAlignment(Pos.TOP_LEFT);
    VBox inside = new VBox(tokens.px(6), picture, name, how, after);
    VBox.setVgrow(after, Priority.NEVER);
    inside.prefWidthProperty().bind(widthProperty().subtract(tokens.px(20)));
    setGraphic(inside);
    getStyleClass().setAll("way", "card");
    setId("card-" + lesson.id());
    setMaxWidth(Double.MAX_VALUE);
    setMinHeight(Region.USE_PREF_SIZE);
    setAccessibleText(String.join(". ", spoken, minutes, goal));
    setOnAction(e -> open.run());
    hoverProperty().addListener((property, was, is) -> play(is || isFocused(), run));
    focusedProperty().addListener((property, was, is) -> play(is || isHover(), run));
  }

  private void play(boolean is, CardRun run) {
    Scene scene = lesson.playStep().scene();
    if (is) {
      run.begin(scene, picture);
    } else {
      run.end();
    }
  }

  private static String searchable(LessonText text) {
    StringBuilder all = new StringBuilder();
    text.steps().values().forEach(s -> all.append(s.title()).append(' ').append(s.body()));
    return all.toString();
  }

  /** Whether every word that is looked for stands in the lesson. */
  boolean has(String looked) {
    return java.util.stream.Stream.of(looked.toLowerCase(Locale.ROOT).strip().split("\\s+"))
        .allMatch(words::contains);
  }

  Lesson lesson() {
    return lesson;
  }

  void dispose() {
    picture.dispose();
  }
}
