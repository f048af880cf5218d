package org.ladera.ui.shell;

import org.ladera.session.Command;
import org.ladera.ui.theme.Profile;

/** What a person does in the frame of the window. */
public interface WindowActions {
  /** A command for the run on stage. */
  void send(Command command);

  /** To the moment after this many epochs. */
  void seek(double epoch);

  /** What a key or a button of the window stands for. */
  void perform(Action action);

  /**
   * @param lesson index in the list
   * @param step index in the lesson
   */
  void open(int lesson, int step);

  void choose(Profile profile);
}
