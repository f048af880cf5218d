package org.ladera.ui.window.transport;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.ladera.present.check.CheckBadge;
import org.ladera.text.RichText;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** What the gradient check says; pressed, it checks every parameter of the present update. */
final class BadgeButton extends Button {
  private static final double SIZE = 11;

  private final FontIcon verdict = new FontIcon(MaterialDesignC.CHECK);
  private final TextFlow words = new TextFlow();
  private @Nullable CheckBadge shown;
  private boolean wasNarrow;
  private @Nullable Tokens dressed;

  BadgeButton(Runnable check) {
    HBox content = new HBox(5, verdict, words);
    content.setAlignment(Pos.CENTER_LEFT);
    content.setFillHeight(false);
    words.setMinWidth(USE_PREF_SIZE);
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMinWidth(USE_PREF_SIZE);
    setId("badge");
    setOnAction(e -> check.run());
  }

  void show(Optional<CheckBadge> now, boolean narrow, Tokens tokens) {
    setVisible(now.isPresent());
    setManaged(now.isPresent());
    now.ifPresent(badge -> show(badge, narrow, tokens));
  }

  private void show(CheckBadge badge, boolean narrow, Tokens tokens) {
    if (badge.equals(shown) && narrow == wasNarrow && tokens == dressed) {
      return;
    }
    shown = badge;
    wasNarrow = narrow;
    dressed = tokens;
    String text = narrow ? badge.shortText() : badge.text();
    words
        .getChildren()
        .setAll(
            RichTextNodes.plain(text, SIZE, Type.Weight.MEDIUM, ink(badge.kind(), tokens), tokens));
    verdict.setIconCode(sign(badge.kind()));
    getStyleClass().setAll("badge", style(badge.kind()), "size-11", "icon-14");
    String spoken = RichText.parse(badge.text()).plain();
    SideTooltip.name(this, spoken, spoken + "\n" + badge.help());
    getTooltip().setWrapText(true);
    getTooltip().setMaxWidth(tokens.px(360));
  }

  private static Color ink(CheckBadge.Kind kind, Tokens tokens) {
    return switch (kind) {
      case PASS -> tokens.success().mark();
      case FAIL -> tokens.danger().mark();
      case OPEN -> tokens.muted();
    };
  }

  private static Ikon sign(CheckBadge.Kind kind) {
    return switch (kind) {
      case PASS -> MaterialDesignC.CHECK;
      case FAIL -> MaterialDesignC.CLOSE;
      case OPEN -> MaterialDesignE.EQUAL;
    };
  }

  private static String style(CheckBadge.Kind kind) {
    return switch (kind) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case OPEN -> "open";
    };
  }
}
