package org.ladera.ui.window.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Progress;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** All lessons as cards, in the order of the course; one is found by its words. */
public final class GalleryPage extends VBox {
  private static final double CARD = 262;
  private static final double GAP = 16;
  private static final double SIDE = 40;

  private final TilePane tiles = new TilePane();
  private final TextField search = new TextField();
  private final Label nothing = new Label();
  private final CardRun run = new CardRun();
  private final List<VBox> places = new ArrayList<>();
  private final List<LessonCard> cards = new ArrayList<>();
  private final Tokens tokens;

  /**
   * @param looked what is looked for at first
   * @param goOn what the button of the head says; none where nothing was begun
   */
  public GalleryPage(
      List<Lesson> lessons,
      Progress progress,
      StillFrames stills,
      String looked,
      Optional<String> goOn,
      PageActions actions,
      Messages messages,
      Tokens tokens) {
    this.tokens = tokens;
    setId("gallery");
    getStyleClass().add("page");
    String before = "";
    for (int i = 0; i < lessons.size(); i++) {
      int index = i;
      Lesson lesson = lessons.get(i);
      LessonCard card =
          new LessonCard(
              lesson, progress, stills, run, () -> actions.open(index), messages, tokens);
      Label group =
          new Label(lesson.group().equals(before) ? "" : messages.text("group." + lesson.group()));
      before = lesson.group();
      group.getStyleClass().addAll("muted", "semibold", "size-12");
      cards.add(card);
      places.add(new VBox(tokens.px(6), group, card));
    }
    tiles.setHgap(tokens.px(GAP));
    tiles.setVgap(tokens.px(GAP));
    tiles.setTileAlignment(Pos.TOP_LEFT);
    tiles.setPadding(tokens.insets(8, SIDE, 24, SIDE));
    tiles.getChildren().setAll(places);
    ScrollPane scroll = Viewport.column(tiles);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("formula-line");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    scroll.viewportBoundsProperty().addListener((property, was, is) -> fit(is.getWidth()));
    nothing.setText(messages.text("gallery.nothing"));
    nothing.getStyleClass().addAll("muted", "size-13");
    nothing.setPadding(tokens.insets(8, SIDE, 0, SIDE));
    getChildren().addAll(head(goOn, actions, messages), nothing, scroll);
    search.setText(looked);
    search.textProperty().addListener((property, was, is) -> find(is));
    find(looked);
    sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                run.end();
                cards.forEach(LessonCard::dispose);
              }
            });
  }

  /** What is looked for. */
  public String looked() {
    return search.getText();
  }

  private Node head(Optional<String> goOn, PageActions actions, Messages messages) {
    PushButton back =
        new PushButton(messages.text("gallery.back"), actions::back)
            .icon(MaterialDesignC.CHEVRON_LEFT, ContentDisplay.LEFT)
            .whole();
    back.setId("gallery-back");
    Label title = new Label(messages.text("gallery.title"));
    title.getStyleClass().addAll("sheet-title", "size-20");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label after = new Label(messages.text("gallery.after"));
    after.getStyleClass().addAll("muted", "size-13");
    after.setMinWidth(0);
    // Half a sentence would say nothing.
    after
        .visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> whole(after), after.widthProperty()));
    search.setId("gallery-search");
    search.getStyleClass().addAll("field", "size-13");
    search.setPromptText(messages.text("gallery.search"));
    search.setAccessibleText(messages.text("gallery.search"));
    search.setPrefWidth(tokens.px(250));
    search.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(tokens.px(16), back, title, after, Boxes.space(), search);
    goOn.ifPresent(
        words -> {
          PushButton on =
              new PushButton(
                      messages.text("gallery.go-on", Map.of("lesson", words)),
                      PushButton.Kind.PRIMARY,
                      actions::goOn)
                  .icon(MaterialDesignC.CHEVRON_RIGHT, ContentDisplay.RIGHT)
                  .whole();
          on.setId("gallery-go-on");
          head.getChildren().add(on);
        });
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(tokens.insets(20, SIDE, 12, SIDE));
    return head;
  }

  private static boolean whole(Label label) {
    return label.getWidth() >= label.prefWidth(-1) - 1;
  }

  private void fit(double width) {
    double room = width - 2 * tokens.px(SIDE);
    double gap = tokens.px(GAP);
    int columns = (int) Math.max(1, Math.floor((room + gap) / (tokens.px(CARD) + gap)));
    tiles.setPrefColumns(columns);
    tiles.setPrefTileWidth(Math.floor((room - gap * (columns - 1)) / columns));
  }

  private void find(String words) {
    List<VBox> found = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      if (words.isBlank() || cards.get(i).has(words)) {
        found.add(places.get(i));
      }
    }
    if (!tiles.getChildren().equals(found)) {
      tiles.getChildren().setAll(found);
    }
    nothing.setVisible(found.isEmpty());
    nothing.setManaged(found.isEmpty());
  }

  /** The keys go to the field where words are looked for. */
  public void search() {
    search.requestFocus();
    search.end();
  }

  /** From card to card; from the head to the first one. */
  public void walk(int columns, int rows) {
    List<LessonCard> seen = cards.stream().filter(c -> c.getScene() != null).toList();
    if (seen.isEmpty()) {
      return;
    }
    int now = 0;
    while (now < seen.size() && !seen.get(now).isFocused()) {
      now++;
    }
    int next =
        now == seen.size()
            ? 0
            : Math.clamp(now + columns + (long) rows * columns(), 0, seen.size() - 1);
    Focus.visibly(seen.get(next));
  }

  private int columns() {
    return tiles.getPrefColumns();
  }
}
