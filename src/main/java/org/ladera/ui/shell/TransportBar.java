package org.ladera.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.ladera.present.TransportModel;
import org.ladera.session.Command;
import org.ladera.session.Granularity;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Tokens;

/** The bar below the stage: controls of the run, its timeline, and its readings. */
final class TransportBar extends VBox {
  /** Below this the readings keep only the important ones. */
  private static final double NARROW = 1200;

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2000;

  private final WindowActions actions;
  private final Button reset = icon(MaterialDesignS.SKIP_PREVIOUS, Action.RESET);
  private final Button back = icon(MaterialDesignS.STEP_BACKWARD, Action.STEP_BACK);
  private final Button play = new Button();
  private final FontIcon playIcon = new FontIcon(MaterialDesignP.PLAY);
  private final Button forward = icon(MaterialDesignS.STEP_FORWARD, Action.STEP_FORWARD);
  private final Map<Granularity, ToggleButton> granularity = new EnumMap<>(Granularity.class);
  private final Slider speed = new Slider(0, 1, 0.5);
  private final Label pace = new Label();
  private final Scrubber scrubber;
  private final HBox readings = new HBox(20);
  private final Label state = new Label();
  private final Label seed = new Label();
  private final List<ReadingNode> readingNodes = new ArrayList<>();
  private final HBox status = new HBox(16);
  private TransportModel shown;
  private boolean updating;

  TransportBar(WindowActions actions) {
    this.actions = actions;
    scrubber = new Scrubber(this::seek);
    getStyleClass().add("transport");
    play.getStyleClass().setAll("play-button");
    play.setGraphic(playIcon);
    play.setOnAction(e -> actions.perform(Action.PLAY_PAUSE));
    HBox controls = new HBox(8, reset, back, play, forward);
    controls.setAlignment(Pos.CENTER);
    speed.setPrefWidth(96);
    speed.setMinWidth(72);
    speed.setBlockIncrement(0.05);
    speed.valueProperty().addListener((property, was, is) -> chooseSpeed());
    pace.getStyleClass().add("reading-name");
    pace.setMinWidth(74);
    FontIcon gauge = new FontIcon(MaterialDesignS.SPEEDOMETER);
    gauge.getStyleClass().add("gauge");
    HBox speeds = new HBox(8, gauge, speed, pace);
    speeds.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(scrubber, Priority.ALWAYS);
    HBox upper = new HBox(16, controls, line(), segments(), line(), speeds, scrubber);
    upper.setAlignment(Pos.CENTER_LEFT);
    upper.setPadding(new Insets(2, 8, 2, 12));
    upper.setMinHeight(56);
    state.setMinWidth(Region.USE_PREF_SIZE);
    seed.getStyleClass().add("reading-name");
    status.setAlignment(Pos.CENTER_RIGHT);
    status.getChildren().addAll(state, seed);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox lower = new HBox(16, readings, space, status);
    lower.getStyleClass().add("readings");
    lower.setAlignment(Pos.CENTER_LEFT);
    lower.setPadding(new Insets(0, 16, 0, 16));
    lower.setMinHeight(36);
    readings.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(upper, lower);
  }

  private static Region line() {
    Region line = new Region();
    line.getStyleClass().add("separator-line");
    line.setMinSize(1, 24);
    line.setMaxSize(1, 24);
    return line;
  }

  private Button icon(Ikon ikon, Action action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(ikon));
    button.getStyleClass().setAll("icon-button");
    button.setOnAction(e -> actions.perform(action));
    return button;
  }

  private HBox segments() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox(2);
    box.getStyleClass().add("segments");
    box.setAlignment(Pos.CENTER);
    box.setMaxHeight(USE_PREF_SIZE);
    for (Granularity size : List.of(Granularity.UPDATE, Granularity.EPOCH)) {
      ToggleButton button = new ToggleButton();
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      button.setOnAction(
          e -> {
            button.setSelected(true);
            actions.send(new Command.SetPace(chosenPace(), size));
          });
      granularity.put(size, button);
      box.getChildren().add(button);
    }
    return box;
  }

  private void chooseSpeed() {
    if (!updating && shown != null) {
      actions.send(new Command.SetPace(chosenPace(), shown.granularity()));
    }
  }

  /** A logarithmic slider; its right end is as fast as the machine goes. */
  private double chosenPace() {
    double share = speed.getValue();
    return share >= 0.995
        ? Double.POSITIVE_INFINITY
        : SLOWEST * StrictMath.pow(FASTEST / SLOWEST, share / 0.99);
  }

  private static double share(double pace) {
    return Double.isInfinite(pace)
        ? 1
        : Math.clamp(
            0.99 * StrictMath.log(pace / SLOWEST) / StrictMath.log(FASTEST / SLOWEST), 0, 0.99);
  }

  private void seek(double epoch) {
    actions.seek(epoch);
  }

  /** Words and colours of this moment. */
  void show(TransportModel model, long seedNumber, Messages messages, Tokens tokens) {
    shown = model;
    updating = true;
    playIcon.setIconCode(model.running() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
    say(play, model.running() ? "transport.pause" : "transport.play", Action.PLAY_PAUSE, messages);
    say(reset, "transport.reset", Action.RESET, messages);
    say(back, "transport.back", Action.STEP_BACK, messages);
    say(forward, "transport.forward", Action.STEP_FORWARD, messages);
    back.setDisable(!model.canStepBack());
    reset.setDisable(!model.canStepBack());
    forward.setDisable(!model.canStepForward());
    granularity.forEach(
        (size, button) -> {
          button.setText(messages.text("transport." + size.name().toLowerCase(Locale.ROOT)));
          button.setSelected(size == model.granularity());
        });
    if (!speed.isValueChanging() && !speed.isFocused()) {
      speed.setValue(share(model.pace()));
    }
    speed.setAccessibleText(messages.text("transport.speed"));
    pace.setText(model.paceText());
    scrubber.show(model.track(), messages.text("transport.timeline"), tokens, messages.numbers());
    readings(model.readings(), tokens);
    state.setText(model.state().word());
    state.getStyleClass().setAll("status-" + model.state().kind().name().toLowerCase(Locale.ROOT));
    seed.setText(messages.text("reading.seed.of", Map.of("seed", seedNumber)));
    updating = false;
  }

  private void readings(List<TransportModel.Reading> all, Tokens tokens) {
    boolean narrow = getWidth() > 0 && getWidth() < NARROW * Math.max(1, tokens.scale() * 0.9);
    List<TransportModel.Reading> shownNow =
        narrow ? all.stream().filter(TransportModel.Reading::important).toList() : all;
    while (readingNodes.size() < shownNow.size()) {
      readingNodes.add(new ReadingNode());
    }
    if (readings.getChildren().size() != shownNow.size()) {
      readings.getChildren().setAll(readingNodes.subList(0, shownNow.size()));
    }
    for (int i = 0; i < shownNow.size(); i++) {
      readingNodes.get(i).show(shownNow.get(i), tokens);
    }
    seed.setVisible(!narrow);
    seed.setManaged(!narrow);
  }

  private static void say(ButtonBase button, String key, Action action, Messages messages) {
    String words = messages.text(key);
    if (!words.equals(button.getAccessibleText())) {
      button.setAccessibleText(words);
      Tooltip tip = new Tooltip();
      tip.setText(
          messages.text(
              "transport.with.key",
              Map.of("action", words, "key", KeySheet.keys(action, messages))));
      button.setTooltip(tip);
    }
  }
}
