package org.ladera.ui.program;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.ladera.present.program.Beside;
import org.ladera.present.program.ProgramModel;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** A person's program beside one update: green up to where they part, and why they do. */
public final class ProgramPage extends VBox {
  private static final double SIDE = 340;
  private static final double EMPTY = 560;

  private final ProgramActions actions;
  private final Function<String, TextFlow> words;
  private final Typesetter typesetter;
  private final Messages messages;
  private final Tokens tokens;

  /**
   * What a person has given.
   *
   * @param source the name of a file, or that it was pasted; empty for nothing
   * @param names of the arrays in it
   * @param fault why it could not be read
   */
  public record Given(String source, List<String> names, Optional<String> fault) {
    public static final Given NOTHING = new Given("", List.of(), Optional.empty());

    public Given {
      names = List.copyOf(names);
    }
  }

  /**
   * @param about the update, in a line
   * @param template the update as functions to fill in, where there is such a text
   * @param words makes a paragraph with formulas of a line of Markdown
   */
  public ProgramPage(
      ProgramModel model,
      String about,
      Given given,
      Optional<String> template,
      ProgramActions actions,
      Function<String, TextFlow> words,
      Typesetter typesetter,
      Messages messages,
      Tokens tokens) {
    this.actions = actions;
    this.words = words;
    this.typesetter = typesetter;
    this.messages = messages;
    this.tokens = tokens;
    setId("program-page");
    getStyleClass().add("page");
    Node body = model.beside().map(this::compared).orElseGet(() -> empty(model, template));
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren()
        .setAll(
            head(about),
            Boxes.separator(),
            new StationBar(model.stations(), model.chosen(), actions, typesetter, tokens),
            Boxes.separator(),
            body,
            Boxes.separator(),
            foot(given, model));
    setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
          e.consume();
        });
    setOnDragDropped(
        e -> {
          List<File> files = e.getDragboard().getFiles();
          if (!files.isEmpty()) {
            actions.read(files.getFirst().toPath());
          }
          e.setDropCompleted(!files.isEmpty());
          e.consume();
        });
  }

  private Node head(String about) {
    PushButton back =
        new PushButton(messages.text("gallery.back"), actions::back)
            .icon(MaterialDesignC.CHEVRON_LEFT, ContentDisplay.LEFT)
            .whole();
    back.setId("program-back");
    Label title = new Label(messages.text("program.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label which = new Label(about);
    which.getStyleClass().addAll("muted", "size-13");
    which.setMinWidth(0);
    HBox head = new HBox(tokens.px(16), back, title, which);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(tokens.insets(14, 24, 14, 24));
    return head;
  }

  private Node compared(Beside beside) {
    BesideView matrices = new BesideView(beside, actions, messages, tokens);
    VBox.setVgrow(matrices, Priority.ALWAYS);
    FormulaView symbol = new FormulaView(typesetter, false);
    symbol.show(beside.tex(), 17 * tokens.scale(), tokens, tokens.text());
    Label where = new Label(messages.text(beside.isEqual() ? "program.beside" : "program.where"));
    where.getStyleClass().addAll("semibold", "size-16");
    where.setMinWidth(Region.USE_PREF_SIZE);
    Label counted = new Label(beside.counted());
    counted.getStyleClass().addAll("muted", "size-12");
    HBox title = new HBox(tokens.px(8), where, symbol, Boxes.space(), counted);
    title.setAlignment(Pos.CENTER_LEFT);
    Label how = new Label(messages.text("program.account"));
    how.getStyleClass().addAll("semibold", "size-13");
    FormulaView account = new FormulaView(typesetter, true);
    account.show(beside.account(), 15 * tokens.scale(), tokens, tokens.text());
    ScrollPane line = Viewport.scrolling(account);
    line.setFitToWidth(true);
    line.getStyleClass().add("formula-line");
    line.setMinHeight(tokens.px(48));
    line.setFocusTraversable(false);
    VBox main = new VBox(tokens.px(12), title, matrices, Boxes.separator(), how, line);
    main.setPadding(tokens.insets(16, 24, 12, 24));
    HBox.setHgrow(main, Priority.ALWAYS);
    main.setMinWidth(0);
    ScrollPane side = Viewport.column(new VerdictPane(beside, actions, words, messages, tokens));
    side.getStyleClass().addAll("formula-line", "program-side");
    side.setPrefWidth(tokens.px(SIDE));
    side.setMinWidth(tokens.px(SIDE) * 0.75);
    side.setFocusTraversable(false);
    HBox body = new HBox(main, side);
    body.setMinHeight(0);
    return body;
  }

  private Node empty(ProgramModel model, Optional<String> template) {
    boolean unknown = !model.notes().isEmpty();
    VBox inside = new VBox(tokens.px(12));
    inside.setMaxWidth(tokens.px(EMPTY));
    inside.setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(messages.text(unknown ? "program.nothing" : "program.empty"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    title.setWrapText(true);
    inside.getChildren().addAll(title, words.apply(messages.text("program.empty.text")));
    String code = messages.text("program.empty.code");
    Label lines = new Label(code);
    lines.getStyleClass().addAll("code-line", "plain", "size-12");
    lines.setMaxWidth(Double.MAX_VALUE);
    PushButton copy =
        new PushButton(messages.text("program.copy"), () -> actions.copy(code))
            .icon(MaterialDesignC.CONTENT_COPY, ContentDisplay.LEFT);
    copy.setId("program-copy");
    HBox ways = new HBox(tokens.px(12), copy);
    template.ifPresent(text -> ways.getChildren().add(template(text)));
    inside.getChildren().addAll(lines, ways);
    ScrollPane scroll = Viewport.scrolling(new VBox(inside));
    ((VBox) scroll.getContent()).setAlignment(Pos.CENTER);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("formula-line");
    scroll.setFocusTraversable(false);
    scroll.setPadding(tokens.insets(12, 24, 12, 24));
    return scroll;
  }

  private PushButton template(String text) {
    PushButton template =
        new PushButton(messages.text("program.template"), () -> actions.copy(text))
            .icon(MaterialDesignF.FILE_CODE_OUTLINE, ContentDisplay.LEFT);
    template.setId("program-template");
    return template;
  }

  private Node foot(Given given, ProgramModel model) {
    boolean some = !given.source().isEmpty();
    PushButton paste =
        new PushButton(
                messages.text(some ? "program.paste.again" : "program.paste"),
                PushButton.Kind.PRIMARY,
                actions::paste)
            .icon(MaterialDesignC.CLIPBOARD_TEXT_OUTLINE, ContentDisplay.LEFT)
            .whole();
    paste.setId("program-paste");
    PushButton open =
        new PushButton(messages.text("program.open"), actions::chooseFile)
            .icon(MaterialDesignF.FOLDER_OUTLINE, ContentDisplay.LEFT)
            .whole();
    open.setId("program-open");
    Label what = new Label(said(given));
    what.setId("program-said");
    what.getStyleClass().addAll(given.fault().isPresent() ? "fault-words" : "semibold", "size-13");
    what.setWrapText(true);
    VBox said = new VBox(tokens.px(2), what);
    List<String> notes =
        given.fault().isPresent() || !some ? List.of(messages.text("program.drop")) : model.notes();
    for (String note : notes) {
      Label label = new Label(note);
      label.getStyleClass().addAll("muted", "size-12");
      label.setWrapText(true);
      said.getChildren().add(label);
    }
    said.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox foot = new HBox(tokens.px(16), said, open, paste);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setPadding(tokens.insets(12, 24, 12, 24));
    foot.setMinHeight(tokens.px(64));
    foot.getStyleClass().add("panel");
    return foot;
  }

  private String said(Given given) {
    return given
        .fault()
        .orElseGet(
            () ->
                given.source().isEmpty()
                    ? messages.text("program.waiting")
                    : messages.text(
                        "program.read",
                        Map.of(
                            "source", given.source(),
                            "names", String.join(", ", given.names()))));
  }
}
