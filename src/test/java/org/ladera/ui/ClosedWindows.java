package org.ladera.ui;

import java.util.List;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The windows that a test opens go with it, those of a class with the class: one that is shown
 * keeps all that it has shown. For every class (META-INF/services).
 */
public final class ClosedWindows
    implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(ClosedWindows.class);

  private record Before(List<Window> windows) {}

  @Override
  public void beforeEach(ExtensionContext context) {
    context.getStore(OURS).put(Before.class, new Before(Fx.windows()));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    closeAllBut(context.getStore(OURS).get(Before.class, Before.class).windows());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    closeAllBut(List.of());
  }

  private static void closeAllBut(List<Window> stay) {
    List<Window> go = Fx.windows().stream().filter(w -> !stay.contains(w)).toList();
    if (!go.isEmpty()) {
      Fx.on(
          () -> {
            go.forEach(Window::hide);
            return null;
          });
    }
  }
}
