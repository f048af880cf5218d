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
  private final TextFlow name = new TextFlow();
  private final Text value = new Text();
  private final Tooltip exact = new Tooltip();
  private Reading shown;
  private Tokens tokens;

  ReadingNode() {
    super(5);
    setAlignment(Pos.BASELINE_LEFT);
    name.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(name, value);
    setMinWidth(USE_PREF_SIZE);
  }

  void show(Reading reading, Tokens now) {
    if (reading.equals(shown) && now == tokens) {
      return;
    }
    if (shown == null || !reading.name().equals(shown.name()) || now != tokens) {
      name.getChildren()
          .setAll(Symbols.nodes(reading.name(), 12, Type.Weight.REGULAR, now.muted(), now));
      value.setFont(Type.text(now, 12, Type.Weight.MEDIUM));
      value.setFill(now.text());
    }
    value.setText(reading.value());
    exact.setText(reading.exact());
    if (reading.exact().isEmpty()) {
      Tooltip.uninstall(this, exact);
    } else {
      Tooltip.install(this, exact);
    }
    setAccessibleText(RichText.parse(reading.name()).plain() + " " + reading.value());
    shown = reading;
    tokens = now;
  }
}
