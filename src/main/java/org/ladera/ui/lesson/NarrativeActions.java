package org.ladera.ui.lesson;

import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Command;

/** What a person asks for in the narrative. */
public interface NarrativeActions {
  void next();

  void back();

  /**
   * @param stepIndex from 0
   */
  void goTo(int stepIndex);

  /** A control was moved. */
  void send(Command command);

  /** A check was answered, or its state was reached; for the progress. */
  void answered(Check check, String answer, Verdict verdict);

  /** A link of the text was followed. */
  void open(String target);
}
