package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Command.RunTo;
import org.ladera.store.file.WholeFile;
import org.ladera.store.image.GifWriter;
import org.ladera.store.image.PdfFile;
import org.ladera.store.image.SvgFile;
import org.ladera.ui.offscreen.OffscreenRenderer;

/** Pictures of a run: one of a moment, or many of the way there. */
final class Film {
  private static final int FRAMES = 60;

  /** In 1/100 s. */
  private static final int EACH = 8;

  private static final int LAST = 250;

  private final Surroundings here;
  private final OffscreenRenderer renderer;
  private final List<Lesson> lessons;
  private final @Nullable String number;

  /**
   * @param number at which the update of a still is opened; null for none
   */
  Film(
      Surroundings here,
      OffscreenRenderer renderer,
      List<Lesson> lessons,
      @Nullable String number) {
    this.here = here;
    this.renderer = renderer;
    this.lessons = lessons;
    this.number = number;
  }

  /**
   * @param view null for the whole window
   * @param epochs null for as many as the lesson plans
   */
  void still(
      Lesson lesson,
      Step step,
      @Nullable ViewSpec view,
      @Nullable Long epochs,
      StillForm form,
      Path file)
      throws IOException {
    show(lesson, step, view);
    long last = epochs(step, epochs);
    if (last > 0) {
      renderer.send(new RunTo(last));
    }
    if (number != null && !renderer.open(number)) {
      throw Refusal.usage(here.messages().text("cli.render.no-number", Map.of("name", number)));
    }
    switch (form) {
      case PNG -> renderer.picture().writePng(file);
      case SVG -> WholeFile.write(file, SvgFile.bytes(renderer.vectors()));
      case PDF -> WholeFile.write(file, PdfFile.bytes(renderer.vectors()));
    }
  }

  /** The way from the start to the end; a run that changes most at first is shown so. */
  void movie(Lesson lesson, Step step, @Nullable ViewSpec view, @Nullable Long epochs, Path file)
      throws IOException {
    long last = epochs(step, epochs);
    int frames = (int) Math.min(FRAMES, last);
    try (GifWriter gif = new GifWriter(file, EACH);
        ProgressBar bar = new ProgressBar(here)) {
      show(lesson, step, view);
      for (int i = 0; i <= frames; i++) {
        double part = frames == 0 ? 1 : (double) i / frames;
        renderer.send(new RunTo(Math.max(i, Math.round(last * part * part))));
        gif.add(renderer.picture(), i == frames ? LAST : EACH);
        bar.show(
            i,
            frames,
            here.messages().text("cli.render.frame", Map.of("number", i + 1, "count", frames + 1)));
      }
    }
  }

  private void show(Lesson lesson, Step step, @Nullable ViewSpec view) {
    if (view == null) {
      renderer.show(lessons, lesson, step);
    } else {
      renderer.show(lesson, step, view);
    }
  }

  private static long epochs(Step step, @Nullable Long epochs) {
    return epochs == null ? step.scene().epochs() : epochs;
  }

  /** {@code 06-descent-first.png}: files of a folder in the order of the steps. */
  static String name(Lesson lesson, Step step, String moment) {
    return String.format(
        Locale.ROOT, "%02d-%s%s.png", lesson.steps().indexOf(step) + 1, step.id(), moment);
  }
}
