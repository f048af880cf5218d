package org.ladera.ui.step;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ladera.present.step.StepModel;
import org.ladera.text.Messages;
import org.ladera.ui.formula.Typesetter;
import org.ladera.ui.theme.Tokens;

/**
 * One update taken apart: the path of its phases, the matrices of the open one with their
 * arithmetic, and what happens in words and in the network. The window puts the three parts where
 * its own are.
 */
public final class StepScreen {
  private final PathBar path;
  private final StepMain main;
  private final StepSide side;
  private @Nullable StepModel shown;
  private @Nullable Tokens dressed;
  private Optional<Region> below = Optional.empty();

  public StepScreen(StepActions actions, Typesetter typesetter) {
    path = new PathBar(actions, typesetter);
    side = new StepSide(actions, typesetter);
    main = new StepMain(actions, typesetter, side::light);
  }

  public Region path() {
    return path;
  }

  public Region main() {
    return main;
  }

  public Region side() {
    return side;
  }

  /**
   * Shows one place of an update; nothing when it is shown already.
   *
   * @param underneath what belongs to this phase under the network
   * @param seconds that the transport gives a step
   */
  public void render(StepModel model, Tokens tokens, Optional<Region> underneath, double seconds) {
    if (model == shown && tokens == dressed && underneath.equals(below)) {
      return;
    }
    boolean onwards = model != shown && model.follows(Optional.ofNullable(shown));
    shown = model;
    dressed = tokens;
    below = underneath;
    path.show(model, tokens);
    side.show(model, tokens, underneath);
    main.show(model, tokens, seconds, onwards);
  }

  /** Puts the focus where a number is asked for by its name. */
  public void ask() {
    main.head().ask();
  }

  /** The update is closed. */
  public void forget() {
    main.head().forget();
  }

  /** Says that a search found nothing. */
  public void notFound(String typed, Messages messages) {
    main.head().notFound(typed, messages);
  }
}
