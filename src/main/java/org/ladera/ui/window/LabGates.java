package org.ladera.ui.window;

import org.ladera.lesson.model.SpreadView;
import org.ladera.ui.window.lab.LabExchange;

/** Leads what a person brings or takes away to who does it. */
record LabGates(LabFiles files, LabKeeping keeping, CarryOut carry) implements LabExchange {
  @Override
  public void replaceData() {
    files.replace();
  }

  @Override
  public void draw() {
    files.draw();
  }

  @Override
  public void weights() {
    files.weights();
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
  public void keepSweep(SpreadView.Sweep view) {
    carry.sweep(view);
  }
}
