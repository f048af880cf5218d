package org.ladera.ui.window.page;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.model.Lesson;
import org.ladera.lesson.model.Step;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.store.image.Picture;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;
import org.ladera.ui.window.sidebar.LessonListModel;
import org.ladera.ui.window.sidebar.Logo;
import org.ladera.ui.window.stage.Miniature;

/** The run of a lesson as the person left it, as a poster to keep, and the way to the next one. */
public final class PosterPage extends VBox {
  private static final double WIDEST = 860;

  /** Pixels of the file to one of the page. */
  private static final double FINE = 2;

  private final Miniature picture;
  private final VBox poster = new VBox();
  private final HBox numbers = new HBox();
  private final PushButton save;
  private final Messages messages;
  private final Tokens tokens;

  /**
   * @param next name of the next lesson; none after the last
   */
  public PosterPage(
      Lesson lesson,
      Step step,
      Optional<String> next,
      Runnable toNext,
      PageActions actions,
      Messages messages,
      Tokens tokens) {
    this.messages = messages;
    this.tokens = tokens;
    setId("poster-page");
    getStyleClass().add("page");
    picture = new Miniature(lesson, step, step.views().getFirst(), 1, messages, tokens);
    picture.setMinHeight(120);
    VBox.setVgrow(picture, Priority.ALWAYS);
    String title = LessonListModel.plain(lesson.text(messages.language()).title());
    Label name = new Label(title);
    name.setFont(Type.text(tokens, 28, Type.Weight.SEMI_BOLD));
    name.setTextFill(tokens.text());
    Label date = new Label(date());
    date.getStyleClass().addAll("muted", "size-13");
    date.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(tokens.px(12), new Logo(tokens.zoomed(1.3)), name, Boxes.space(), date);
    head.setAlignment(Pos.CENTER_LEFT);
    numbers.setSpacing(tokens.px(48));
    numbers.setMinHeight(tokens.px(58));
    poster.setSpacing(tokens.px(12));
    poster.setPadding(tokens.insets(24, 28, 20, 28));
    poster.getStyleClass().add("poster");
    poster.setMaxWidth(tokens.px(WIDEST));
    poster.getChildren().setAll(head, picture, numbers);
    VBox.setVgrow(poster, Priority.ALWAYS);
    save =
        new PushButton(
            messages.text("poster.save"), () -> actions.save(shoot(), "ladera-" + lesson.id()));
    save.setId("poster-save");
    save.setDisable(true);
    PushButton back =
        new PushButton(messages.text("gallery.back"), actions::back)
            .icon(MaterialDesignC.CHEVRON_LEFT, ContentDisplay.LEFT);
    back.setId("poster-back");
    HBox foot = new HBox(tokens.px(12), back, Boxes.space(), save);
    next.ifPresent(
        words -> {
          PushButton on =
              new PushButton(
                      messages.text("poster.next", Map.of("lesson", words)),
                      PushButton.Kind.PRIMARY,
                      toNext)
                  .icon(MaterialDesignC.CHEVRON_RIGHT, ContentDisplay.RIGHT);
          on.setId("poster-next");
          foot.getChildren().add(on);
        });
    foot.setMaxWidth(tokens.px(WIDEST));
    setSpacing(tokens.px(16));
    setPadding(tokens.insets(24, 40, 24, 40));
    setAlignment(Pos.TOP_CENTER);
    getChildren().addAll(poster, foot);
    sceneProperty()
        .addListener(
            (property, was, is) -> {
              if (is == null) {
                picture.dispose();
              }
            });
  }

  private String date() {
    return LocalDate.now(ZoneId.systemDefault())
        .format(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(messages.language().tag())));
  }

  /** The pictures that the view of the poster wants; from any thread. */
  public Set<FieldRequest> wanted(Frame frame) {
    return new HashSet<>(picture.wanted(frame));
  }

  /** Shows the run. */
  public void show(Frame frame) {
    picture.render(frame);
    RunFrame run = frame.main();
    double first = run.recording().history().loss(0);
    numbers
        .getChildren()
        .setAll(
            number(messages.numbers().whole(run.epoch()), messages.text("poster.epochs")),
            number(messages.numbers().shown(first), messages.text("poster.first")),
            number(messages.numbers().shown(run.now().totalLoss()), messages.text("poster.last")));
    boolean ran = run.update() > 0;
    if (!ran) {
      Label none = new Label(messages.text("poster.none"));
      none.getStyleClass().addAll("muted", "size-13");
      none.setWrapText(true);
      numbers.getChildren().setAll(none);
    }
    save.setDisable(!ran);
  }

  private Node number(String value, String words) {
    Label large = new Label(value);
    large.setFont(Type.text(tokens, 28, Type.Weight.SEMI_BOLD));
    large.setTextFill(tokens.text());
    TextFlow what =
        new TextFlow(
            RichTextNodes.nodes(words, 12, Type.Weight.REGULAR, tokens.muted(), tokens)
                .toArray(Node[]::new));
    return new VBox(large, what);
  }

  private Picture shoot() {
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(Transform.scale(FINE, FINE));
    how.setFill(tokens.canvas());
    WritableImage image = poster.snapshot(how, null);
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    int[] pixels = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
    return new Picture(w, h, pixels);
  }
}
