package org.ladera.ui.window;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ladera.ui.control.Focus;
import org.ladera.ui.window.action.Action;

/** What may lie over the whole window: one sheet on a veil, or the black screen. */
final class Overlays {
  private final StackPane root;
  private @Nullable Supplier<Region> sheet;
  private @Nullable Node cover;
  private @Nullable Node before;
  private Runnable hidden = () -> {};

  /** Of a page: what it does with a key. */
  private @Nullable Consumer<KeyEvent> keys;

  private record Page(Supplier<Region> content, Consumer<KeyEvent> keys) {}

  /** What a sheet was laid over; it is there again when the person closes the sheet. */
  private Optional<Page> beneath = Optional.empty();

  /** That page itself, to be seen through the veil: there may be no step open behind it. */
  private @Nullable Node under;

  Overlays(StackPane root) {
    this.root = root;
  }

  boolean isCovered() {
    return cover != null;
  }

  /** Lays a sheet over the window; it can be made anew when words or colours change. */
  void show(Supplier<Region> newSheet) {
    show(newSheet, true);
  }

  /** As above; only its own buttons and Escape take it away, not a click that went beside it. */
  void showFirmly(Supplier<Region> newSheet) {
    show(newSheet, false);
  }

  private void show(Supplier<Region> newSheet, boolean goesByClick) {
    Supplier<Region> content = sheet;
    Consumer<KeyEvent> accepts = keys;
    if (content != null && accepts != null) {
      beneath = Optional.of(new Page(content, accepts));
      under = cover;
    }
    sheet = newSheet;
    keys = null;
    lay(veil(newSheet, goesByClick));
    controls().stream().findFirst().ifPresent(Node::requestFocus);
  }

  /**
   * As above.
   *
   * @param whenHidden runs once it is taken away
   */
  void show(Supplier<Region> newSheet, Runnable whenHidden) {
    show(newSheet);
    hidden = whenHidden;
  }

  /**
   * Lays a page over the whole window.
   *
   * @param newKeys gets the keys that do not walk from control to control
   */
  void page(Supplier<Region> newPage, Consumer<KeyEvent> newKeys) {
    sheet = newPage;
    keys = newKeys;
    beneath = Optional.empty();
    lay(new StackPane(newPage.get()));
    uncover();
    controls().stream().findFirst().ifPresent(Node::requestFocus);
  }

  /** Makes the sheet that is shown again, in the words and colours of now. */
  void renew() {
    Supplier<Region> content = sheet;
    if (cover instanceof StackPane veil && content != null) {
      Focus.keep(veil, () -> veil.getChildren().setAll(content.get()));
    }
  }

  private StackPane veil(Supplier<Region> content, boolean goesByClick) {
    StackPane veil = new StackPane(content.get());
    veil.getStyleClass().add("veil");
    veil.setAlignment(Pos.CENTER);
    veil.setOnMousePressed(
        e -> {
          if (goesByClick && e.getTarget() == veil) {
            close();
          }
        });
    return veil;
  }

  /** A black screen, until a key or a click. */
  void black() {
    sheet = null;
    Region black = new Region();
    black.getStyleClass().add("blank");
    black.setFocusTraversable(true);
    black.setOnMousePressed(e -> hide());
    lay(black);
    uncover();
    black.requestFocus();
  }

  private void lay(Node next) {
    if (cover == null) {
      Scene scene = root.getScene();
      before = scene == null ? null : scene.getFocusOwner();
    } else if (cover != under) {
      root.getChildren().remove(cover);
    }
    cover = next;
    root.getChildren().add(next);
  }

  private void uncover() {
    root.getChildren().remove(under);
    under = null;
  }

  /** The person closes a sheet: the page that it was laid over is there again. */
  void close() {
    Optional<Page> page = beneath;
    hide();
    page.ifPresent(p -> page(p.content(), p.keys()));
  }

  /** Closes a sheet that needs no person any more; another one that is shown stays. */
  void close(Supplier<Region> ended) {
    if (ended.equals(sheet)) {
      close();
    }
  }

  /** Takes away what lies over the window; the focus goes back to where it was. */
  void hide() {
    root.getChildren().remove(cover);
    uncover();
    cover = null;
    sheet = null;
    keys = null;
    beneath = Optional.empty();
    // Keys that go to a control which is gone are lost.
    Optional.ofNullable(before)
        .filter(n -> n.getScene() != null && !n.isDisabled())
        .ifPresentOrElse(Node::requestFocus, root.getScene().getRoot()::requestFocus);
    before = null;
    Runnable then = hidden;
    hidden = () -> {};
    then.run();
  }

  /** Keys while something lies over the window: they stay there. */
  void key(KeyEvent event) {
    boolean black = sheet == null;
    if (event.getCode() == KeyCode.TAB && !black) {
      event.consume();
      walk(event.isShiftDown() ? -1 : 1);
    } else if (keys != null) {
      keys.accept(event);
    } else if (black
        || event.getCode() == KeyCode.ESCAPE
        || Action.KEYS.matches(event)
        || Action.SETTINGS.matches(event)) {
      event.consume();
      close();
    }
  }

  /** The next control of the sheet; from the last one back to the first. */
  void walk(int direction) {
    List<Node> all = controls();
    if (all.isEmpty()) {
      return;
    }
    int now = all.indexOf(root.getScene().getFocusOwner());
    Focus.visibly(all.get(Math.floorMod(now + direction, all.size())));
  }

  private List<Node> controls() {
    return cover instanceof StackPane veil ? Focus.controls(veil) : List.of();
  }
}
