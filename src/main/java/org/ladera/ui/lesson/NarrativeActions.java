package org.ladera.ui.lesson;

import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.present.shared.Asked;
import org.ladera.session.Command;

/** What a person asks for in the narrative. */
public interface NarrativeActions extends TextLinks {
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

  /** Whether the arithmetic of a number of the text can be opened now. */
  boolean opens(Asked number);

  /** Where does this number of the text come from? */
  void explain(Asked number);

  /** The poster of the run is asked for. */
  void poster();
}
