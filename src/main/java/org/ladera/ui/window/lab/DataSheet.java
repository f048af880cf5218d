package org.ladera.ui.window.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ladera.store.data.Column;
import org.ladera.store.data.DataTable;
import org.ladera.store.data.TableFormat;
import org.ladera.store.document.TableChoice;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Choices;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/**
 * How a table was read, with each guess changeable: separator, decimal sign, names, what is learned
 * and what from, and what is done about gaps.
 */
public final class DataSheet extends VBox {
  private static final double WIDTH = 860;
  private static final double LIST = 330;
  private static final int MOST_COLUMNS = 60;
  private static final int MOST_WORDS = 4;
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|', ' ');

  private final TableChoice choice;
  private final Asked asked;
  private final Messages messages;
  private final Tokens tokens;

  /** What a person asks of the sheet. */
  public interface Asked {
    /** The table is read anew, in another form. */
    void read(UnaryOperator<TableFormat> form);

    void choose(TableChoice other);

    /** The laboratory begins with it. */
    void begin();

    void cancel();
  }

  /** What a column is for. */
  private enum Role {
    INPUT,
    TARGET,
    OUT;

    String key() {
      return "lab.role." + name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param first the first rows of the table as they are written
   */
  public DataSheet(
      TableChoice choice, List<List<String>> first, Asked asked, Messages messages, Tokens tokens) {
    this.choice = choice;
    this.asked = asked;
    this.messages = messages;
    this.tokens = tokens;
    getStyleClass().addAll("sheet", "size-13");
    setId("data-sheet");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    DataTable table = choice.table();
    Label title =
        new Label(
            messages.text(
                "lab.read.title", Map.of("file", String.valueOf(table.file().getFileName()))));
    title.getStyleClass().addAll("sheet-title", "size-16");
    ScrollPane list = Viewport.column(columns(first));
    list.setFocusTraversable(false);
    list.setMaxHeight(tokens.px(LIST));
    list.setMinHeight(60);
    VBox.setVgrow(list, Priority.SOMETIMES);
    getChildren().addAll(title, form(table.format()), list, rows(table), foot());
  }

  private FlowPane form(TableFormat format) {
    FlowPane form = new FlowPane(tokens.px(16), tokens.px(8));
    ComboBox<Character> separator = Choices.box(SEPARATORS, this::separator, "separator");
    separator.setId("data-separator");
    separator.setValue(format.separator());
    separator.setOnAction(
        e -> {
          char to = separator.getValue();
          if (to != format.separator()) {
            asked.read(now -> now.withSeparator(to));
          }
        });
    Segments<Character> decimal =
        new Segments<>(
            List.of('.', ','),
            to -> asked.read(now -> now.withDecimal(to)),
            "size-13",
            to -> to == '.' ? "data-decimal-point" : "data-decimal-comma");
    decimal.show(
        String::valueOf,
        sign -> messages.text(sign == '.' ? "lab.read.point" : "lab.read.comma"),
        format.decimal());
    ToggleButton names = new ToggleButton(messages.text("lab.read.names"));
    names.getStyleClass().setAll("lab-flag", "size-12");
    names.setId("data-names");
    names.setSelected(format.header());
    names.setOnAction(e -> asked.read(now -> now.withHeader(!format.header())));
    form.getChildren()
        .addAll(
            named("lab.read.separator", separator),
            named("lab.read.decimal", decimal),
            names,
            quiet(format.encoding().name()));
    return form;
  }

  private HBox named(String key, Node control) {
    HBox box = new HBox(tokens.px(8), quiet(messages.text(key)), control);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setFillHeight(false);
    return box;
  }

  private Label quiet(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll("muted", "size-12");
    return label;
  }

  private String separator(char sign) {
    return switch (sign) {
      case '\t' -> messages.text("data.separator.tab");
      case ' ' -> messages.text("data.separator.spaces");
      default -> String.valueOf(sign);
    };
  }

  private GridPane columns(List<List<String>> first) {
    GridPane grid = new GridPane(tokens.px(12), tokens.px(6));
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    wide.setMinWidth(40);
    grid.getColumnConstraints()
        .addAll(new ColumnConstraints(), new ColumnConstraints(), wide, new ColumnConstraints());
    List<Column> all = choice.table().columns();
    int shown = Math.min(MOST_COLUMNS, all.size());
    for (int c = 0; c < shown; c++) {
      Column column = all.get(c);
      Label name = new Label(column.name());
      name.getStyleClass().addAll("medium", "sheet-words", "size-13");
      name.setMaxWidth(tokens.px(200));
      int at = c;
      Label sample =
          quiet(
              first.stream()
                  .filter(row -> at < row.size())
                  .map(row -> row.get(at).strip())
                  .limit(MOST_WORDS)
                  .collect(Collectors.joining("  ")));
      sample.setMinWidth(0);
      grid.addRow(c, name, quiet(kind(column)), sample, role(column));
    }
    if (shown < all.size()) {
      grid.add(
          quiet(messages.text("lab.read.more", Map.of("count", all.size() - shown))),
          0,
          shown,
          4,
          1);
    }
    return grid;
  }

  /** What the column is, and its range or its words. */
  private String kind(Column column) {
    Numbers numbers = messages.numbers();
    String word =
        messages.text(
            column.kind() == Column.Kind.NUMBER && column.whole()
                ? "data.type.whole"
                : "data.type." + column.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    String more =
        switch (column.kind()) {
          case NUMBER ->
              column.constant()
                  ? messages.text("data.constant", Map.of("value", numbers.exact(column.least())))
                  : numbers.shown(column.least())
                      + " … "
                      + numbers.shown(column.greatest())
                      + column.unit();
          case CLASSES, TRUE_FALSE ->
              column.words().stream().limit(MOST_WORDS).collect(Collectors.joining(", "))
                  + (column.words().size() > MOST_WORDS ? " …" : "");
          case INDEX, DATE, TEXT, MIXED, GAPS, EMPTY -> "";
        };
    String gaps =
        column.missing() == 0
            ? ""
            : " · " + messages.text("lab.read.gaps", Map.of("count", column.missing()));
    return (more.isEmpty() ? word : word + "  " + more) + gaps;
  }

  private Node role(Column column) {
    if (!column.used()) {
      Label out =
          quiet(
              messages.text(
                  "data.column." + column.kind().name().toLowerCase(Locale.ROOT),
                  Map.of(
                      "column", column.name(),
                      "found", column.odd(),
                      "line", column.oddLine(),
                      "missing", column.missing())));
      out.setMaxWidth(tokens.px(260));
      out.setWrapText(true);
      out.setMinHeight(USE_PREF_SIZE);
      return out;
    }
    int number = choice.table().columns().indexOf(column) + 1;
    Segments<Role> roles =
        new Segments<>(
            List.of(Role.values()),
            role -> choose(column, role),
            "size-12",
            role -> "data-" + role.name().toLowerCase(Locale.ROOT) + "-" + number);
    Role now =
        column.equals(choice.target())
            ? Role.TARGET
            : choice.inputs().contains(column) ? Role.INPUT : Role.OUT;
    roles.show(role -> messages.text(role.key()), now);
    roles.setAccessibleText(column.name());
    return roles;
  }

  private void choose(Column column, Role role) {
    asked.choose(
        switch (role) {
          case INPUT -> column.equals(choice.target()) ? choice : choice.withInput(column, true);
          case TARGET -> choice.withTarget(column);
          case OUT -> column.equals(choice.target()) ? choice : choice.withInput(column, false);
        });
  }

  /** How many rows there are, which are left out, and what is done about gaps. */
  private VBox rows(DataTable table) {
    VBox box = new VBox(tokens.px(8));
    String counted =
        messages.text(
            "lab.read.rows",
            Map.of(
                "rows", messages.numbers().whole(table.rows()),
                "complete", messages.numbers().whole(table.complete())));
    box.getChildren().add(quiet(counted));
    List<String> why = new ArrayList<>();
    table.leftOut().stream()
        .limit(3)
        .forEach(
            row ->
                why.add(
                    messages.text(
                        "data.line",
                        Map.of(
                            "line",
                            row.line(),
                            "why",
                            messages.text(
                                "data.row." + row.key(),
                                Map.<String, Object>copyOf(row.values()))))));
    if (!why.isEmpty()) {
      Label reasons = quiet(String.join("\n", why));
      reasons.setWrapText(true);
      reasons.setMinHeight(USE_PREF_SIZE);
      box.getChildren().add(reasons);
    }
    FlowPane ways = new FlowPane(tokens.px(16), tokens.px(8));
    if (choice.missing() > 0) {
      Segments<TableChoice.Gaps> gaps =
          new Segments<>(
              List.of(TableChoice.Gaps.values()),
              to -> asked.choose(choice.withGaps(to)),
              "size-12",
              to -> "data-gaps-" + to.name().toLowerCase(Locale.ROOT));
      gaps.show(
          to -> messages.text("lab.gaps." + to.name().toLowerCase(Locale.ROOT)), choice.gaps());
      ways.getChildren().add(named("lab.gaps", gaps));
    }
    if (choice.mayBeClasses()) {
      Segments<Boolean> as =
          new Segments<>(
              List.of(false, true),
              to -> asked.choose(choice.asNumber(to)),
              "size-12",
              to -> to ? "data-as-number" : "data-as-classes");
      as.show(
          to -> messages.text(to ? "lab.target.number" : "lab.target.classes"), choice.asNumber());
      ways.getChildren().add(named("lab.data.targets", as));
    }
    if (!ways.getChildren().isEmpty()) {
      box.getChildren().add(ways);
    }
    return box;
  }

  private HBox foot() {
    Button cancel = new PushButton(messages.text("lab.read.cancel"), asked::cancel);
    cancel.setId("sheet-close");
    Button begin =
        new PushButton(messages.text("lab.read.begin"), PushButton.Kind.PRIMARY, asked::begin);
    begin.setId("data-begin");
    begin.setDefaultButton(true);
    begin.setDisable(!choice.isReady());
    Label why = quiet(choice.isReady() ? "" : messages.text("lab.read.not-ready"));
    why.setWrapText(true);
    HBox foot = new HBox(tokens.px(8), why, Boxes.space(), cancel, begin);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }
}
