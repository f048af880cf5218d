package org.ladera.ui.lesson;

import javafx.scene.layout.Region;
import org.ladera.lesson.model.Check;
import org.ladera.present.shared.NotatedFrame;

/** A question or a task of a step on screen. */
interface CheckCard {
  Region node();

  /** Takes the newest frame; idempotent. */
  void render(NotatedFrame frame);

  static CheckCard of(Check check, AnswerState state, Grader grader, StepScope scope) {
    return switch (check) {
      case Check.Choice choice -> new ChoiceCard(choice, state, grader, scope);
      case Check.Number number -> new NumberCard(number, state, grader, scope);
      case Check.Cells cells -> new CellsCard(cells, state, grader, scope);
      case Check.Reach reach -> new ReachCard(reach, state, grader, scope);
      case Check.Line line -> new LineCard(line, state, grader, scope);
      case Check.Rank rank -> new RankCard(rank, state, grader, scope);
      case Check.Sketch sketch -> new SketchCard(sketch, state, grader, scope);
      case Check.Epochs epochs -> new NumberCard(epochs, state, grader, scope);
    };
  }
}
