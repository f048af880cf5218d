package org.ladera.ui.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/** Keeps the focus where it was while a region makes its controls anew. */
public final class Focus {
  private Focus() {}

  /**
   * Runs {@code rebuild}. When the focus was inside {@code region}, it goes to the new control with
   * the same id, else to the one of the same kind with the same place from the end.
   */
  public static void keep(Parent region, Runnable rebuild) {
    Scene scene = region.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    if (owner == null || !inside(region, owner)) {
      rebuild.run();
      return;
    }
    boolean visibly = owner.isFocusVisible();
    String id = owner.getId();
    int fromEnd = (int) alike(region, owner).dropWhile(n -> n != owner).count();
    rebuild.run();
    Optional<Node> same =
        id == null ? Optional.empty() : all(region).filter(n -> id.equals(n.getId())).findFirst();
    int count = (int) alike(region, owner).count();
    same.or(() -> alike(region, owner).skip(Math.max(0, count - fromEnd)).findFirst())
        .ifPresentOrElse(
            node -> take(node, visibly),
            // Keys that go to a control which is gone are lost.
            () -> scene.getRoot().requestFocus());
  }

  /** Focuses {@code node}, with a ring where what had the focus before has one. */
  public static void take(Node node) {
    Node owner = node.getScene().getFocusOwner();
    take(node, owner != null && owner.isFocusVisible());
  }

  private static void take(Node node, boolean visibly) {
    if (visibly) {
      visibly(node);
    } else {
      node.requestFocus();
    }
  }

  /** Focuses {@code node} as the keyboard does, with a ring: only a traversal shows one. */
  public static void visibly(Node node) {
    node.requestFocus();
    if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
      node.getScene().getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
    }
  }

  /** What is worked with first inside {@code region}: a field, a button, no list that scrolls. */
  public static Optional<Node> first(Parent region) {
    return controls(region).stream()
        .filter(n -> n instanceof Control && !(n instanceof ScrollPane))
        .findFirst();
  }

  /** What the keyboard can reach inside {@code region}, in order. */
  public static List<Node> controls(Parent region) {
    return all(region)
        .filter(n -> n.isFocusTraversable() && !n.isDisabled() && n.isVisible())
        .toList();
  }

  private static boolean inside(Parent region, Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == region) {
        return true;
      }
    }
    return false;
  }

  private static Stream<Node> alike(Parent region, Node owner) {
    return all(region)
        .filter(Node::isFocusTraversable)
        .filter(n -> n.getClass() == owner.getClass() || both(n, owner));
  }

  private static boolean both(Node a, Node b) {
    return a instanceof Labeled && b instanceof Labeled;
  }

  private static Stream<Node> all(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(n -> n instanceof Parent p ? Stream.concat(Stream.of(n), all(p)) : Stream.of(n));
  }
}
