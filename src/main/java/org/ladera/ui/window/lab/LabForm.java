package org.ladera.ui.window.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.Ikon;
import org.ladera.engine.spec.Hyperparameter;
import org.ladera.explain.ReaderNumber;
import org.ladera.store.document.LabDocument;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.control.NumberField;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.control.SliderScale;
import org.ladera.ui.control.TrackSlider;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** The controls that the sections of the panel are made of, all of one look. */
final class LabForm {
  private static final double FIELD = 84;

  final LabState state;
  final LabActions actions;
  final Messages messages;
  final Tokens tokens;
  final LayerSketch.Chosen chosen;

  LabForm(
      LabState state,
      LabActions actions,
      LayerSketch.Chosen chosen,
      Messages messages,
      Tokens tokens) {
    this.chosen = chosen;
    this.state = state;
    this.actions = actions;
    this.messages = messages;
    this.tokens = tokens;
  }

  String text(String key) {
    return messages.text(key);
  }

  /** So long, to a digit or two. */
  String time(double seconds) {
    boolean little = seconds < 1;
    return messages.text(
        little ? "lab.time.ms" : seconds < 120 ? "lab.time.s" : "lab.time.min",
        Map.of(
            "time",
            messages
                .numbers()
                .shown(little ? 1000 * seconds : seconds < 120 ? seconds : seconds / 60, 2)));
  }

  /** Words with symbols, in several lines where they need them. */
  TextFlow words(String source, double px, Color color) {
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.nodes(source, px, Type.Weight.REGULAR, color, tokens));
    flow.setMinHeight(Region.USE_PREF_SIZE);
    return flow;
  }

  /** What is said beside a choice, smaller. */
  TextFlow note(String source) {
    return words(source, 12, tokens.muted());
  }

  /** A label at the left and controls at the right end. */
  HBox row(String label, Node... controls) {
    TextFlow name = words(label, 12, tokens.muted());
    name.setMinWidth(0);
    HBox holder = new HBox(name);
    holder.setAlignment(Pos.CENTER_LEFT);
    holder.setFillHeight(false);
    HBox.setHgrow(holder, Priority.ALWAYS);
    HBox row = new HBox(tokens.px(6), holder);
    row.getChildren().addAll(List.of(controls));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** One of several, by its short name; {@code id} names the control. */
  <T> ComboBox<T> choice(
      String id, String label, List<T> all, Function<T, String> words, T now, Consumer<T> choose) {
    ComboBox<T> box = Choices.box(all, words, "lab");
    box.setId("lab-" + id);
    box.setVisibleRowCount(Math.min(12, all.size()));
    box.setAccessibleText(RichText.parse(label).plain());
    box.setValue(now);
    box.setMinWidth(0);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(
        e -> {
          T value = box.getValue();
          if (value != null && !value.equals(now)) {
            choose.accept(value);
          }
        });
    return box;
  }

  /** A number to type. */
  NumberField number(
      String id, String label, double now, DoublePredicate allowed, DoubleConsumer typed) {
    NumberField field =
        new NumberField(
            tokens,
            messages.numbers(),
            allowed,
            ReaderNumber::plain,
            value -> typed.accept(value.shown()),
            is -> {});
    field.name(RichText.parse(label).plain());
    field.field().setId("lab-" + id);
    field.size(FIELD);
    field.show(ReaderNumber.plain(now));
    return field;
  }

  /** A number to slide; what it does is seen on the way. */
  TrackSlider slider(
      String id,
      String label,
      SliderScale scale,
      double now,
      LabPart part,
      DoubleFunction<UnaryOperator<LabDocument>> how) {
    boolean[] moved = new boolean[1];
    TrackSlider slider =
        new TrackSlider(
            scale,
            tokens,
            value -> RichText.parse(label).plain() + " " + messages.numbers().shown(value),
            value -> {
              actions.drag(part, how.apply(value), chosen.held && moved[0]);
              moved[0] = chosen.held;
            });
    slider.setId("lab-" + id);
    slider.show(now, OptionalDouble.empty());
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> chosen.held = true);
    slider.addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          chosen.held = false;
          moved[0] = false;
          actions.renew();
        });
    return slider;
  }

  /** A constant of a part, with its symbol, in its range. */
  Node constant(String id, Hyperparameter constant, double now, DoubleConsumer typed) {
    String label = label(constant);
    if (!constant.words().isEmpty()) {
      List<String> words = constant.words();
      return row(
          label,
          choice(
              id,
              label,
              words,
              w -> text("lab.word." + w),
              words.get(Math.clamp((int) now, 0, words.size() - 1)),
              w -> typed.accept(words.indexOf(w))));
    }
    NumberField field =
        number(id, label, now, v -> constant.range().holds(v) && v <= constant.most(), typed);
    Tooltip range =
        new Tooltip(text("change.range." + constant.range().name().toLowerCase(Locale.ROOT)));
    range.getStyleClass().add("size-12");
    field.field().setTooltip(range);
    return row(label, field);
  }

  private String label(Hyperparameter constant) {
    String name = text("lab.constant." + constant.name());
    return constant.symbol().isEmpty() ? name : name + " $" + constant.symbol() + "$";
  }

  /** A whole number with a button at each side. */
  HBox stepper(String id, String label, int now, int least, int most, Consumer<Integer> choose) {
    NumberField field =
        number(
            id,
            label,
            now,
            v -> v == Math.rint(v) && v >= least && v <= most,
            v -> choose.accept((int) v));
    field.size(52);
    Button less = new Button("\u2212");
    Button more = new Button("+");
    less.getStyleClass().setAll("lab-step", "size-14");
    more.getStyleClass().setAll("lab-step", "size-14");
    less.setId("lab-" + id + "-less");
    more.setId("lab-" + id + "-more");
    less.setDisable(now <= least);
    more.setDisable(now >= most);
    less.setOnAction(e -> choose.accept(now - 1));
    more.setOnAction(e -> choose.accept(now + 1));
    String plain = RichText.parse(label).plain();
    less.setAccessibleText(messages.text("lab.less", Map.of("what", plain)));
    more.setAccessibleText(messages.text("lab.more", Map.of("what", plain)));
    HBox box = new HBox(less, field, more);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setMinWidth(Region.USE_PREF_SIZE);
    return box;
  }

  /** Something that is so or not. */
  ToggleButton flag(String id, String words, boolean now, Consumer<Boolean> choose) {
    ToggleButton button = new ToggleButton(words);
    button.getStyleClass().setAll("lab-flag", "size-12");
    button.setId("lab-" + id);
    button.setSelected(now);
    button.setOnAction(
        e -> {
          button.setSelected(now);
          choose.accept(!now);
        });
    return button;
  }

  IconButton icon(String id, Ikon ikon, String words, Runnable action) {
    IconButton button = new IconButton(ikon, 16, action).quiet().named(words);
    button.setId("lab-" + id);
    button.square(tokens.px(26));
    return button;
  }
}
