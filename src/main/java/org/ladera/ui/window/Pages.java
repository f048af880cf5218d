package org.ladera.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.Failure;
import org.ladera.session.SavedScene;
import org.ladera.store.image.Picture;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.appearance.Settings;
import org.ladera.ui.window.page.GalleryPage;
import org.ladera.ui.window.page.LabPage;
import org.ladera.ui.window.page.OpeningPage;
import org.ladera.ui.window.page.PageActions;
import org.ladera.ui.window.page.PosterPage;
import org.ladera.ui.window.page.StillFrames;
import org.ladera.ui.window.sidebar.LessonListModel;

/** The opening and the gallery: which one lies over the window, and where it leads. FX thread. */
final class Pages implements PageActions {
  /** What works on a page as it does in a lesson. */
  private static final List<Action> EVERYWHERE =
      List.of(
          Action.LABORATORY,
          Action.OPEN_FILE,
          Action.PASTE,
          Action.LANGUAGE,
          Action.PROFILE,
          Action.FULL_SCREEN,
          Action.ZOOM_IN,
          Action.ZOOM_OUT,
          Action.ZOOM_RESET);

  private final MainController controller;
  private final Course course;
  private final Overlays overlays;
  private final Appearance appearance;
  private final UserState person;
  private final ProgramCheck program;
  private final StillFrames stills = new StillFrames();
  private @Nullable OpeningPage opening;
  private @Nullable GalleryPage gallery;

  Pages(
      MainController controller,
      Course course,
      Overlays overlays,
      Appearance appearance,
      UserState person,
      Typesetter typesetter) {
    this.person = person;
    program = new ProgramCheck(controller, typesetter);
    this.controller = controller;
    this.course = course;
    this.overlays = overlays;
    this.appearance = appearance;
  }

  /** The page on which a program of the person's own is compared. */
  ProgramCheck program() {
    return program;
  }

  /** The opening, from the first update on. */
  void showOpening() {
    opening = null;
    rest();
    overlays.page(this::opening, this::skip);
  }

  /** What nobody sees does not run. */
  private void rest() {
    if (course.isOpened()) {
      controller.run.send(new Command.Pause());
    }
  }

  private OpeningPage opening() {
    double made = opening == null ? 0 : opening.made();
    OpeningPage next =
        new OpeningPage(
            course.left().map(this::named), made, this, appearance.messages(), appearance.tokens());
    opening = next;
    return next;
  }

  private String named(Course.Place place) {
    Messages messages = appearance.messages();
    var lesson = course.lessons().get(place.lesson());
    var text = lesson.text(messages.language());
    return LessonListModel.plain(text.title());
  }

  /** A key on the opening that is not for one of its controls leads into the course. */
  private void skip(KeyEvent event) {
    if (walks(event) || event.getCode().isModifierKey()) {
      return;
    }
    Optional<Action> known = EVERYWHERE.stream().filter(a -> a.matches(event)).findFirst();
    event.consume();
    known.ifPresentOrElse(controller.actions()::perform, this::goOn);
  }

  /** Enter presses the button that has the focus; the space bar does so by itself. */
  private boolean walks(KeyEvent event) {
    Node owner = controller.window().scene().getFocusOwner();
    if (owner instanceof TextInputControl) {
      return event.getCode() != KeyCode.ESCAPE
          && event.getCode() != KeyCode.UP
          && event.getCode() != KeyCode.DOWN
          && !event.isShortcutDown();
    }
    if (event.getCode() == KeyCode.ENTER && owner instanceof ButtonBase button) {
      event.consume();
      button.fire();
      return true;
    }
    return event.getCode() == KeyCode.SPACE && owner instanceof ButtonBase;
  }

  @Override
  public void goOn() {
    overlays.hide();
    controller.resume();
  }

  @Override
  public void open(int lesson) {
    overlays.hide();
    controller.walk.resume(lesson);
  }

  @Override
  public void lessons() {
    gallery = null;
    rest();
    overlays.page(this::gallery, this::key);
    if (gallery != null) {
      gallery.walk(0, 0);
    }
  }

  private GalleryPage gallery() {
    String looked = gallery == null ? "" : gallery.looked();
    GalleryPage next =
        new GalleryPage(
            course.lessons(),
            course.progress(),
            stills,
            looked,
            course.left().map(this::named),
            this,
            appearance.messages(),
            appearance.tokens());
    gallery = next;
    return next;
  }

  /** In the gallery arrows walk, letters look for a word, and Escape leaves. */
  private void key(KeyEvent event) {
    GalleryPage page = gallery;
    boolean typing = controller.window().scene().getFocusOwner() instanceof TextInputControl;
    if (page == null || walks(event) || event.getCode().isModifierKey()) {
      return;
    }
    Optional<Action> known = EVERYWHERE.stream().filter(a -> a.matches(event)).findFirst();
    if (known.isPresent()) {
      event.consume();
      controller.actions().perform(known.get());
      return;
    }
    switch (event.getCode()) {
      case ESCAPE -> back();
      case LEFT -> page.walk(-1, 0);
      case RIGHT -> page.walk(1, 0);
      case UP -> page.walk(0, -1);
      case DOWN -> page.walk(0, 1);
      case SLASH -> page.search();
      default -> {
        if (!typing && event.getCode().isLetterKey() && !event.isShortcutDown()) {
          // The letter itself comes after, as typed, and goes to the field.
          page.search();
        }
        return;
      }
    }
    event.consume();
  }

  /** The poster of the run of the open lesson, as it was left. */
  void poster() {
    rest();
    overlays.page(this::made, this::leave);
  }

  private PosterPage made() {
    Lesson lesson = course.lesson();
    Messages messages = appearance.messages();
    Step step = posted(lesson);
    int next = course.place().lesson() + 1;
    boolean more = next < course.lessons().size();
    PosterPage page =
        new PosterPage(
            lesson,
            step,
            more ? Optional.of(named(new Course.Place(next, 0))) : Optional.empty(),
            () -> open(next),
            this,
            messages,
            appearance.tokens());
    stills.of(step.scene(), saved(lesson, step), page::wanted, page::show);
    return page;
  }

  /** The step that the lesson is shown by, if its run was trained, else the last that was. */
  private Step posted(Lesson lesson) {
    return Stream.concat(Stream.of(lesson.playStep()), lesson.steps().reversed().stream())
        .filter(step -> saved(lesson, step).filter(Pages::ran).isPresent())
        .findFirst()
        .orElseGet(lesson::playStep);
  }

  /** Does what works on a page as it does in a lesson. */
  void performEverywhere(KeyEvent event) {
    EVERYWHERE.stream()
        .filter(action -> action.matches(event))
        .findFirst()
        .ifPresent(
            action -> {
              event.consume();
              controller.actions().perform(action);
            });
  }

  @Override
  public void laboratory() {
    rest();
    overlays.page(this::begun, this::leave);
  }

  private LabPage begun() {
    Messages messages = appearance.messages();
    return new LabPage(
        controller
            .lab
            .document()
            .map(d -> d.title(messages.language()))
            .or(
                () ->
                    controller.lab.files.canResume()
                        ? Optional.of(messages.text("lab.new.resume.more"))
                        : Optional.empty()),
        controller.lab.files.recent(),
        new LabWays(controller, this::back),
        messages,
        appearance.tokens());
  }

  private static boolean ran(SavedScene saved) {
    return !saved.runs().isEmpty() && saved.runs().getFirst().update() > 0;
  }

  private Optional<SavedScene> saved(Lesson lesson, Step step) {
    return person.runs().of(new Progress.Mark(lesson.id(), step.id()));
  }

  private void leave(KeyEvent event) {
    if (!walks(event) && event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      back();
    }
  }

  @Override
  public void save(Picture picture, String name) {
    LaderaWindow window = controller.window();
    PictureFile.save(
        picture,
        name,
        window.scene().getWindow(),
        appearance.messages(),
        why -> window.notices().tell(Failure.of(Failure.Where.PICTURE, why)));
  }

  /** To the open step; before the first one to the opening. */
  @Override
  public void back() {
    if (course.isOpened()) {
      overlays.hide();
    } else {
      showOpening();
    }
  }

  @Override
  public void change(UnaryOperator<Settings> how) {
    controller.change(how.apply(appearance.settings()));
  }
}
