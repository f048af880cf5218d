package org.ladera.ui.window;

import java.util.function.UnaryOperator;
import org.ladera.present.shared.Asked;
import org.ladera.session.Granularity;
import org.ladera.text.Language;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;
import org.ladera.ui.window.appearance.Settings;

/** What every gesture and key of the window asks for. FX thread only. */
final class WindowGestures implements WindowActions {
  private static final double ZOOM_STEP = 1.1;

  private final MainController controller;

  WindowGestures(MainController controller) {
    this.controller = controller;
  }

  @Override
  public void seek(double epoch) {
    controller.run.seek(epoch);
  }

  @Override
  public void seekUpdate(long update) {
    controller.run.seekUpdate(update);
  }

  @Override
  public void explain(Asked number) {
    if (controller.live().frame() != null) {
      number
          .opening(controller.live().frame().main().next())
          .ifPresent(controller.stepThrough()::open);
    }
  }

  @Override
  public void pace(double perSecond, Granularity granularity) {
    controller.stepThrough().resize(granularity);
    if (!granularity.isInsideUpdate()) {
      controller.run.pace(perSecond, granularity);
    }
  }

  @Override
  public void stepSpeed(double share) {
    controller.stepThrough().speed(share);
  }

  @Override
  public void newStart() {
    controller.run.newStart();
  }

  @Override
  public void useRate(double rate) {
    controller.run.useRate(rate);
  }

  @Override
  public void open(int lessonIndex, int stepIndex) {
    controller.open(lessonIndex, stepIndex);
  }

  @Override
  public void showStorage() {
    controller.reports.showStorage();
  }

  @Override
  public void change(UnaryOperator<Settings> how) {
    controller.change(how.apply(controller.appearance().settings()));
  }

  @Override
  public void perform(Action action) {
    if (controller.stepThrough().perform(action)) {
      return;
    }
    LaderaWindow window = controller.window();
    switch (action) {
      case PLAY_PAUSE -> controller.run.playOrPause();
      case STEP_FORWARD -> controller.run.step(1);
      case STEP_BACK -> controller.run.step(-1);
      case RESET -> controller.run.reset();
      case END -> controller.toTheEnd();
      case UNDO -> controller.lab.undo();
      case REDO -> controller.lab.redo();
      case EXPERIMENT -> controller.lab.experiment();
      case LABORATORY -> controller.pages().laboratory();
      case OPEN_FILE -> controller.lab.files.open();
      case PASTE -> controller.lab.files.paste();
      case SAVE -> controller.lab.exchange().save();
      case SHARE -> controller.lab.exchange().share();
      case EXPORT -> controller.lab.exchange().carryOut();
      case RUN_UNTIL, CHANGE, BRANCHES -> controller.time.toggle(action);
      case CHECK -> controller.check();
      case STEP_THROUGH -> controller.stepThrough().toggle();
      case PROGRAM -> controller.pages().program().open();
      case FIND -> controller.stepThrough().find();
      case SLOWER -> window.transport().faster(-1);
      case FASTER -> window.transport().faster(1);
      case LAYER_FORWARD, LAYER_BACK, TERMS, COPY -> {}
      case NEXT_STEP -> controller.walk.move(1);
      case PREVIOUS_STEP -> controller.walk.move(-1);
      case NEXT_LESSON -> controller.walk.moveLesson(1);
      case PREVIOUS_LESSON -> controller.walk.moveLesson(-1);
      case LESSONS -> controller.pages().lessons();
      case OPENING -> controller.pages().showOpening();
      case VIEW_1 -> window.stage().toggle(0);
      case VIEW_2 -> window.stage().toggle(1);
      case VIEW_3 -> window.stage().toggle(2);
      case VIEW_4 -> window.stage().toggle(3);
      case VIEW_5 -> window.stage().toggle(4);
      case FOLD_LIST -> {
        window.foldList(!window.listFolded());
        controller.lessonList();
      }
      case TO_TEXT -> window.goToText();
      case FOLD_TEXT -> window.foldNarrative(!window.narrativeFolded());
      case ZOOM_IN -> controller.change(controller.appearance().zoomed(ZOOM_STEP));
      case ZOOM_OUT -> controller.change(controller.appearance().zoomed(1 / ZOOM_STEP));
      case ZOOM_RESET -> change(s -> s.withZoom(1));
      case FULL_SCREEN -> controller.toggleFullScreen();
      case BLANK -> window.overlays().black();
      case LANGUAGE -> change(s -> s.withLanguage(after(Language.values(), s.language())));
      case PROFILE -> change(s -> s.withProfile(after(Profile.values(), s.profile())));
      case SETTINGS -> controller.sheets.settings();
      case KEYS -> controller.sheets.keys();
    }
  }

  private static <T extends Enum<T>> T after(T[] all, T now) {
    return all[(now.ordinal() + 1) % all.length];
  }
}
