package org.ladera.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ladera.lesson.model.Fault;
import org.ladera.present.check.GradientRows;
import org.ladera.ui.control.Copying;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.Appearance;
import org.ladera.ui.window.sheet.CheckSheet;
import org.ladera.ui.window.sheet.FaultSheet;
import org.ladera.ui.window.sheet.KeySheet;
import org.ladera.ui.window.sheet.SettingsSheet;
import org.ladera.ui.window.sheet.ShareSheet;
import org.ladera.ui.window.sheet.StorageSheet;

/** The sheets that may lie over the window, one at a time. FX thread only. */
final class Sheets {
  private final Overlays overlays;
  private final WindowActions actions;
  private final Appearance appearance;
  private final Typesetter typesetter;

  Sheets(Overlays overlays, WindowActions actions, Appearance appearance, Typesetter typesetter) {
    this.overlays = overlays;
    this.actions = actions;
    this.appearance = appearance;
    this.typesetter = typesetter;
  }

  void settings() {
    overlays.show(
        () ->
            new SettingsSheet(
                actions,
                appearance.settings(),
                appearance.messages(),
                appearance.tokens(),
                typesetter,
                overlays::close));
  }

  void keys() {
    overlays.show(() -> new KeySheet(appearance.messages(), appearance.tokens(), overlays::close));
  }

  /**
   * @param found what the check has found so far
   * @param whenHidden runs once the sheet is closed
   */
  void check(Supplier<Optional<GradientRows>> found, Runnable whenHidden) {
    overlays.show(
        () ->
            new CheckSheet(
                found.get(), appearance.messages(), appearance.tokens(), overlays::close),
        whenHidden);
  }

  /** Says what is wrong with the person's files until they close it; then damage is known. */
  void storage(UserState person) {
    overlays.show(
        () ->
            new StorageSheet(
                person.troubles(),
                appearance.messages(),
                appearance.tokens(),
                person::retry,
                () -> {
                  person.troubles().forEach(person::dismiss);
                  overlays.close();
                }));
  }

  /** A string to be pasted elsewhere; it is in the clipboard already. */
  void share(String text) {
    if (!text.isEmpty()) {
      Copying.copy(text);
      overlays.show(
          () -> new ShareSheet(text, appearance.messages(), appearance.tokens(), overlays::close));
    }
  }

  void faults(List<Fault> faults) {
    overlays.show(() -> sheet(faults));
  }

  FaultSheet sheet(List<Fault> faults) {
    return new FaultSheet(faults, appearance.messages(), appearance.tokens(), overlays::close);
  }
}
