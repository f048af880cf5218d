package org.ladera.ui.window;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.spec.Experiment;
import org.ladera.lesson.model.Step;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.store.document.LabDocument;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.lab.LabBar;
import org.ladera.ui.window.lab.LabPanel;
import org.ladera.ui.window.lab.LabPart;
import org.ladera.ui.window.lab.LabState;

/** Panel and bar of the laboratory, with the settings of the run as it stands. */
final class LabView {
  private final LabDesk desk;
  private final MainController controller;
  private final LabPanel panel;
  private final LabBar bar;

  /** The run whose settings are shown. */
  private @Nullable Experiment shown;

  private boolean begun;
  private boolean changed;

  LabView(LabDesk desk, MainController controller) {
    this.desk = desk;
    this.controller = controller;
    panel = new LabPanel(desk);
    bar = new LabBar(desk);
  }

  /** Puts both into the window. */
  void furnish() {
    controller.window().furnish(panel, bar);
  }

  /** Whether the run has other settings than those that are shown. */
  boolean isOld(RunFrame run) {
    Experiment now = run.experiment();
    return shown == null
        || run.update() > 0 != begun
        || run.canUndo() != changed
        || !now.optimizer().equals(shown.optimizer())
        || !now.network().equals(shown.network());
  }

  void show(
      LabDocument document,
      Step step,
      double seconds,
      boolean fromHere,
      Optional<LabState.Refusal> refused,
      Optional<LabPart> undo,
      Optional<LabPart> redo) {
    Optional<RunFrame> run = controller.live().present().map(Frame::main);
    Experiment now =
        run.map(RunFrame::experiment).orElse(step.scene().runs().getFirst().experiment());
    shown = now;
    begun = run.filter(r -> r.update() > 0).isPresent();
    changed = run.filter(RunFrame::canUndo).isPresent();
    LabState state =
        new LabState(
            document,
            step,
            now,
            begun,
            fromHere,
            refused,
            changed ? Optional.of(LabPart.OPTIMIZER) : undo,
            redo,
            desk.keeping.isEdited(),
            desk.keeping.name(),
            controller.appearance().notation(),
            seconds);
    Messages messages = controller.appearance().messages();
    Tokens tokens = controller.appearance().tokens();
    boolean narrow = controller.window().narrow();
    panel.show(state, narrow, messages, tokens);
    bar.show(state, narrow, messages, tokens);
  }
}
