package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.store.lesson.LessonLibrary;
import org.ladera.ui.offscreen.OffscreenRenderer;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;

/** What a person gets who starts the program where there is no display: the first lesson to see. */
final class WindowlessPlay {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  private final Surroundings here;

  WindowlessPlay(Surroundings here) {
    this.here = here;
  }

  /**
   * A picture of every step and an animation of the one that the lesson plays, in a new folder.
   *
   * @return the exit code
   */
  int play() throws IOException {
    LessonLibrary library = here.library();
    if (library.lessons().isEmpty()) {
      library.faults().forEach(fault -> here.err().println(here.line(fault)));
      throw Refusal.fault(
          here.messages().text("cli.list.none", Map.of("folder", here.lessons().toString())));
    }
    Lesson lesson = library.lessons().getFirst();
    here.say("cli.no-display", Map.of("lesson", here.title(lesson)));
    Path folder = Files.createTempDirectory("ladera-");
    draw(library.lessons(), lesson, folder);
    here.say("cli.no-display.done", Map.of("folder", folder));
    return 0;
  }

  private void draw(List<Lesson> lessons, Lesson lesson, Path folder) throws IOException {
    Settings settings = new Settings(here.messages().language(), Profile.LIGHT, 1);
    try (OffscreenRenderer renderer = new OffscreenRenderer(settings, WIDTH, HEIGHT)) {
      Film film = new Film(here, renderer, lessons, null);
      for (Step step : lesson.steps()) {
        film.still(
            lesson, step, null, null, StillForm.PNG, folder.resolve(Film.name(lesson, step, "")));
      }
      Step played = here.step(lesson, null);
      film.movie(lesson, played, null, null, folder.resolve(played.id() + ".gif"));
    }
  }
}
