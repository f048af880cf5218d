package org.ladera.ui.window;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.EditRules;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Fault;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.Command;
import org.ladera.session.ElderRun;
import org.ladera.session.Frame;
import org.ladera.session.SavedScene;
import org.ladera.session.Scene;
import org.ladera.store.document.LabDocument;
import org.ladera.ui.view.Intent;
import org.ladera.ui.window.LabReader.Answer;
import org.ladera.ui.window.LabReader.How;
import org.ladera.ui.window.LabReader.Wish;
import org.ladera.ui.window.lab.LabActions;
import org.ladera.ui.window.lab.LabExchange;
import org.ladera.ui.window.lab.LabPart;
import org.ladera.ui.window.lab.LabParts;
import org.ladera.ui.window.lab.LabState;
import org.ladera.ui.window.lab.SweptRun;

/**
 * The laboratory that is open: its document, what was before and what was taken back. Every change
 * is another document that the one reader of lessons reads, beside the window. FX thread only.
 */
final class LabDesk implements LabActions {
  /** A document that was read and can be put on stage. */
  private record Stand(LabDocument document, Lesson lesson, LabCost cost) {
    Step step() {
      return lesson.steps().getFirst();
    }
  }

  private final MainController controller;
  private final Course course;
  private final LabView view;
  private final ElderRun elder;
  private final LabReader reader;
  final LabFiles files;
  final LabKeeping keeping;
  final CarryOut carry;
  private final ChangeHistory<LabPart, Stand> history = new ChangeHistory<>();
  private @Nullable Stand now;
  private boolean fromHere = true;
  private boolean onStage;
  private Optional<LabState.Refusal> refused = Optional.empty();

  /** What was read and is not built before a person says so. */
  private Optional<Answer> dear = Optional.empty();

  LabDesk(MainController controller, Course course, UserState person, ElderRun elder) {
    this.elder = elder;
    this.controller = controller;
    this.course = course;
    reader = new LabReader(this::answered, new LabWaiting(controller));
    carry = new CarryOut(controller, course);
    keeping = new LabKeeping(this, controller, person);
    files = new LabFiles(this, controller, person, keeping);
    view = new LabView(this, controller);
    controller.sweeps.onRun(this::open);
  }

  /** The laboratory of now with its run; empty before the first. */
  Optional<LabDocument> document() {
    return Optional.ofNullable(now).map(Stand::document);
  }

  /** The scene of the document, as it was read. */
  Optional<Scene> scene() {
    return Optional.ofNullable(now).map(stand -> stand.step().scene());
  }

  /** The step that was read from it. */
  Optional<Step> step() {
    return Optional.ofNullable(now).map(Stand::step);
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
    reader.take(course.lesson(), course.step(), frame);
  }

  /** Another laboratory in the place of the one there is. */
  void begin(LabDocument document) {
    reader.ask(new Wish(Optional.empty(), document));
  }

  /** The laboratory of now comes on stage again, or the one that was left. */
  void resume() {
    if (now != null) {
      stage(now, Optional.empty());
    } else {
      files.resume();
    }
  }

  private void answered(Answer answer) {
    Wish wish = answer.wish();
    Optional<Lesson> lesson = answer.read().lesson();
    if (lesson.isEmpty()) {
      refuse(wish, answer.read().faults());
      return;
    }
    long heap = Runtime.getRuntime().maxMemory();
    LabCost cost = answer.cost();
    boolean asks = cost.isAsked(now == null ? LabCost.NONE : now.cost());
    if (!cost.fits(heap) || asks && wish.part().isPresent()) {
      dear = Optional.of(answer);
      refuse(wish, List.of(cost.fault(heap)));
    } else {
      put(answer, lesson.get());
    }
  }

  private void refuse(Wish wish, List<Fault> faults) {
    if (wish.part().isEmpty()) {
      controller.sheets.faults(faults);
    } else {
      Fault fault = faults.getFirst();
      refused =
          Optional.of(new LabState.Refusal(wish.document(), fault, fault.key().equals("lab.dear")));
      renew();
    }
  }

  /** What would take long, or much memory, is wanted all the same. */
  @Override
  public void build() {
    dear.ifPresent(answer -> put(answer, answer.read().lesson().orElseThrow()));
  }

  private void put(Answer answer, Lesson lesson) {
    Wish wish = answer.wish();
    refused = Optional.empty();
    dear = Optional.empty();
    Stand before = now;
    Stand next = new Stand(wish.document(), lesson, answer.cost());
    if (before != null && wish.how() != How.DRAGGED) {
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
    if (wish.how() == How.PLAYED) {
      controller.run.send(new Command.RunTo(next.step().scene().epochs()));
    }
  }

  /** Where only words or views are others the scene is the very same, so that its run goes on. */
  private static Stand going(Stand before, Stand next) {
    Scene old = before.step().scene();
    return next.step().scene().equals(old)
        ? new Stand(next.document(), next.lesson().with(next.step(), old), next.cost())
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
  @Override
  public void renew() {
    if (onStage && now != null) {
      view.show(
          now.document(),
          now.step(),
          now.cost().seconds(),
          fromHere,
          refused,
          history.undo(),
          history.redo());
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
    change(part, how, How.PLAIN);
  }

  private void change(LabPart part, UnaryOperator<LabDocument> how, How way) {
    Stand stand = now;
    if (stand != null) {
      LabDocument base =
          reader.asked().orElseGet(() -> part.isLook() ? stand.document() : settled());
      reader.ask(new Wish(Optional.of(part), how.apply(base), way));
    }
  }

  @Override
  public void drag(LabPart part, UnaryOperator<LabDocument> how, boolean goesOn) {
    change(part, how, goesOn ? How.DRAGGED : How.PLAIN);
  }

  /** A run of a sweep with its settings as those of the document; false outside a laboratory. */
  private boolean open(Intent.OpenRun run) {
    if (onStage) {
      change(LabPart.COMPARE, d -> SweptRun.in(d, run.sweep(), run.of()), How.PLAYED);
    }
    return onStage;
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
    refused.ifPresent(
        r -> reader.ask(new Wish(Optional.of(LabPart.LOSS), how.apply(r.document()))));
  }

  @Override
  public void forget() {
    refused = Optional.empty();
    dear = Optional.empty();
    renew();
  }

  /** A change that is read, then what was done on the way, then the change that made it begin. */
  @Override
  public void undo() {
    Frame frame = controller.live().frame();
    if (onStage && reader.drop()) {
      renew();
    } else if (!onStage || frame != null && frame.main().canUndo()) {
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
    reader.drop();
    refused = Optional.empty();
    keeping.edited();
    stage(stand, Optional.empty());
  }

  @Override
  public void rename(String title) {
    change(LabPart.VIEWS, d -> d.titled(title));
  }

  @Override
  public LabExchange exchange() {
    return new LabGates(files, keeping, carry);
  }

  @Override
  public void leave() {
    controller.resume();
  }
}
