package org.ladera.ui.window.sidebar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.window.action.WindowActions;

/** Groups with their counts, lessons with their rings, the steps of the open lesson with dots. */
final class LessonList extends VBox {
  private static final double GROUP = 32;
  private static final double LESSON = 32;
  private static final double STEP = 28;

  private final WindowActions actions;

  /** Groups that a person opened or closed; of the others the one of the open lesson is open. */
  private final Map<String, Boolean> opened = new HashMap<>();

  private LessonListModel model;

  /** Shows where the person is once it has its place; then nothing until that is another. */
  private final Consumer<Node> arrived;

  private String place = "";
  private boolean moved;

  /** The one that is open; −1 before the first. */
  private int lesson = -1;

  private boolean folded;
  private Messages messages;
  private Tokens tokens;

  /**
   * @param arrived gets the entry of the open step, or of its lesson in the folded list, when it
   *     has its place after another one was opened or the list was folded or unfolded
   */
  LessonList(WindowActions actions, Consumer<Node> arrived) {
    this.actions = actions;
    this.arrived = arrived;
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (moved) {
      moved = false;
      getChildren().stream()
          .filter(n -> n.getStyleClass().contains("chosen"))
          .findFirst()
          .ifPresent(arrived);
    }
  }

  @Initializer
  void show(LessonListModel newModel, boolean newFolded, Messages newMessages, Tokens newTokens) {
    if (newModel.lesson() != lesson) {
      lesson = newModel.lesson();
      opened.remove(newModel.lessons().get(newModel.lesson()).group());
    }
    model = newModel;
    folded = newFolded;
    messages = newMessages;
    tokens = newTokens;
    String now = model.lesson() + "/" + model.step() + "/" + folded;
    moved |= !now.equals(place);
    place = now;
    fill();
  }

  private void fill() {
    setPadding(tokens.insets(0, 8, 8, 8));
    setSpacing(folded ? tokens.px(4) : 0);
    getChildren().clear();
    if (folded) {
      for (int l = 0; l < model.lessons().size(); l++) {
        getChildren().add(ring(l));
      }
      return;
    }
    for (String group : groups()) {
      boolean open = open(group);
      getChildren().add(group(group, open));
      if (open) {
        addLessons(group);
      }
    }
  }

  private List<String> groups() {
    return model.lessons().stream().map(LessonListModel.Entry::group).distinct().toList();
  }

  private boolean open(String group) {
    return opened.getOrDefault(group, group.equals(model.lessons().get(model.lesson()).group()));
  }

  private void addLessons(String group) {
    for (int l = 0; l < model.lessons().size(); l++) {
      LessonListModel.Entry entry = model.lessons().get(l);
      if (!entry.group().equals(group)) {
        continue;
      }
      getChildren().add(lesson(l));
      if (l == model.lesson()) {
        for (int s = 0; s < entry.steps().size(); s++) {
          getChildren().add(step(l, s));
        }
      }
    }
    if (!group.equals(groups().getLast())) {
      Region line = Boxes.separator();
      VBox.setMargin(line, tokens.insets(8, 8, 8, 8));
      getChildren().add(line);
    }
  }

  private Node group(String group, boolean open) {
    List<LessonListModel.Entry> entries =
        model.lessons().stream().filter(e -> e.group().equals(group)).toList();
    long done = entries.stream().mapToLong(LessonListModel.Entry::done).sum();
    long all = entries.stream().mapToLong(e -> e.steps().size()).sum();
    String name = messages.text("group." + group);
    FontIcon chevron =
        new FontIcon(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT);
    Button button =
        item(
            name,
            List.of("group", "icon-16"),
            chevron,
            GROUP,
            () -> {
              opened.put(group, !open);
              Focus.keep(this, this::fill);
            });
    button.setId("group-" + group);
    button.setGraphicTextGap(tokens.px(4));
    button.setAccessibleText(
        messages.text(
            open ? "sidebar.group.open" : "sidebar.group.closed",
            Map.of(
                "group", name,
                "done", messages.numbers().whole(done),
                "all", messages.numbers().whole(all))));
    HBox.setHgrow(button, Priority.ALWAYS);
    Label count =
        new Label(
            messages.text(
                "sidebar.count",
                Map.of(
                    "done", messages.numbers().whole(done), "all", messages.numbers().whole(all))));
    count.getStyleClass().addAll("muted", "size-12");
    count.setMinWidth(USE_PREF_SIZE);
    count.setPadding(new Insets(0, tokens.px(4), 0, 0));
    HBox row = new HBox(button, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button lesson(int index) {
    LessonListModel.Entry entry = model.lessons().get(index);
    Button button =
        item(
            entry.title(),
            List.of("lesson"),
            new Ring(entry.share(), tokens),
            LESSON,
            () -> actions.open(index, entry.resume()));
    button.setId("lesson-" + index);
    button.setGraphicTextGap(tokens.px(8));
    button.setAccessibleText(spoken(entry));
    return button;
  }

  private String spoken(LessonListModel.Entry entry) {
    return messages.text(
        "sidebar.lesson",
        Map.of(
            "lesson", entry.title(),
            "done", messages.numbers().whole(entry.done()),
            "all", messages.numbers().whole(entry.steps().size())));
  }

  private Button step(int lesson, int step) {
    LessonListModel.StepEntry entry = model.lessons().get(lesson).steps().get(step);
    boolean chosen = step == model.step();
    LessonListModel.Mark mark =
        chosen && entry.mark() == LessonListModel.Mark.OPEN
            ? LessonListModel.Mark.UNDER_WAY
            : entry.mark();
    List<String> looks = chosen ? List.of("step", "chosen") : List.of("step");
    Button button =
        item(entry.title(), looks, new Dot(mark, tokens), STEP, () -> actions.open(lesson, step));
    button.setId("step-" + step);
    button.setGraphicTextGap(tokens.px(10));
    String key =
        switch (mark) {
          case DONE -> "sidebar.step.done";
          case UNDER_WAY -> "sidebar.step.underway";
          case OPEN -> "sidebar.step.open";
        };
    button.setAccessibleText(messages.text(key, Map.of("step", entry.title())));
    return button;
  }

  /** A lesson in the folded list: its ring alone. */
  private Button ring(int index) {
    LessonListModel.Entry entry = model.lessons().get(index);
    boolean chosen = index == model.lesson();
    List<String> looks = chosen ? List.of("ring", "chosen") : List.of("ring");
    Button button =
        item(
            "",
            looks,
            new Ring(entry.share(), tokens),
            LESSON,
            () -> actions.open(index, entry.resume()));
    button.setId("lesson-" + index);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAlignment(Pos.CENTER);
    SideTooltip.beside(button, spoken(entry), entry.title());
    return button;
  }

  private Button item(String words, List<String> looks, Node mark, double height, Runnable action) {
    Button button = new Button(words, mark);
    button.getStyleClass().setAll("sidebar-item", "size-13");
    button.getStyleClass().addAll(looks);
    button.setMnemonicParsing(false);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(tokens.px(height));
    button.setOnAction(e -> action.run());
    return button;
  }
}
