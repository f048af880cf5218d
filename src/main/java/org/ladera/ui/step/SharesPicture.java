package org.ladera.ui.step;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.ladera.present.step.DrawnPicture;
import org.ladera.present.step.Grid;
import org.ladera.ui.fx.SharpCanvas;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.theme.Tokens;

/** What each pixel adds to the chosen element, as a signed picture. */
final class SharesPicture extends Region {
  private static final double SIDE = 112;

  private final SharpCanvas canvas = new SharpCanvas(this::paint);
  private final DrawnPicture picture;
  private final Tokens tokens;

  SharesPicture(DrawnPicture picture, String words, Tokens tokens) {
    this.picture = picture;
    this.tokens = tokens;
    setId("shares");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(words);
    getChildren().add(canvas);
    double side = Math.round(SIDE * tokens.scale());
    setMinWidth(side);
    setPrefWidth(side);
    setMinHeight(0);
    setPrefHeight(side);
  }

  @Override
  protected void layoutChildren() {
    canvas.resize(getWidth(), getHeight());
    paint();
  }

  private void paint() {
    if (getWidth() < 2 || getHeight() < 12) {
      return;
    }
    PlotGraphics graphics = new PlotGraphics(canvas.cleared(), tokens);
    new FlowPicture(graphics)
        .draw(picture, Grid.Meaning.NET, getWidth() / 2, getWidth() - 4, getHeight() + 4);
  }
}
