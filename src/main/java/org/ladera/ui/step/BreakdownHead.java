package org.ladera.ui.step;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.ladera.present.step.StepModel;
import org.ladera.text.RichText;
import org.ladera.ui.control.PushButton;
import org.ladera.ui.fx.Initializer;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** Which element a breakdown is of, how far it has been put together, and a button that does. */
final class BreakdownHead extends HBox {
  private final Text title = new Text();
  private final Text said = new Text();
  private final PushButton watch;
  private StepModel model;
  private Tokens tokens;
  private double room;

  BreakdownHead(StepActions actions) {
    watch = new PushButton("", actions::watch);
    watch.setId("step-terms");
    watch.getStyleClass().setAll("push-button", "low", "size-12");
    watch.setMinWidth(USE_PREF_SIZE);
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, watch, said);
  }

  /**
   * @param width that there is, in pixels
   */
  @Initializer
  void show(StepModel next, Tokens now, double width) {
    model = next;
    tokens = now;
    room = width;
    setSpacing(tokens.px(16));
    title.setText(RichText.parse(model.breakdown().title()).plain());
    title.setFont(Type.text(tokens, 12, Type.Weight.SEMI_BOLD));
    title.setFill(tokens.text());
    watch.setText(model.update().style().messages().text("step.terms"));
    boolean several = model.accumulation().terms().size() > 1;
    watch.setVisible(several);
    watch.setManaged(several);
  }

  /** Says how far the element has come, or what can be done with its numbers. */
  void light(TermLight light) {
    // A number that is only given has nothing to walk through.
    boolean walks =
        light.term().isPresent() && model.term().isPresent() && model.breakdown().leaf().isEmpty();
    said.setText(
        walks ? model.told(light.term().get()) : model.update().style().messages().text(hint()));
    said.setFont(Type.text(tokens, 12, walks ? Type.Weight.SEMI_BOLD : Type.Weight.REGULAR));
    said.setFill(walks ? tokens.accent() : tokens.muted());
    double others = watch.isManaged() ? watch.prefWidth(-1) + getSpacing() : 0;
    double wide = title.getLayoutBounds().getWidth() + said.getLayoutBounds().getWidth();
    // Where both have no room, how far it has come says more.
    title.setManaged(!walks || wide + others + getSpacing() <= room);
    title.setVisible(title.isManaged());
    said.setManaged(walks || wide + others + getSpacing() <= room);
    said.setVisible(said.isManaged());
  }

  private String hint() {
    return model.breakdown().shares(model.update()).isPresent()
        ? "step.breakdown.shares"
        : "step.breakdown.hint";
  }
}
