package org.ladera.ui.window.action;

import java.util.function.UnaryOperator;
import org.ladera.present.shared.Asked;
import org.ladera.session.Granularity;
import org.ladera.ui.window.appearance.Settings;

/** What a person does in the frame of the window. */
public interface WindowActions {
  /** What a key or a button of the window stands for. */
  void perform(Action action);

  /** Opens the update at a number. */
  void explain(Asked number);

  /** To the moment after this many epochs. */
  void seek(double epoch);

  /** To the moment after this many updates. */
  void seekUpdate(long update);

  /**
   * @param perSecond steps of the granularity per second; infinite = as fast as possible
   */
  void pace(double perSecond, Granularity granularity);

  /**
   * How fast the clock steps through an open update.
   *
   * @param share 0 to 1
   */
  void stepSpeed(double share);

  /** The way out that the banner offers: the same run again with this rate. */
  void useRate(double rate);

  /** The way out that the banner offers: other start weights. */
  void newStart();

  /**
   * @param lesson index in the list
   * @param step index in the lesson
   */
  void open(int lesson, int step);

  /** Says what is wrong with the person's files. */
  void showStorage();

  /** Makes other settings of the present ones. */
  void change(UnaryOperator<Settings> how);
}
