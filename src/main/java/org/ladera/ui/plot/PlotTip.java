package org.ladera.ui.plot;

import javafx.geometry.Insets;
import javafx.scene.effect.DropShadow;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextFlow;
import org.ladera.present.shared.Tip;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** The dark tooltip of plots. It lies inside its view and never takes the pointer. */
public final class PlotTip {
  private static final double OFFSET = 14;

  /** Room that is kept free at the edge of the view. */
  private static final double EDGE = 2;

  private final Pane overlay;
  private final VBox box = new VBox(3);

  /** A tooltip that appears inside {@code overlay}. */
  public PlotTip(Pane overlay) {
    this.overlay = overlay;
    box.setMouseTransparent(true);
    box.setManaged(false);
    box.setVisible(false);
    box.setPadding(new Insets(8, 12, 8, 12));
    overlay.getChildren().add(box);
  }

  public void hide() {
    box.setVisible(false);
  }

  public boolean isShowing() {
    return box.isVisible();
  }

  /** Shows {@code tip} beside the point, on the side where there is room. */
  public void show(Tip tip, double x, double y, Tokens tokens) {
    Tokens dark = Tokens.of(Profile.DARK);
    box.getChildren().setAll(tip.lines().stream().map(line -> flow(line, tokens, dark)).toList());
    CornerRadii radius = new CornerRadii(6);
    box.setBackground(new Background(new BackgroundFill(tokens.tip(), radius, Insets.EMPTY)));
    box.setEffect(new DropShadow(12, 0, 3, dark.canvas().deriveColor(0, 1, 1, 0.35)));
    box.setVisible(true);
    box.applyCss();
    // What is wider than its view goes on in a second line.
    double w = Math.min(box.prefWidth(-1), overlay.getWidth() - 2 * EDGE);
    box.resize(w, box.prefHeight(w));
    double h = box.getHeight();
    double left = x + OFFSET + w <= overlay.getWidth() ? x + OFFSET : x - OFFSET - w;
    double top = y - OFFSET - h >= 0 ? y - OFFSET - h : y + OFFSET;
    box.relocate(
        Math.round(Math.max(EDGE, Math.min(left, overlay.getWidth() - w - EDGE))),
        Math.round(Math.max(EDGE, Math.min(top, overlay.getHeight() - h - EDGE))));
  }

  private static TextFlow flow(Tip.Line line, Tokens tokens, Tokens dark) {
    Type.Weight weight =
        line.tone() == Tip.Tone.TITLE ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR;
    Color ink = color(line.tone(), dark);
    TextFlow flow = new TextFlow();
    flow.getChildren().setAll(RichTextNodes.plain(line.text(), 12, weight, ink, tokens));
    flow.setMaxWidth(Double.MAX_VALUE);
    return flow;
  }

  private static Color color(Tip.Tone tone, Tokens dark) {
    return switch (tone) {
      case TITLE, TEXT -> dark.text();
      case DELTA -> dark.delta().ink();
      case LOSS -> dark.loss().ink();
      case KEYS -> dark.accent();
    };
  }
}
