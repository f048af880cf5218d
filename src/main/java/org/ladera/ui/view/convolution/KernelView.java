package org.ladera.ui.view.convolution;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.ladera.explain.Quantity;
import org.ladera.present.convolution.Kernel;
import org.ladera.present.convolution.KernelMaps;
import org.ladera.present.convolution.KernelModel;
import org.ladera.present.shared.Asked;
import org.ladera.text.Messages;
import org.ladera.ui.control.IconButton;
import org.ladera.ui.plot.CardView;
import org.ladera.ui.plot.Invitation;
import org.ladera.ui.plot.OfferedChoice;
import org.ladera.ui.plot.OverlayField;
import org.ladera.ui.plot.PlotGraphics;
import org.ladera.ui.view.Intent;
import org.ladera.ui.view.ViewContext;

/**
 * A window on its way over a picture. The arrow keys or a click on the picture or a map put it
 * somewhere, the button lets it run; a click on a number of the kernel makes a kernel of one's own,
 * one on a small picture takes another kernel, one on the pooled map shows what that number sees.
 * With the focus plus and minus go through the kernels, K types one, M goes through the pooled map
 * and Enter opens the number of the window.
 */
public final class KernelView extends CardView<KernelModel> {
  private static final double BUTTON = 28;

  private final IconButton back = step(MaterialDesignC.CHEVRON_LEFT, -1);
  private final IconButton on = step(MaterialDesignC.CHEVRON_RIGHT, 1);
  private final IconButton play =
      new IconButton(MaterialDesignP.PLAY, 16, this::playOrPause).quiet().square(BUTTON);
  private final OfferedChoice channels = new OfferedChoice(this::see);
  private final SlidingWindow sliding = new SlidingWindow(this::slide);
  private final OverlayField field;
  private KernelPlace place = KernelPlace.START;

  /** Index of the kernel; −1 for one of one's own, −2 until the lesson's is known. */
  private int chosen = -2;

  private @Nullable Kernel own;
  private @Nullable KernelPainter painter;
  private @Nullable KernelMaps maps;

  public KernelView(ViewContext context) {
    super(context);
    card.addSwitch(channels);
    card.addSwitch(back);
    card.addSwitch(play);
    card.addSwitch(on);
    field = new OverlayField(card.overlay(), card);
  }

  @Override
  protected void listen() {
    card.setOnMouseClicked(this::click);
    card.setOnMouseDragged(this::drag);
    card.setOnKeyPressed(this::key);
  }

  @Override
  public void render(KernelModel next) {
    model = next;
    if (!isEmpty()) {
      if (chosen == -2) {
        chosen = next.first();
      }
      int shown = next.window().input().channels();
      boolean fits =
          own == null
              || (own.shape().channels() == shown
                  && own.shape().rows() == next.window().rows()
                  && own.shape().columns() == next.window().columns());
      if (!fits || chosen >= next.kernels().size()) {
        own = null;
        chosen = next.first();
      }
      place = place.within(next.window().places(), shown);
      if (place.deep()
          >= next.pool().map(p -> p.output().rows() * p.output().columns()).orElse(0)) {
        place = place.at(place.place());
      }
      maps = next.maps(kernel());
    }
    show();
  }

  private boolean isEmpty() {
    return model.layer() == 0;
  }

  private Kernel kernel() {
    return own != null && chosen == -1 ? own : model.kernels().get(Math.max(0, chosen));
  }

  private void show() {
    Messages messages = context.messages().getValue();
    boolean there = !isEmpty();
    int count = there ? model.window().input().channels() : 1;
    channels.offer(
        count > 1 && count <= 8
            ? IntStream.rangeClosed(1, count).mapToObj(messages.numbers()::whole).toList()
            : List.of(),
        place.channel());
    back.named(messages.text("kernel.step.back"));
    on.named(messages.text("kernel.step.on"));
    play.named(messages.text(sliding.isPlaying() ? "kernel.pause" : "kernel.play"));
    play.show(sliding.isPlaying() ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
    for (IconButton button : List.of(back, on, play)) {
      button.setVisible(there);
    }
    say();
  }

  @Override
  protected String spoken() {
    if (isEmpty() || maps == null) {
      return model.spoken();
    }
    int across = model.window().output().columns();
    Messages messages = context.messages().getValue();
    return messages.text(
            "kernel.spoken",
            Map.of(
                "kernel",
                kernel().name(),
                "row",
                place.place() / across + 1,
                "column",
                place.place() % across + 1,
                "value",
                messages.numbers().shown(maps.z().values()[place.place()])))
        + " "
        + model.spoken();
  }

  @Override
  protected void draw(PlotGraphics graphics, Rectangle2D body) {
    if (isEmpty() || maps == null) {
      painter = null;
      Invitation.draw(graphics, body, List.of(model.empty()));
      return;
    }
    KernelPainter now =
        new KernelPainter(
            graphics, body, model, maps, place, own != null && chosen == -1 ? -1 : chosen);
    painter = now;
    now.draw();
  }

  @Override
  public Optional<Asked> asked() {
    return isEmpty() || kernel().filter() == 0 || model.example() < 0
        ? Optional.empty()
        : Optional.of(
            new Asked.Unit(
                Quantity.Kind.Z,
                model.layer(),
                (kernel().filter() - 1) * model.window().places() + place.place() + 1,
                model.example()));
  }

  @Override
  public void settle() {
    sliding.stop();
  }

  @Override
  public void dispose() {
    sliding.stop();
    field.close();
    super.dispose();
  }

  private void go(KernelPlace next) {
    place = next;
    show();
  }

  private void see(int channel) {
    go(place.seeing(channel));
  }

  private void move(int by) {
    sliding.stop();
    go(place.at(Math.clamp(place.place() + by, 0, model.window().places() - 1)));
  }

  private void playOrPause() {
    if (isEmpty()) {
      return;
    }
    if (sliding.isPlaying()) {
      sliding.stop();
      show();
      return;
    }
    boolean begun = place.filled() < model.window().places();
    place = place.filledTo(begun ? place.place() : 0);
    sliding.start(model.window().places());
    show();
  }

  private void slide(int steps) {
    int last = model.window().places() - 1;
    int next = place.place() + steps;
    if (next >= last) {
      sliding.stop();
      go(place.at(last));
    } else {
      go(place.filledTo(next));
    }
  }

  private void take(int kernel) {
    chosen = kernel;
    maps = model.maps(kernel());
    show();
  }

  private void takeOwn(Kernel kernel) {
    own = kernel;
    take(-1);
  }

  private void click(MouseEvent e) {
    card.requestFocus();
    if (painter == null || e.getButton() != MouseButton.PRIMARY || !e.isStillSincePress()) {
      return;
    }
    Optional<Integer> thumb = painter.kernelAt(e.getX(), e.getY());
    KernelLayout layout = painter.layout();
    OptionalInt cell = layout.kernel.at(e.getX(), e.getY());
    OptionalInt pooled =
        layout.pooled.map(box -> box.at(e.getX(), e.getY())).orElse(OptionalInt.empty());
    if (thumb.isPresent()) {
      take(thumb.get());
    } else if (cell.isPresent()) {
      edit(layout.kernel, cell.getAsInt(), () -> {});
    } else if (pooled.isPresent() && maps != null) {
      sliding.stop();
      go(place.asking(pooled.getAsInt(), maps.winners()));
    } else {
      put(layout, e);
    }
    e.consume();
  }

  private void drag(MouseEvent e) {
    if (painter != null && e.isPrimaryButtonDown()) {
      put(painter.layout(), e);
    }
  }

  /** The window with its middle, or with its number, under the pointer. */
  private void put(KernelLayout layout, MouseEvent e) {
    layout
        .place(e.getX(), e.getY(), model.window())
        .ifPresent(
            at -> {
              sliding.stop();
              go(place.at(at));
            });
  }

  private void edit(GridBox box, int cell, Runnable then) {
    Messages messages = context.messages().getValue();
    Kernel now = kernel();
    int area = now.shape().rows() * now.shape().columns();
    int at = place.channel() * area + cell;
    field.open(
        now.cells()[at],
        messages.text("kernel.field"),
        box.x() + (cell % box.grid().columns() + 0.5) * box.cell(),
        box.y() + ((double) (cell / box.grid().columns()) + 0.5) * box.cell(),
        context.tokens().getValue(),
        messages,
        typed -> {
          takeOwn(now.with(at, typed, messages.text("kernel.typed")));
          then.run();
        });
  }

  /** By keyboard the numbers of a kernel are typed one after another. */
  private void editNext(int cell) {
    // Another number may have made the cells wider.
    card.repaint();
    if (painter != null && cell < painter.layout().kernel.grid().values().length) {
      edit(painter.layout().kernel, cell, () -> editNext(cell + 1));
    }
  }

  /** The next number of the pooled map, after the last one none. */
  private void askNext() {
    int next = place.deep() + 1;
    int count = model.pool().map(p -> p.output().rows() * p.output().columns()).orElse(0);
    go(next < count && maps != null ? place.asking(next, maps.winners()) : place.at(place.place()));
  }

  private void key(KeyEvent e) {
    if (isEmpty() || e.getTarget() != card || e.isShortcutDown()) {
      return;
    }
    int across = model.window().output().columns();
    switch (e.getCode()) {
      case LEFT -> move(-1);
      case RIGHT -> move(1);
      case UP -> move(-across);
      case DOWN -> move(across);
      case HOME -> move(-model.window().places());
      case END -> move(model.window().places());
      case PLUS, EQUALS, ADD ->
          take(Math.floorMod(Math.max(chosen, -1) + 1, model.kernels().size()));
      case MINUS, SUBTRACT -> take(Math.floorMod(Math.max(chosen, 0) - 1, model.kernels().size()));
      case K -> editNext(0);
      case M -> askNext();
      case R -> takeOwn(kernel().turned(context.messages().getValue().text("kernel.turned")));
      case ENTER ->
          asked().ifPresent(number -> context.intents().accept(new Intent.Explain(number)));
      default -> {
        return;
      }
    }
    e.consume();
  }

  private IconButton step(org.kordamp.ikonli.Ikon ikon, int by) {
    return new IconButton(
            ikon,
            14,
            () -> {
              if (!isEmpty()) {
                move(by);
              }
            })
        .quiet()
        .square(BUTTON);
  }
}
