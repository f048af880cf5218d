package org.ladera.ui.window.lab;

import org.ladera.lesson.model.SpreadView;

/** What goes into a laboratory and out of it: files, strings, tables. */
public interface LabExchange {
  /** Other data in the place of these, from a file. */
  void replaceData();

  /** The points there are, to be drawn on. */
  void draw();

  /** Parameters that were trained elsewhere, from a file. */
  void weights();

  void save();

  void share();

  void carryOut();

  /** What has come of a sweep, as a table. */
  void keepSweep(SpreadView.Sweep view);
}
