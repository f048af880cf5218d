package org.ladera.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.Asked;
import org.ladera.session.Command;

/** Notes what the narrative asks for. */
final class RecordedActions implements NarrativeActions {
  final List<Command> sent = new ArrayList<>();
  final List<String> said = new ArrayList<>();

  @Override
  public void next() {
    said.add("next");
  }

  @Override
  public void back() {
    said.add("back");
  }

  @Override
  public void goTo(int stepIndex) {
    said.add("goTo " + stepIndex);
  }

  @Override
  public void send(Command command) {
    sent.add(command);
  }

  @Override
  public void answered(Check check, String answer, Verdict verdict) {
    said.add(check.id() + " " + answer + " " + verdict);
  }

  @Override
  public boolean opens(Asked number) {
    return true;
  }

  @Override
  public void explain(Asked number) {
    said.add("explain " + number);
  }

  @Override
  public void poster() {
    said.add("poster");
  }

  @Override
  public void point(String target, Node phrase, boolean is) {
    said.add((is ? "point " : "leave ") + target);
  }

  @Override
  public void open(String target) {
    said.add("open " + target);
  }
}
