package org.ladera.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.ladera.present.TransportModel.Reading;
import org.ladera.text.RichText;
import org.ladera.ui.theme.Tokens;
import org.ladera.ui.theme.Type;

/** One reading below the transport: its name and its number; all digits in the tooltip. */
final class ReadingNode extends HBox {
  private static final double SIZE = 12;

  private final TextFlow name = new TextFlow();
  private final Text value = new Text();
  private final Text rest = new Text();
  private final Tooltip exact = new Tip("");
  private Reading shown;
  private Tokens tokens;

  ReadingNode() {
    setAlignment(Pos.BASELINE_LEFT);
    name.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, value, rest);
    setMinWidth(USE_PREF_SIZE);
    setFillHeight(false);
  }

  void show(Reading reading, Tokens now) {
    if (reading.equals(shown) && now == tokens) {
      return;
    }
    if (shown == null || !reading.name().equals(shown.name()) || now != tokens) {
      setSpacing(Chrome.px(now, 4));
      name.getChildren()
          .setAll(Symbols.nodes(reading.name(), SIZE, Type.Weight.REGULAR, now.muted(), now));
      value.setFont(Type.text(now, SIZE, Type.Weight.SEMI_BOLD));
      value.setFill(now.text());
      rest.setFont(Type.text(now, SIZE, Type.Weight.REGULAR));
      rest.setFill(now.muted());
    }
    value.setText(reading.value());
    rest.setText(reading.rest());
    rest.setManaged(!reading.rest().isEmpty());
    if (reading.exact().isEmpty()) {
      Tooltip.uninstall(this, exact);
    } else if (!reading.exact().equals(exact.getText())) {
      exact.setText(reading.exact());
      Tooltip.install(this, exact);
    }
    String spoken = RichText.parse(reading.name()).plain() + " " + reading.value();
    setAccessibleText(reading.rest().isEmpty() ? spoken : spoken + " " + reading.rest());
    shown = reading;
    tokens = now;
  }
}
