package org.ladera.ui.plot;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.ladera.ui.control.Segments;

/** A switch of a card whose choices come and go with what the card shows. */
public final class OfferedChoice extends HBox {
  private final IntConsumer choose;
  private @Nullable Segments<Integer> segments;
  private int offered;

  /** {@code choose} gets the index of what a person chose. */
  public OfferedChoice(IntConsumer choose) {
    this.choose = choose;
  }

  /** Offers {@code names}; nothing when there are none. */
  public void offer(List<String> names, int chosen) {
    if (names.size() != offered) {
      offered = names.size();
      segments = names.isEmpty() ? null : Segments.small(offered, choose);
      getChildren().clear();
      if (segments != null) {
        getChildren().add(segments);
      }
    }
    if (segments != null) {
      segments.show(names::get, chosen);
    }
  }
}
