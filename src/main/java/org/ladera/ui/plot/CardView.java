package org.ladera.ui.plot;

import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.ladera.present.shared.CardModel;
import org.ladera.ui.view.ViewContext;
import org.ladera.ui.view.Visual;

/**
 * A view in a card of its own.
 *
 * @param <M> what it draws
 */
public abstract class CardView<M extends CardModel> implements Visual<M> {
  protected final ViewContext context;
  protected final ViewCard card;
  protected M model;
  private final Glide<M> glide;

  /** A view in which nothing goes from update to update. */
  protected CardView(ViewContext context) {
    this(context, (next, before, share) -> next);
  }

  /**
   * @param between what lies between the models of two updates, where they come slowly: of the
   *     next, of the one before and of the share of the way, 0 to 1
   */
  // The card calls back only once something is shown.
  @SuppressWarnings("this-escape")
  protected CardView(ViewContext context, Glide.Between<M> between) {
    this.context = context;
    card = new ViewCard(context, this::drawNow);
    card.listen(this::listen);
    glide = new Glide<>(between, card::repaint);
  }

  @Override
  public final void advance(M next) {
    glide.start(model, next, card);
    render(next);
  }

  private void drawNow(PlotGraphics graphics, Rectangle2D body) {
    M whole = model;
    model = glide.on(whole);
    try {
      draw(graphics, body);
    } finally {
      model = whole;
    }
  }

  @Override
  public final Region node() {
    return card;
  }

  @Override
  public void render(M next) {
    model = next;
    say();
  }

  /** Shows what the model says, and draws it. */
  protected final void say() {
    card.show(model.title(), reading(), spoken());
  }

  protected String reading() {
    return model.reading();
  }

  protected String spoken() {
    return model.spoken();
  }

  /** Draws the body; there is a model. */
  protected abstract void draw(PlotGraphics graphics, Rectangle2D body);

  /** Sets what the card answers to; called once, when the first model has been drawn. */
  protected void listen() {}

  @Override
  public void dispose() {
    card.dispose();
  }
}
