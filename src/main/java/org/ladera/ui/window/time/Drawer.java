package org.ladera.ui.window.time;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.ladera.ui.control.Focus;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.fx.Viewport;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * One panel at a time over the stage, above the transport; stage and transport stay in sight and in
 * use. A sentence may stand there too.
 */
public final class Drawer {
  private static final double EDGE = 8;

  private final StackPane root;
  private final Region below;
  private final ScrollPane scroll = Viewport.column();
  private final StackPane sheet;
  private final TextFlow notice = new TextFlow();
  private @Nullable Node before;
  private String said = "";

  /**
   * @param root what the panel lies over
   * @param below what it stands on
   */
  public Drawer(StackPane root, Region below) {
    this.root = root;
    this.below = below;
    scroll.setFocusTraversable(false);
    sheet =
        new StackPane(scroll) {
          @Override
          protected double computePrefHeight(double width) {
            // The pane itself would ask for the height without its width.
            return scroll.getContent() instanceof Region panel
                ? Math.ceil(panel.prefHeight(panel.prefWidth(-1))) + snappedTopInset() + 2
                : 0;
          }

          @Override
          protected double computeMaxHeight(double width) {
            double room = root.getHeight() - below.getHeight() - 2 * EDGE;
            return Math.min(prefHeight(width), Math.max(80, room));
          }
        };
    sheet.getStyleClass().add("drawer");
    sheet.setMaxWidth(Region.USE_PREF_SIZE);
    notice.getStyleClass().add("drawer-notice");
    notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notice.setId("time-notice");
    notice.setFocusTraversable(false);
    below.heightProperty().addListener((property, was, is) -> stand());
    stand();
  }

  private void stand() {
    StackPane.setMargin(sheet, new Insets(EDGE, EDGE, below.getHeight() + EDGE, EDGE));
    StackPane.setMargin(notice, new Insets(EDGE, EDGE, below.getHeight() + EDGE, EDGE));
    StackPane.setAlignment(sheet, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
  }

  boolean isOpen() {
    return sheet.getParent() != null;
  }

  /** Puts a panel there; the focus goes into it and, when it closes, back to where it was. */
  void open(Region panel) {
    if (!isOpen()) {
      before = root.getScene().getFocusOwner();
      // A sheet or the black screen stays above it.
      root.getChildren().add(1, sheet);
    }
    scroll.setContent(panel);
    scroll.setVvalue(0);
    // Only what has its skin can take the focus.
    sheet.applyCss();
    sheet.layout();
    Focus.controls(panel).stream()
        .filter(n -> !TimePanel.CLOSE.equals(n.getId()))
        .findFirst()
        .ifPresent(Focus::visibly);
  }

  /** The same panel in other words or colours. */
  void renew(Region panel) {
    Focus.keep(sheet, () -> scroll.setContent(panel));
  }

  void close() {
    boolean inside = Focus.controls(sheet).contains(root.getScene().getFocusOwner());
    if (inside) {
      // Before it goes: a control that is gone must not keep the keys.
      Optional.ofNullable(before).filter(n -> n.getScene() != null).orElse(root).requestFocus();
    }
    root.getChildren().remove(sheet);
    scroll.setContent(null);
  }

  /** A sentence above the transport, with symbols between dollar signs; empty for none. */
  void say(String sentence, Tokens tokens) {
    if (sentence.equals(said)) {
      return;
    }
    said = sentence;
    root.getChildren().remove(notice);
    if (!sentence.isEmpty()) {
      notice
          .getChildren()
          .setAll(RichTextNodes.nodes(sentence, 13, Type.Weight.MEDIUM, tokens.text(), tokens));
      notice.setAccessibleText(sentence);
      root.getChildren().add(1, notice);
    }
  }
}
