package org.ladera.ui.lesson;

import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.ladera.engine.spec.Edit;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.explain.ReaderNumber;
import org.ladera.lesson.model.Control;
import org.ladera.present.shared.NotatedFrame;
import org.ladera.session.Command;
import org.ladera.session.reading.ParameterReading;
import org.ladera.ui.control.Row;
import org.ladera.ui.control.SliderScale;
import org.ladera.ui.theme.Type;

/** One parameter of the network, moved by hand. */
final class ParameterView implements ControlView {
  private final Control.Parameter control;
  private final StepScope scope;
  private final QuantityEditor quantity;
  private final VBox box;

  ParameterView(Control.Parameter control, NetworkSpec network, StepScope scope) {
    this.control = control;
    this.scope = scope;
    String symbol = "$" + ParameterSymbol.tex(control.parameter(), network) + "$";
    quantity =
        new QuantityEditor(
            scope,
            scope.labels().getOrDefault(control.id(), symbol),
            new SliderScale(control.min(), control.max(), control.log()),
            value -> !control.log() || value > 0,
            control.log() ? "lesson.field.positive" : "lesson.field.number",
            ReaderNumber::plain,
            value ->
                scope
                    .actions()
                    .send(
                        new Command.Apply(
                            new Edit.SetParameter(control.parameter(), value.engine()), false)));
    HBox least = new HBox(end(control.min()));
    HBox most = new HBox(end(control.max()));
    box = new VBox(quantity, new Row(Row.Share.APART, scope.px(8), List.of(least, most)));
  }

  private Text end(double value) {
    Text text = new Text(scope.messages().numbers().shown(value));
    text.setFont(Type.text(scope.tokens(), 12, Type.Weight.REGULAR));
    text.setFill(scope.tokens().muted());
    return text;
  }

  @Override
  public Region node() {
    return box;
  }

  @Override
  public void render(NotatedFrame frame) {
    ParameterReading.now(control.parameter())
        .value(frame.engine(), frame.engine().main())
        .ifPresent(value -> quantity.show(ReaderNumber.plain(value), OptionalDouble.empty()));
  }
}
