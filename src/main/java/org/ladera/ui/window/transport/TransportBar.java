package org.ladera.ui.window.transport;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.ladera.present.time.TimelineModel;
import org.ladera.present.time.TransportModel;
import org.ladera.session.Granularity;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.Action;
import org.ladera.ui.window.action.WindowActions;

/** The bar below the stage: controls of the run, its timeline, and its readings. */
public final class TransportBar extends VBox {
  private static final double HEIGHT = 56;
  private static final double ROOMY = 1000;

  /** The same while an update is open. */
  private static final double OPEN = 1160;

  /** In a window wider than this the bar stands in the middle. */
  private static final double WIDEST = 1760;

  /** How far a key moves the speed, as a share of the slider. */
  private static final double NOTCH = 0.1;

  /** Sizes of a step that are offered while no update is open. */
  private static final List<Granularity> CLOSED =
      List.of(Granularity.OPERATION, Granularity.UPDATE, Granularity.EPOCH);

  private final WindowActions actions;
  private final IconButton reset = icon(MaterialDesignS.SKIP_PREVIOUS, Action.RESET);
  private final IconButton back = icon(MaterialDesignS.STEP_BACKWARD, Action.STEP_BACK);
  private final IconButton play = icon(MaterialDesignP.PLAY, Action.PLAY_PAUSE);
  private final IconButton forward = icon(MaterialDesignS.STEP_FORWARD, Action.STEP_FORWARD);
  private final IconButton end = icon(MaterialDesignS.SKIP_NEXT, Action.END);
  private final IconButton open = icon(MaterialDesignB.BUG_OUTLINE, Action.STEP_THROUGH);
  private final Segments<Granularity> sizes;
  private final Slider speed = new Slider(0, 1, 0.5);
  private final FontIcon gauge = new FontIcon(MaterialDesignS.SPEEDOMETER);
  private final Label pace = new Label();
  private final TimeButtons time;
  private final Scrubber scrubber;
  private final HBox controls = new HBox();
  private final HBox speeds = new HBox();
  private final HBox upper = new HBox();
  private final List<Region> lines = List.of(Boxes.separator(), Boxes.separator());
  private final ReadingRow readings;
  private @Nullable TransportModel shown;
  private Optional<StepPace> step = Optional.empty();
  private @Nullable Tokens dressed;
  private boolean updating;

  public TransportBar(WindowActions actions) {
    this.actions = actions;
    readings = new ReadingRow(() -> actions.perform(Action.CHECK), actions::explain);
    getStyleClass().add("transport");
    setAlignment(Pos.TOP_CENTER);
    time = new TimeButtons(actions);
    scrubber = new Scrubber(actions::seek, actions::seekUpdate);
    scrubber.setId("timeline");
    play.getStyleClass().setAll("play-button", "icon-22");
    sizes =
        new Segments<>(
            List.of(Granularity.values()),
            size -> actions.pace(Pace.at(speed.getValue()), size),
            "size-13",
            size -> "size-of-" + size.name().toLowerCase(Locale.ROOT));
    speed.setSkin(new ProgressSliderSkin(speed));
    speed.setBlockIncrement(0.05);
    speed.setId("speed");
    speed.valueProperty().addListener((property, was, is) -> chooseSpeed());
    pace.getStyleClass().addAll("muted", "size-12");
    gauge.getStyleClass().addAll("gauge", "icon-18");
    controls.getChildren().addAll(reset, back, play, forward, end, open);
    controls.setAlignment(Pos.CENTER_LEFT);
    speeds.getChildren().addAll(gauge, speed, pace);
    speeds.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    upper.setAlignment(Pos.CENTER_LEFT);
    upper
        .getChildren()
        .addAll(controls, lines.getFirst(), sizes, lines.getLast(), speeds, scrubber);
    readings.offer(time);
    getChildren().addAll(upper, readings);
  }

  private IconButton icon(Ikon ikon, Action action) {
    IconButton button = new IconButton(ikon, 18, () -> actions.perform(action));
    button.setId("transport-" + action.name().toLowerCase(Locale.ROOT));
    return button;
  }

  private void chooseSpeed() {
    if (updating || shown == null) {
      return;
    }
    if (inside()) {
      actions.stepSpeed(speed.getValue());
    } else {
      actions.pace(Pace.at(speed.getValue()), shown.granularity());
    }
  }

  /**
   * Moves the speed, of the run or of the steps through an open update.
   *
   * @param direction +1 or −1
   */
  public void faster(int direction) {
    speed.setValue(Math.clamp(speed.getValue() + direction * NOTCH, 0, 1));
  }

  /** Whether steps stay inside an open update. */
  private boolean inside() {
    return step.filter(s -> s.size().isInsideUpdate()).isPresent();
  }

  /**
   * Words and colours of this moment.
   *
   * @param trains whether there is something to play, besides an open update
   * @param stepPace while an update is open
   */
  public void show(
      boolean trains,
      TransportModel model,
      TimelineModel timeline,
      Optional<StepPace> stepPace,
      long seed,
      Messages messages,
      Tokens tokens) {
    shown = model;
    step = stepPace;
    boolean running = inside() ? step.get().playing() : model.running();
    updating = true;
    dress(tokens);
    play.show(running ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
    say(play, running ? "transport.pause" : "transport.play", Action.PLAY_PAUSE, messages);
    say(reset, "transport.reset", Action.RESET, messages);
    say(back, "transport.back", Action.STEP_BACK, messages);
    say(forward, "transport.forward", Action.STEP_FORWARD, messages);
    say(end, "transport.end", Action.END, messages);
    say(open, step.isPresent() ? "step.close" : "step.open", Action.STEP_THROUGH, messages);
    back.setDisable(!inside() && !model.canStepBack());
    reset.setDisable(!inside() && !model.canStepBack());
    forward.setDisable(!inside() && !model.canStepForward());
    end.setDisable(!inside() && !model.canStepForward());
    sizes.setAccessibleText(messages.text("transport.granularity"));
    boolean crowded = getWidth() > 0 && getWidth() < ROOMY * tokens.scale();
    upper.setSpacing(tokens.px(crowded ? 10 : 16));
    speeds.setSpacing(tokens.px(crowded ? 6 : 10));
    sizes.offer(
        step.isPresent()
            ? List.of(Granularity.values())
            : crowded ? CLOSED.subList(1, CLOSED.size()) : CLOSED);
    sizes.show(
        size -> word(size, messages),
        size -> word(size, messages),
        step.map(StepPace::size).orElse(model.granularity()));
    showSpeed(model, tokens);
    speed.setAccessibleText(messages.text("transport.speed"));
    speed.setAccessibleHelp(pace.getText());
    double share = model.granularity() == Granularity.EPOCH ? 1 : 1.0 / timeline.updatesPerEpoch();
    scrubber.show(timeline, share, messages.text("transport.timeline"), tokens, messages.numbers());
    time.show(messages, tokens);
    boolean plays = step.map(StepPace::playing).orElse(false);
    show(upper, trains || step.isPresent());
    readings.show(plays ? model.walking(messages) : model, seed, messages, tokens);
    // Six sizes of a step need the room of the speed where the window is narrow.
    boolean full = step.isPresent() && getWidth() > 0 && getWidth() < OPEN * tokens.scale();
    show(speeds, !full);
    show(lines.getLast(), !full);
    updating = false;
  }

  private static void show(Region region, boolean is) {
    region.setVisible(is);
    region.setManaged(is);
  }

  private void showSpeed(TransportModel model, Tokens tokens) {
    if (inside()) {
      if (!speed.isValueChanging()) {
        speed.setValue(StepClock.share(step.get().seconds()));
      }
      pace.setText(step.get().words());
      paceWidth(Region.USE_PREF_SIZE);
      return;
    }
    if (!speed.isValueChanging() && Pace.at(speed.getValue()) != model.pace()) {
      speed.setValue(Pace.share(model.pace()));
    }
    pace.setText(model.paceText());
    paceWidth(tokens.px(68));
  }

  /** A width that is set again has everything laid out again. */
  private void paceWidth(double least) {
    if (pace.getMinWidth() != least) {
      pace.setMinWidth(least);
    }
  }

  private static String word(Granularity size, Messages messages) {
    return messages.text("transport." + size.name().toLowerCase(Locale.ROOT));
  }

  private void dress(Tokens tokens) {
    if (tokens == dressed) {
      return;
    }
    dressed = tokens;
    for (Button button : List.of(reset, back, forward, end, open)) {
      Boxes.square(button, tokens.px(32));
    }
    Boxes.square(play, tokens.px(36));
    controls.setSpacing(tokens.px(4));
    for (Region line : lines) {
      line.setMinSize(1, tokens.px(24));
      line.setMaxSize(1, tokens.px(24));
    }
    speed.setMinWidth(tokens.px(72));
    speed.setPrefWidth(tokens.px(72));
    speed.setMaxWidth(tokens.px(72));
    pace.setMinWidth(tokens.px(68));
    upper.setPadding(tokens.insets(0, 8, 0, 14));
    upper.setMinHeight(tokens.px(HEIGHT));
    upper.setMaxWidth(tokens.px(WIDEST));
    readings.setMaxWidth(tokens.px(WIDEST));
    scrubber.setMaxHeight(tokens.px(HEIGHT - 4));
    scrubber.setPrefHeight(tokens.px(HEIGHT - 4));
  }

  private static void say(Button button, String key, Action action, Messages messages) {
    String words = messages.text(key);
    String tip =
        messages.text("transport.with.key", Map.of("action", words, "key", action.keys(messages)));
    SideTooltip.name(button, words, tip);
  }
}
