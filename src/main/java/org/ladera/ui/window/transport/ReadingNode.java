package org.ladera.ui.window.transport;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.ladera.present.shared.Asked;
import org.ladera.present.time.TransportModel.Reading;
import org.ladera.text.RichText;
import org.ladera.ui.control.RichTextNodes;
import org.ladera.ui.control.SideTooltip;
import org.ladera.ui.control.SteadyRow;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/**
 * One reading below the transport: its name and its number; all digits in the tooltip. Where the
 * next update computes it, it is a button that opens its arithmetic.
 */
final class ReadingNode extends Button {
  private static final double SIZE = 12;
  private static final PseudoClass OPENS = PseudoClass.getPseudoClass("opens");

  private final TextFlow name = new TextFlow();
  private final Text value = new Text();
  private final Text rest = new Text();
  private final SteadyRow content = new SteadyRow(name, value, rest);
  private @Nullable Reading shown;
  private @Nullable Tokens tokens;

  /**
   * @param open gets the number that a person asks about
   */
  ReadingNode(Consumer<Asked> open) {
    content.setAlignment(Pos.BASELINE_LEFT);
    content.setFillHeight(false);
    name.setMinWidth(USE_PREF_SIZE);
    setGraphic(content);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().setAll("reading");
    setOnAction(e -> Optional.ofNullable(shown).flatMap(Reading::asked).ifPresent(open));
  }

  void show(Reading reading, Tokens now) {
    if (reading.equals(shown) && now == tokens) {
      return;
    }
    if (shown == null || !reading.name().equals(shown.name()) || now != tokens) {
      content.setSpacing(now.px(4));
      name.getChildren()
          .setAll(RichTextNodes.nodes(reading.name(), SIZE, Type.Weight.REGULAR, now.muted(), now));
      value.setFont(Type.text(now, SIZE, Type.Weight.SEMI_BOLD));
      value.setFill(now.text());
      rest.setFont(Type.text(now, SIZE, Type.Weight.REGULAR));
      rest.setFill(now.muted());
    }
    content.change(
        () -> {
          value.setText(reading.value());
          rest.setText(reading.rest());
          rest.setManaged(!reading.rest().isEmpty());
        });
    if (reading.exact().isEmpty()) {
      setTooltip(null);
    } else if (getTooltip() == null) {
      setTooltip(new SideTooltip(reading.exact()));
    } else {
      getTooltip().setText(reading.exact());
    }
    boolean opens = reading.asked().isPresent();
    setFocusTraversable(opens);
    setAccessibleRole(opens ? AccessibleRole.BUTTON : AccessibleRole.TEXT);
    pseudoClassStateChanged(OPENS, opens);
    setId(opens ? "reading-" + reading.asked().get().getClass().getSimpleName() : null);
    String spoken = RichText.parse(reading.name()).plain() + " " + reading.value();
    setAccessibleText(reading.rest().isEmpty() ? spoken : spoken + " " + reading.rest());
    shown = reading;
    tokens = now;
  }
}
