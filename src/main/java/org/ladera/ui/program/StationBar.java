package org.ladera.ui.program;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.ladera.lesson.markup.PlainTex;
import org.ladera.present.program.Station;
import org.ladera.ui.formula.FormulaView;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;

/** The quantities of an update in the order of the computation: green up to where they part. */
final class StationBar extends ScrollPane {
  StationBar(
      List<Station> stations,
      OptionalInt chosen,
      ProgramActions actions,
      Typesetter typesetter,
      Tokens tokens) {
    Viewport.withoutPicture(this);
    setId("program-stations");
    HBox row = new HBox(tokens.px(4));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setFillHeight(true);
    row.setPadding(tokens.insets(14, 24, 14, 24));
    @Nullable Button open = null;
    boolean before = true;
    for (Station station : stations) {
      if (!row.getChildren().isEmpty()) {
        FontIcon arrow = new FontIcon(MaterialDesignA.ARROW_RIGHT_THIN);
        arrow.getStyleClass().add(before ? "station-right" : "station-way");
        row.getChildren().add(arrow);
      }
      Button button = button(station, chosen, actions, typesetter, tokens);
      row.getChildren().add(button);
      before &= station.state() == Station.State.EQUAL || station.state() == Station.State.MISSING;
      open = station.line().isPresent() && station.line().equals(chosen) ? button : open;
    }
    setContent(row);
    setFitToHeight(true);
    setVbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    getStyleClass().add("formula-line");
    setMinHeight(Region.USE_PREF_SIZE);
    show(row, open);
  }

  /** Scrolls to the one that is looked at. */
  private void show(HBox row, @Nullable Button open) {
    Runnable scroll =
        () -> {
          double over = row.getWidth() - getViewportBounds().getWidth();
          if (open != null && over > 0) {
            double middle = open.getLayoutX() + open.getWidth() / 2;
            setHvalue(Math.clamp((middle - getViewportBounds().getWidth() / 2) / over, 0, 1));
          }
        };
    viewportBoundsProperty().addListener((property, was, is) -> scroll.run());
    if (open != null) {
      open.layoutXProperty().addListener((property, was, is) -> scroll.run());
    }
  }

  private static Button button(
      Station station,
      OptionalInt chosen,
      ProgramActions actions,
      Typesetter typesetter,
      Tokens tokens) {
    FormulaView symbol = new FormulaView(typesetter, false);
    symbol.show(station.tex(), 15 * tokens.scale(), tokens, tokens.text());
    Label words = new Label(station.words());
    words.getStyleClass().addAll("size-12");
    Label under = new Label(station.under());
    under.getStyleClass().addAll("station-under", "size-12");
    sign(station.state()).map(FontIcon::new).ifPresent(under::setGraphic);
    for (Label label : List.of(words, under)) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    VBox inside = new VBox(tokens.px(2), symbol, words, under);
    inside.setAlignment(Pos.CENTER);
    Button button = new Button();
    button.setGraphic(inside);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().setAll("station", station.state().name().toLowerCase(Locale.ROOT));
    if (station.line().isPresent() && station.line().equals(chosen)) {
      button.getStyleClass().add("open");
    }
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setAccessibleText(
        PlainTex.of(station.tex()) + ", " + station.words() + ", " + station.under());
    button.setFocusTraversable(station.line().isPresent());
    button.setMouseTransparent(station.line().isEmpty());
    button.setMaxHeight(Double.MAX_VALUE);
    station
        .line()
        .ifPresent(
            line -> {
              button.setId("station-" + line);
              button.setOnAction(e -> actions.choose(line));
            });
    return button;
  }

  private static Optional<Ikon> sign(Station.State state) {
    return switch (state) {
      case EQUAL -> Optional.of(MaterialDesignC.CHECK);
      case PARTS, APART -> Optional.of(MaterialDesignC.CLOSE_THICK);
      case FOLLOWS, AFTER, MISSING -> Optional.empty();
    };
  }
}
