package org.ladera.ui.window.sheet;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ladera.store.export.ExportForm;
import org.ladera.text.Messages;
import org.ladera.ui.control.Boxes;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.control.Segments;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** In which form what is on stage is carried out. */
public final class ExportSheet extends VBox {
  private static final double WIDTH = 540;
  private static final double FORM = 104;
  private static final List<Integer> SCALES = List.of(1, 2, 3, 4);

  private final Segments<Integer> scales =
      new Segments<>(SCALES, this::scale, "size-12", s -> "export-scale-" + s);
  private int scale = 2;

  /**
   * @param carry gets the form, and of a picture how many pixels for each of the screen
   * @param copy gets how many pixels for each of the screen of a picture for the clipboard
   */
  public ExportSheet(
      ObjIntConsumer<ExportForm> carry,
      IntConsumer copy,
      Runnable close,
      Messages messages,
      Tokens tokens) {
    getStyleClass().addAll("sheet", "size-13");
    setMaxSize(tokens.px(WIDTH), USE_PREF_SIZE);
    setSpacing(tokens.px(10));
    setId("export-sheet");
    Label title = new Label(messages.text("export.title"));
    title.getStyleClass().addAll("sheet-title", "size-16");
    VBox forms = new VBox(tokens.px(8));
    for (ExportForm form : ExportForm.values()) {
      Button button = new PushButton(name(form, messages), () -> carry.accept(form, scale));
      button.setId("export-" + form.word());
      button.setMinWidth(tokens.px(FORM));
      Label what = new Label(messages.text("export." + form.word()));
      what.getStyleClass().addAll("sheet-text", "size-12");
      what.setWrapText(true);
      what.setMinHeight(tokens.px(17));
      HBox row = new HBox(tokens.px(12), button, what);
      row.setAlignment(Pos.CENTER_LEFT);
      if (form == ExportForm.PNG) {
        scales.show(s -> s + "\u00d7", scale);
        row.getChildren().addAll(Boxes.space(), scales);
      }
      forms.getChildren().add(row);
    }
    ScrollPane list = Viewport.column(forms);
    list.getStyleClass().add("edge-to-edge");
    list.setFocusTraversable(false);
    list.setMinHeight(0);
    VBox.setVgrow(list, Priority.ALWAYS);
    Button done = new PushButton(messages.text("fault.close"), close);
    done.setId("sheet-close");
    Button picture = new PushButton(messages.text("export.copy"), () -> copy.accept(scale));
    picture.setId("export-copy");
    HBox foot = new HBox(picture, Boxes.space(), done);
    foot.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, list, foot);
  }

  private static String name(ExportForm form, Messages messages) {
    return switch (form) {
      case WORKSHOP -> messages.text("export.name.workshop");
      case NUMPY, PYTORCH, NPZ, CSV, JSON, PNG, SVG, PDF, GIF ->
          form.word().toUpperCase(Locale.ROOT);
    };
  }

  private void scale(int to) {
    scale = to;
    scales.choose(to);
  }
}
