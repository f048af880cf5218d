package org.ladera.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.ElderRun;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.store.document.LabDocument;
import org.ladera.store.document.LabFolder;
import org.ladera.store.document.NewLab;
import org.ladera.store.document.UnreadableDocument;
import org.ladera.store.lesson.LessonReader;
import org.ladera.ui.fx.NewestJob;
import org.ladera.ui.window.lab.LabActions;
import org.ladera.ui.window.lab.LabPart;
import org.ladera.ui.window.lab.LabParts;
import org.ladera.ui.window.lab.LabState;

/**
 * The laboratory that is open: its document, what was before and what was taken back. Every change
 * is another document that the one reader of lessons reads, beside the window. FX thread only.
 */
final class LabDesk implements LabActions {
  /** A document that was read and can be put on stage. */
  private record Stand(LabDocument document, Lesson lesson) {
    Step step() {
      return lesson.steps().getFirst();
    }
  }

  /** What was asked of the reader. */
  private record Wish(Optional<LabPart> part, LabDocument document) {}

  private record Answer(Wish wish, LessonReader.Result read) {
    /** Of files that are no lesson any more. */
    static Answer none(LabDocument instead, UnreadableDocument why) {
      return new Answer(
          new Wish(Optional.empty(), instead),
          new LessonReader.Result(Optional.empty(), List.of(why.fault())));
    }
  }

  private final MainController controller;
  private final Course course;
  private final LabView view;
  private final ElderRun elder;
  private final LabFolder folder = new LabFolder();
  private final NewestJob<Answer> reader = new NewestJob<>("laboratory", this::answered);
  final LabFiles files;
  final LabKeeping keeping;
  final CarryOut carry;
  private final ChangeHistory<LabPart, Stand> history = new ChangeHistory<>();
  private @Nullable Stand now;

  /** The newest document that was asked for and is not read yet. */
  private Optional<LabDocument> asked = Optional.empty();

  private Optional<LabState.Refusal> refused = Optional.empty();
  private boolean fromHere = true;
  private boolean onStage;

  LabDesk(MainController controller, Course course, UserState person, ElderRun elder) {
    this.elder = elder;
    this.controller = controller;
    this.course = course;
    carry = new CarryOut(controller, course);
    keeping = new LabKeeping(this, controller, person);
    files = new LabFiles(this, controller, person, keeping);
    view = new LabView(this, controller);
  }

  /** The laboratory of now with its run; empty before the first. */
  Optional<LabDocument> document() {
    return Optional.ofNullable(now).map(Stand::document);
  }

  /** The scene of the document, as it was read. */
  Optional<Scene> scene() {
    return Optional.ofNullable(now).map(stand -> stand.step().scene());
  }

  boolean isOnStage() {
    return onStage;
  }

  /** Takes the open step along: its scene, its runs as they stand, its views. */
  void experiment() {
    Frame frame = controller.live().frame();
    if (onStage || frame == null || course.isEmpty()) {
      return;
    }
    controller.run.send(new Command.Pause());
    Lesson lesson = course.lesson();
    Step step = course.step();
    reader.ask(
        () -> {
          Optional<SavedScene> run =
              SavedScene.isUntouched(frame, step.scene())
                  ? Optional.empty()
                  : Optional.of(SavedScene.of(frame, step.scene()));
          try {
            LabDocument document = LabDocument.of(lesson, step, run);
            return new Answer(new Wish(Optional.empty(), document), folder.read(document));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (UnreadableDocument e) {
            return Answer.none(NewLab.points(), e);
          }
        });
  }

  /** Another laboratory in the place of the one there is. */
  void begin(LabDocument document) {
    ask(new Wish(Optional.empty(), document));
  }

  /** The laboratory of now comes on stage again, or the one that was left. */
  void resume() {
    if (now != null) {
      stage(now, Optional.empty());
    } else {
      files.resume();
    }
  }

  private void ask(Wish wish) {
    asked = Optional.of(wish.document());
    reader.ask(() -> new Answer(wish, folder.read(wish.document())));
  }

  private void answered(Answer answer) {
    Wish wish = answer.wish();
    if (asked.filter(wish.document()::equals).isPresent()) {
      asked = Optional.empty();
    }
    Optional<Lesson> lesson = answer.read().lesson();
    if (lesson.isEmpty()) {
      if (wish.part().isEmpty()) {
        controller.sheets.faults(answer.read().faults());
      } else {
        refused =
            Optional.of(new LabState.Refusal(wish.document(), answer.read().faults().getFirst()));
        renew();
      }
      return;
    }
    refused = Optional.empty();
    Stand before = now;
    Stand next = new Stand(wish.document(), lesson.get());
    if (before != null) {
      history.add(wish.part().orElse(LabPart.DATA), before);
    }
    if (wish.part().isEmpty()) {
      keeping.opened();
    } else {
      next = before == null ? next : going(before, next);
      keeping.edited();
    }
    now = next;
    stage(next, wish.part().isEmpty() ? wish.document().run() : Optional.empty());
  }

  /** Where only words or views are others the scene is the very same, so that its run goes on. */
  private static Stand going(Stand before, Stand next) {
    Scene old = before.step().scene();
    return next.step().scene().equals(old)
        ? new Stand(next.document(), next.lesson().with(next.step(), old))
        : next;
  }

  /** The run that is left is a ghost beside the one that takes its place. */
  private void stage(Stand stand, Optional<SavedScene> run) {
    Scene scene = stand.step().scene();
    Frame frame = controller.live().frame();
    if (frame == null || !onStage) {
      elder.forget();
    } else if (course.step().scene() != scene) {
      elder.remember(frame.main(), scene.runs().getFirst());
    }
    onStage = true;
    view.furnish();
    controller.open(stand.lesson(), run);
  }

  /** A lesson comes on stage; the laboratory stays as it is, for later. */
  void leaveStage() {
    if (onStage) {
      onStage = false;
      elder.forget();
      keeping.keep();
      controller.window().clear();
    }
  }

  /** The window is closed. */
  void close() {
    keeping.close();
    carry.close();
    files.close();
    reader.close();
  }

  /** Words, colours and state of now. */
  void renew() {
    if (onStage && now != null) {
      view.show(now.document(), now.step(), fromHere, refused, history.undo(), history.redo());
    }
  }

  /** Once for each newer frame: what was changed on the way is shown in the panel. */
  void show(Frame frame) {
    if (onStage) {
      keeping.pulse();
      if (view.isOld(frame.main())) {
        renew();
      }
    }
  }

  /** The document with what was changed on the way of its run. */
  private LabDocument settled() {
    Stand stand = Objects.requireNonNull(now);
    Frame frame = controller.live().frame();
    Experiment document = stand.step().scene().runs().getFirst().experiment();
    return frame == null
        ? stand.document()
        : LabParts.settled(stand.document(), document, frame.main().experiment());
  }

  @Override
  public void change(LabPart part, UnaryOperator<LabDocument> how) {
    Stand stand = now;
    if (stand != null) {
      boolean anew = part != LabPart.VIEWS;
      LabDocument base = asked.orElseGet(() -> anew ? settled() : stand.document());
      ask(new Wish(Optional.of(part), how.apply(base)));
    }
  }

  @Override
  public void change(LabPart part, Edit edit, UnaryOperator<LabDocument> how) {
    Frame frame = controller.live().frame();
    if (!fromHere
        || frame == null
        || frame.main().update() == 0
        || EditRules.fault(frame.main().experiment(), edit).isPresent()) {
      change(part, how);
      return;
    }
    controller.run.send(new Command.Apply(edit, false));
    keeping.edited();
  }

  @Override
  public void fromHere(boolean is) {
    fromHere = is;
    renew();
  }

  @Override
  public void mend(UnaryOperator<LabDocument> how) {
    refused.ifPresent(r -> ask(new Wish(Optional.of(LabPart.LOSS), how.apply(r.document()))));
  }

  @Override
  public void forget() {
    refused = Optional.empty();
    renew();
  }

  /** What was done on the way of the run first, then the change that made it begin. */
  @Override
  public void undo() {
    Frame frame = controller.live().frame();
    if (!onStage || frame != null && frame.main().canUndo()) {
      controller.run.undo();
    } else {
      history.undo(now).ifPresent(this::turn);
    }
  }

  @Override
  public void redo() {
    if (onStage) {
      history.redo(now).ifPresent(this::turn);
    }
  }

  private void turn(Stand stand) {
    now = stand;
    asked = Optional.empty();
    refused = Optional.empty();
    keeping.edited();
    stage(stand, Optional.empty());
  }

  @Override
  public void rename(String title) {
    change(LabPart.VIEWS, d -> d.titled(title));
  }

  @Override
  public void replaceData() {
    files.replace();
  }

  void openFile() {
    files.open();
  }

  void paste() {
    files.paste();
  }

  @Override
  public void save() {
    keeping.save();
  }

  @Override
  public void share() {
    keeping.share();
  }

  @Override
  public void carryOut() {
    carry.ask();
  }

  @Override
  public void leave() {
    controller.resume();
  }
}
