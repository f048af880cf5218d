package org.ladera.ui.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import org.ladera.text.Language;
import org.ladera.text.Messages;
import org.ladera.ui.theme.Profile;
import org.ladera.ui.theme.Tokens;

/** A place for one view under test: its context, what it asked for, and gestures. */
public final class ViewBench {
  public final SimpleObjectProperty<Tokens> tokens =
      new SimpleObjectProperty<>(Tokens.of(Profile.LIGHT));
  public final SimpleObjectProperty<Messages> messages =
      new SimpleObjectProperty<>(Messages.load(Language.ES));
  public final List<Intent> intents = new ArrayList<>();
  public final ViewContext context = new ViewContext(tokens, messages, intents::add);

  /** The last intent, which must be of this kind. */
  public <T extends Intent> T last(Class<T> kind) {
    return kind.cast(intents.getLast());
  }

  /** A gesture of the primary button at a place of the scene. */
  public static void mouse(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
    node.fireEvent(
        new MouseEvent(
            type,
            x,
            y,
            x,
            y,
            MouseButton.PRIMARY,
            clicks,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  public static void press(Node node, KeyCode code, boolean shift, boolean control) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
  }

  /** How many pixels of the picture have nearly this colour. */
  public static int count(WritableImage image, Color wanted) {
    PixelReader pixels = image.getPixelReader();
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        Color c = pixels.getColor(x, y);
        double distance =
            Math.abs(c.getRed() - wanted.getRed())
                + Math.abs(c.getGreen() - wanted.getGreen())
                + Math.abs(c.getBlue() - wanted.getBlue());
        count += distance < 0.02 ? 1 : 0;
      }
    }
    return count;
  }

  public static boolean same(WritableImage a, WritableImage b) {
    if (a.getWidth() != b.getWidth() || a.getHeight() != b.getHeight()) {
      return false;
    }
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        if (a.getPixelReader().getArgb(x, y) != b.getPixelReader().getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The nodes of a kind below {@code root}, in order. */
  public static <T extends Node> List<T> all(Scene scene, Class<T> kind) {
    List<T> found = new ArrayList<>();
    collect(scene.getRoot(), kind, found);
    return found;
  }

  private static <T extends Node> void collect(Node node, Class<T> kind, List<T> found) {
    if (kind.isInstance(node)) {
      found.add(kind.cast(node));
    }
    if (node instanceof javafx.scene.Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, kind, found));
    }
  }
}
