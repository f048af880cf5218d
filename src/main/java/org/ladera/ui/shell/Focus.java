package org.ladera.ui.shell;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/** Keeps the focus where it was while a region makes its controls anew. */
final class Focus {
  private Focus() {}

  /**
   * Runs {@code rebuild}. When the focus was inside {@code region}, it goes to the new control with
   * the same id, else to the one of the same kind with the same place from the end.
   */
  static void keep(Parent region, Runnable rebuild) {
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
        id == null
            ? Optional.empty()
            : all(region).filter(n -> id.equals(n.getId())).findFirst();
    int count = (int) alike(region, owner).count();
    same.or(() -> alike(region, owner).skip(Math.max(0, count - fromEnd)).findFirst())
        .ifPresent(node -> request(node, visibly));
  }

  /** A ring that was seen stays seen: only a move by the keyboard shows one. */
  private static void request(Node node, boolean visibly) {
    node.requestFocus();
    if (visibly) {
      node.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT);
      node.requestFocusTraversal(javafx.scene.TraversalDirection.PREVIOUS);
    }
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
