package org.ladera.ui.window;

import java.util.Optional;
import javafx.scene.Node;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Opening;
import org.ladera.session.Command;
import org.ladera.ui.lesson.NarrativeActions;

/** What is asked for in the text of a step. FX thread only. */
final class NarrativeGestures implements NarrativeActions {
  private final MainController controller;

  NarrativeGestures(MainController controller) {
    this.controller = controller;
  }

  @Override
  public void next() {
    controller.walk.move(1);
  }

  @Override
  public void back() {
    controller.walk.move(-1);
  }

  @Override
  public void goTo(int stepIndex) {
    controller.walk.goTo(stepIndex);
  }

  @Override
  public void send(Command command) {
    controller.run.send(command);
  }

  @Override
  public void answered(Check check, String answer, Verdict verdict) {
    controller.answered(check, answer, verdict);
  }

  @Override
  public boolean opens(Asked number) {
    return opening(number).isPresent();
  }

  @Override
  public void explain(Asked number) {
    opening(number).ifPresent(controller.stepThrough()::open);
  }

  private Optional<Opening> opening(Asked number) {
    return controller.live().present().flatMap(frame -> number.opening(frame.main().next()));
  }

  @Override
  public void poster() {
    controller.pages().poster();
  }

  @Override
  public void point(String target, Node phrase, boolean is) {
    controller
        .walk
        .pointed(target)
        .ifPresent(place -> controller.window().point(place, phrase, is));
  }

  @Override
  public void open(String target) {
    controller.walk.follow(target);
  }
}
