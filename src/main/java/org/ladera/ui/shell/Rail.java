package org.ladera.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** The lesson list at the left: groups, lessons with their rings, steps with their dots. */
final class Rail extends VBox {
  private static final double WIDE = 216;
  private static final double FOLDED = 48;

  private final WindowActions actions;
  private final VBox list = new VBox(2);
  private final ScrollPane scroll = new ScrollPane(list);
  private final VBox foot = new VBox(4);
  private boolean folded;

  Rail(WindowActions actions) {
    this.actions = actions;
    getStyleClass().add("rail");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    list.setPadding(new Insets(0, 8, 8, 8));
  }

  boolean folded() {
    return folded;
  }

  void fold(boolean now) {
    folded = now;
  }

  void show(RailModel model, Messages messages, Tokens tokens) {
    double width = folded ? FOLDED : WIDE * Math.max(1, tokens.scale() * 0.95);
    setMinWidth(width);
    setPrefWidth(width);
    setMaxWidth(width);
    list.getChildren().clear();
    if (folded) {
      addRings(model, messages, tokens);
    } else {
      addGroups(model, messages, tokens);
    }
    getChildren().setAll(head(messages, tokens), scroll, foot(messages, tokens));
  }

  private Node head(Messages messages, Tokens tokens) {
    Button fold =
        icon(
            folded ? MaterialDesignC.CHEVRON_DOUBLE_RIGHT : MaterialDesignC.CHEVRON_DOUBLE_LEFT,
            messages.text(folded ? "rail.unfold" : "rail.fold"),
            () -> actions.perform(Action.FOLD_LIST));
    HBox head = new HBox(8);
    head.setAlignment(folded ? Pos.CENTER : Pos.CENTER_LEFT);
    head.setMinHeight(48);
    head.setPadding(folded ? Insets.EMPTY : new Insets(0, 8, 0, 16));
    if (!folded) {
      Label brand = new Label(messages.text("app.name"), new Logo(tokens));
      brand.setGraphicTextGap(10);
      brand.getStyleClass().add("brand");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      head.getChildren().addAll(brand, space);
    }
    head.getChildren().add(fold);
    return head;
  }

  private void addGroups(RailModel model, Messages messages, Tokens tokens) {
    String group = "";
    for (int l = 0; l < model.lessons().size(); l++) {
      RailModel.Entry entry = model.lessons().get(l);
      if (!entry.group().equals(group)) {
        group = entry.group();
        list.getChildren().add(group(model, group, messages));
      }
      list.getChildren().add(lesson(model, l, messages, tokens));
      if (l == model.lesson()) {
        for (int s = 0; s < entry.steps().size(); s++) {
          list.getChildren().add(step(model, l, s, messages, tokens));
        }
      }
    }
  }

  private Node group(RailModel model, String group, Messages messages) {
    List<RailModel.Entry> entries =
        model.lessons().stream().filter(e -> e.group().equals(group)).toList();
    long done = entries.stream().mapToLong(RailModel.Entry::done).sum();
    long all = entries.stream().mapToLong(e -> e.steps().size()).sum();
    Label name = new Label(messages.text("group." + group));
    name.getStyleClass().add("rail-group");
    Label count =
        new Label(
            messages.text(
                "rail.count",
                Map.of(
                    "done", messages.numbers().whole(done), "all", messages.numbers().whole(all))));
    count.getStyleClass().add("rail-count");
    count.setMinWidth(USE_PREF_SIZE);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, name, space, count);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setMinHeight(32);
    line.setPadding(new Insets(0, 8, 0, 8));
    return line;
  }

  private Node lesson(RailModel model, int index, Messages messages, Tokens tokens) {
    RailModel.Entry entry = model.lessons().get(index);
    double share = entry.steps().isEmpty() ? 0 : (double) entry.done() / entry.steps().size();
    Button button = item(entry.title(), new Ring(share, tokens), () -> actions.open(index, 0));
    button.getStyleClass().add("lesson");
    button.setAccessibleText(spoken(entry, messages));
    return button;
  }

  private static String spoken(RailModel.Entry entry, Messages messages) {
    return messages.text(
        "rail.lesson",
        Map.of(
            "lesson", entry.title(),
            "done", messages.numbers().whole(entry.done()),
            "all", messages.numbers().whole(entry.steps().size())));
  }

  private Node step(RailModel model, int lesson, int step, Messages messages, Tokens tokens) {
    RailModel.StepEntry entry = model.lessons().get(lesson).steps().get(step);
    boolean chosen = lesson == model.lesson() && step == model.step();
    RailModel.Mark mark =
        chosen && entry.mark() == RailModel.Mark.OPEN ? RailModel.Mark.UNDER_WAY : entry.mark();
    Button button = item(entry.title(), new Dot(mark, tokens), () -> actions.open(lesson, step));
    button.setPadding(new Insets(0, 4, 0, 8));
    if (chosen) {
      button.getStyleClass().add("chosen");
    }
    String key =
        switch (mark) {
          case DONE -> "rail.step.done";
          case UNDER_WAY -> "rail.step.underway";
          case OPEN -> "rail.step.open";
        };
    button.setAccessibleText(messages.text(key, Map.of("step", entry.title())));
    return button;
  }

  private static Button item(String words, Node mark, Runnable action) {
    Button button = new Button(words, mark);
    button.getStyleClass().setAll("rail-item");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTextOverrun(OverrunStyle.ELLIPSIS);
    button.setOnAction(e -> action.run());
    Tooltip whole = new Tooltip(words);
    button.setTooltip(whole);
    return button;
  }

  private void addRings(RailModel model, Messages messages, Tokens tokens) {
    for (int l = 0; l < model.lessons().size(); l++) {
      RailModel.Entry entry = model.lessons().get(l);
      int index = l;
      double share = entry.steps().isEmpty() ? 0 : (double) entry.done() / entry.steps().size();
      Button button = item("", new Ring(share, tokens), () -> actions.open(index, 0));
      button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      button.setPadding(new Insets(8, 0, 8, 0));
      button.setAlignment(Pos.CENTER);
      button.setAccessibleText(spoken(entry, messages));
      button.setTooltip(new Tooltip(entry.title()));
      if (l == model.lesson()) {
        button.getStyleClass().add("chosen");
      }
      list.getChildren().add(button);
    }
  }

  private Node foot(Messages messages, Tokens tokens) {
    foot.getChildren().clear();
    Region line = new Region();
    line.getStyleClass().add("separator-line");
    line.setMinHeight(1);
    line.setMaxHeight(1);
    Button look =
        icon(
            switch (tokens.profile()) {
              case LIGHT -> MaterialDesignW.WHITE_BALANCE_SUNNY;
              case DARK -> MaterialDesignW.WEATHER_NIGHT;
              case PROJECTOR -> MaterialDesignP.PROJECTOR_SCREEN;
            },
            messages.text("rail.profile"),
            () -> actions.choose(next(tokens.profile())));
    Button keys =
        icon(
            MaterialDesignK.KEYBOARD_OUTLINE,
            messages.text("rail.keys"),
            () -> actions.perform(Action.KEYS));
    if (folded) {
      VBox column = new VBox(4, look, keys);
      column.setAlignment(Pos.CENTER);
      column.setPadding(new Insets(8, 0, 8, 0));
      foot.getChildren().addAll(line, column);
    } else {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      HBox row = new HBox(4, languages(messages), space, look, keys);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setPadding(new Insets(8, 8, 8, 16));
      foot.getChildren().addAll(line, row);
    }
    return foot;
  }

  private static Profile next(Profile profile) {
    return Profile.values()[(profile.ordinal() + 1) % Profile.values().length];
  }

  private HBox languages(Messages messages) {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox(2);
    box.getStyleClass().add("segments");
    box.setAccessibleText(messages.text("rail.language"));
    for (Language language : Language.values()) {
      ToggleButton button = new ToggleButton(language.name());
      button.getStyleClass().setAll("segment");
      button.setToggleGroup(group);
      button.setSelected(language == messages.language());
      button.setOnAction(
          e -> {
            if (language == messages.language()) {
              button.setSelected(true);
            } else {
              actions.perform(Action.LANGUAGE);
            }
          });
      box.getChildren().add(button);
    }
    return box;
  }

  private static Button icon(Ikon ikon, String words, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(ikon));
    button.getStyleClass().setAll("icon-button", "small");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(e -> action.run());
    return button;
  }
}
