package org.ladera.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.session.Scene;
import org.ladera.timeline.Footprint;
import org.ladera.ui.offscreen.OffscreenRenderer;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.appearance.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "render", mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** A field of a picture, such as the loss around a point, is about so many epochs' work. */
  private static final double FIELDS = 3600;

  /**
   * So many multiplications take plain loops less time than the compiler takes for vectors, which
   * is a second.
   */
  private static final double FEW = 1e8;

  private final Surroundings here;

  @Mixin private final ChosenStep chosen = new ChosenStep();

  @Option(names = "--at", paramLabel = "MOMENT", descriptionKey = "moment")
  private @Nullable String moment;

  @Option(names = "--view", paramLabel = "NAME", descriptionKey = "view")
  private String viewName;

  @Option(names = "--open", paramLabel = "NUMBER", descriptionKey = "open")
  private String number;

  @Mixin private final WindowLook look = new WindowLook();

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out", required = true)
  private Path out;

  RenderCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() throws IOException {
    chosen.epochs(here);
    List<PictureMoment> moments = moments();
    int[] pixels = look.pixels(here.messages());
    Settings appearance = look.settings(here.messages());
    Form form = form();
    Lesson written = chosen.lesson(here);
    Step shown = chosen.of(written, here);
    Lesson lesson = chosen.isChanged() ? written.with(shown, chosen.scene(shown, here)) : written;
    Step step = here.step(lesson, shown.id());
    if (viewName != null) {
      view(step);
    }
    if (form == Form.FOLDER || form == Form.GIF || work(step, moments.getFirst()) > FEW) {
      here.vectors().run();
    }
    // One view has no list of lessons beside it.
    List<Lesson> lessons =
        viewName == null ? among(lesson, here.library().lessons()) : List.of(lesson);
    try (OffscreenRenderer renderer = new OffscreenRenderer(appearance, pixels[0], pixels[1])) {
      Film film = new Film(here, renderer, lessons, number);
      switch (form) {
        case PNG, SVG, PDF ->
            film.still(
                lesson,
                step,
                view(step),
                epochs(step, moments.getFirst()),
                StillForm.valueOf(form.name()),
                out);
        case GIF -> film.movie(lesson, step, view(step), chosen.epochs(here).orElse(null), out);
        case FOLDER -> folder(film, lesson, moments);
      }
    } catch (IOException e) {
      throw here.notWritten(out, e);
    }
    here.say("cli.render.written", Map.of("file", out));
    return 0;
  }

  /**
   * A picture or an animation of a step with another scene, in the usual size.
   *
   * @param form null for an animation
   */
  void picture(
      Lesson lesson, Step step, Scene scene, long last, @Nullable StillForm form, Path file)
      throws IOException {
    Lesson changed = lesson.with(step, scene);
    Step shown = here.step(changed, step.id());
    Settings appearance = new Settings(here.messages().language(), Profile.LIGHT, 1);
    try (OffscreenRenderer renderer = new OffscreenRenderer(appearance, WIDTH, HEIGHT)) {
      Film pictures = new Film(here, renderer, among(changed, here.library().lessons()), null);
      if (form == null) {
        pictures.movie(changed, shown, null, last, file);
      } else {
        pictures.still(changed, shown, null, last, form, file);
      }
    }
  }

  /** The lessons of the list, with this one in the place of its namesake or at the end. */
  private static List<Lesson> among(Lesson lesson, List<Lesson> lessons) {
    List<Lesson> others =
        lessons.stream().filter(l -> !l.id().equals(lesson.id())).collect(Collectors.toList());
    int place =
        Math.min(others.size(), lessons.stream().map(Lesson::id).toList().indexOf(lesson.id()));
    others.add(place < 0 ? others.size() : place, lesson);
    return others;
  }

  /** The moments that are asked for; the end without a word. */
  private List<PictureMoment> moments() {
    String word = moment;
    if (word == null) {
      return List.of(PictureMoment.END);
    }
    List<PictureMoment> moments =
        PictureMoment.of(word)
            .orElseThrow(
                () -> Refusal.unknown(here.messages(), "moment", word, PictureMoment.words()));
    boolean many = moments.size() > 1 && form() != Form.FOLDER;
    if (chosen.epochs(here).isPresent() || many || form() == Form.GIF) {
      throw Refusal.usage(here.messages().text("cli.render.moment", Map.of("value", word)));
    }
    return moments;
  }

  private Long epochs(Step step, PictureMoment at) {
    return chosen.epochs(here).orElseGet(() -> at.epochs(step));
  }

  /** About how many multiplications one picture takes. */
  private double work(Step step, PictureMoment at) {
    double ofEpoch =
        step.scene().runs().stream()
            .mapToDouble(run -> Footprint.ofRun(run.experiment()).multiplications())
            .sum();
    return ofEpoch * (epochs(step, at) + FIELDS);
  }

  /** A picture of the step, or of every step, at each of these moments. */
  private void folder(Film film, Lesson lesson, List<PictureMoment> moments) throws IOException {
    Files.createDirectories(out);
    List<Step> steps = chosen.isNamed() ? List.of(chosen.of(lesson, here)) : lesson.steps();
    for (Step step : steps) {
      for (PictureMoment at : moments) {
        String name = Film.name(lesson, step, moment == null ? "" : "-" + at.word());
        film.still(lesson, step, view(step), epochs(step, at), StillForm.PNG, out.resolve(name));
      }
    }
  }

  /** The view of that name in the step, or null for the whole window. */
  private @Nullable ViewSpec view(Step step) {
    if (viewName == null) {
      return null;
    }
    return step.views().stream()
        .filter(view -> view.kind().word().equals(viewName))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.unknown(
                    here.messages(),
                    "view",
                    viewName,
                    step.views().stream().map(view -> view.kind().word()).toList()));
  }

  /** What the ending of the name asks for; a name without one is a folder. */
  private Form form() {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (Files.isDirectory(out) || name.lastIndexOf('.') <= 0) {
      return Form.FOLDER;
    }
    return Stream.of(Form.values())
        .filter(form -> form != Form.FOLDER)
        .filter(form -> name.endsWith("." + form.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> Refusal.usage(here.messages().text("cli.out-kind", Map.of("file", out))));
  }

  /** What is written, by the ending of its name. */
  private enum Form {
    PNG,
    SVG,
    PDF,
    GIF,
    FOLDER
  }
}
