package org.ladera.ui.window.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.ladera.present.shared.Asked;
import org.ladera.present.time.TransportModel;
import org.ladera.present.time.TransportModel.Reading;
import org.ladera.present.time.TransportModel.State;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.theme.Tokens;

/** The numbers of the run at the left; its state in words, its seed and its badge at the right. */
final class ReadingRow extends HBox {
  /** Below this only the important readings have room. */
  private static final double NARROW = 1200;

  private static final double HEIGHT = 36;

  private final HBox readings = new HBox();
  private final List<ReadingNode> nodes = new ArrayList<>();
  private final Label state = new Label();
  private final FontIcon sign = new FontIcon(MaterialDesignP.PAUSE);
  private final Label seed = new Label();
  private @Nullable Tokens dressed;
  private @Nullable Messages spoken;

  /** The width that everything took in these words and colours, as far as it was shown. */
  private double needed;

  private final BadgeButton badge;
  private final Consumer<Asked> explain;

  /** Shows the same once more, in another width. */
  private Runnable again = () -> {};

  /**
   * @param check what the badge does
   * @param explain gets the reading that a person asks about
   */
  ReadingRow(Runnable check, Consumer<Asked> explain) {
    this.explain = explain;
    badge = new BadgeButton(check);
    getStyleClass().add("readings");
    // Or what it shows where there is room would keep the window from being made smaller.
    setMinWidth(0);
    setAlignment(Pos.CENTER_LEFT);
    setFillHeight(false);
    readings.setAlignment(Pos.BASELINE_LEFT);
    readings.setFillHeight(false);
    state.setGraphic(sign);
    state.setMinWidth(USE_PREF_SIZE);
    state.setId("status");
    seed.getStyleClass().addAll("muted", "size-12");
    seed.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(readings, Boxes.space(), state, seed, badge);
    widthProperty().addListener((property, was, is) -> again.run());
  }

  /** Buttons between the numbers and the state. */
  void offer(Node buttons) {
    getChildren().add(getChildren().indexOf(state), buttons);
  }

  void show(TransportModel model, long seedNumber, Messages messages, Tokens tokens) {
    again = () -> show(model, seedNumber, messages, tokens);
    boolean narrow = getWidth() > 0 && getWidth() < NARROW * tokens.scale();
    setPadding(tokens.insets(0, narrow ? 10 : 16, 0, narrow ? 14 : 16));
    setSpacing(tokens.px(narrow ? 8 : 16));
    readings.setSpacing(tokens.px(narrow ? 12 : 20));
    show(model.readings().stream().filter(r -> r.important() || !narrow).toList(), tokens);
    show(model.state());
    seed.setText(messages.text("reading.seed.of", Map.of("seed", seedNumber)));
    if (tokens != dressed || messages != spoken) {
      dressed = tokens;
      spoken = messages;
      needed = 0;
      setMinHeight(tokens.px(HEIGHT));
    }
    shorten(model, narrow || getWidth() < needed, tokens);
    if (!narrow && getWidth() >= needed) {
      needed = Math.max(needed, prefWidth(-1));
      shorten(model, getWidth() < needed, tokens);
    }
  }

  /** The badge without its number, and no seed, where all of it would not fit. */
  private void shorten(TransportModel model, boolean brief, Tokens tokens) {
    seed.setVisible(!brief);
    seed.setManaged(!brief);
    badge.show(model.badge(), brief, tokens);
  }

  private void show(List<Reading> now, Tokens tokens) {
    while (nodes.size() < now.size()) {
      nodes.add(new ReadingNode(explain));
    }
    if (readings.getChildren().size() != now.size()) {
      readings.getChildren().setAll(nodes.subList(0, now.size()));
    }
    for (int i = 0; i < now.size(); i++) {
      nodes.get(i).show(now.get(i), tokens);
    }
  }

  private void show(State now) {
    if (now.word().equals(state.getText())) {
      return;
    }
    state.setText(now.word());
    sign.setIconCode(sign(now.kind()));
    state
        .getStyleClass()
        .setAll(
            "label", "status", now.kind().name().toLowerCase(Locale.ROOT), "size-12", "icon-16");
  }

  private static Ikon sign(State.Kind kind) {
    return switch (kind) {
      case READY -> MaterialDesignC.CIRCLE_OUTLINE;
      case RUNNING -> MaterialDesignP.PLAY;
      case RESTORING -> MaterialDesignH.HISTORY;
      case PAUSED -> MaterialDesignP.PAUSE;
      case FINISHED -> MaterialDesignF.FLAG_CHECKERED;
      case STUCK, DIVERGED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
    };
  }
}
