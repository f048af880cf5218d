package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.ladera.engine.net.Activation;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.landscape.LayerSpread;
import org.ladera.landscape.Spread;
import org.ladera.lesson.model.SpreadView;
import org.ladera.present.network.LayersModel.Cell;
import org.ladera.present.network.LayersModel.Column;
import org.ladera.present.network.LayersModel.Row;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.session.FieldRequest;
import org.ladera.session.Frame;
import org.ladera.session.LayerHistory;
import org.ladera.session.RunFrame;
import org.ladera.session.reading.LayerReading;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;
import org.ladera.text.RichText;

/** Works out a {@link LayersModel}. */
final class LayersModelBuilder {
  private final RunFrame run;
  private final Optional<LayerHistory> history;
  private final SpreadView.Layers spec;
  private final Highlight highlight;
  private final Messages messages;
  private final Numbers numbers;
  private final Words words;
  private final String title;

  LayersModelBuilder(
      Frame frame, SpreadView.Layers spec, Highlight highlight, Messages messages, Labels labels) {
    run = frame.run(spec.run());
    history =
        Optional.ofNullable(frame.checks().layers().get(new FieldRequest.Layers(run.id())))
            .filter(h -> h.now().size() == run.experiment().network().layers().size());
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    numbers = messages.numbers();
    words = new Words(messages, run.experiment().network());
    title =
        frame.runs().size() == 1
            ? messages.text("layers.title")
            : messages.text(
                "layers.title.of",
                Map.of(
                    "run",
                    labels.run(run.id(), numbers.shown(run.experiment().optimizer().rate()))));
  }

  LayersModel model() {
    List<Column> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    if (history.isPresent()) {
      spec.columns().forEach(of -> columns.add(column(of)));
      history.get().now().forEach(layer -> rows.add(row(layer)));
    }
    return new LayersModel(
        title,
        history.map(this::reading).orElse(""),
        spoken(rows),
        columns,
        rows,
        run.experiment().network().layers().stream().anyMatch(this::canDie),
        spec.own(),
        highlight.layer() > 0 && highlight.layer() <= rows.size() ? highlight.layer() - 1 : -1,
        List.of(messages.text("layers.scale.one"), messages.text("layers.scale.own")),
        messages);
  }

  private String reading(LayerHistory of) {
    double epoch = (double) of.update() / run.updatesPerEpoch();
    return messages.text("layers.reading", Map.of("epoch", numbers.shown(epoch, 6)));
  }

  /** All pictures of a kind share an axis, those of the way too, so that it seldom moves. */
  private Column column(LayerReading.Of of) {
    double low = 0;
    double high = 0;
    List<Spread> all =
        Stream.concat(
                Stream.of(history.orElseThrow().now()),
                history.orElseThrow().past().stream().map(LayerHistory.Past::layers))
            .flatMap(List::stream)
            .map(layer -> LayersModel.of(layer, of))
            .filter(spread -> Double.isFinite(spread.low()))
            .toList();
    for (Spread spread : all) {
      low = Math.min(low, spread.low());
      high = Math.max(high, spread.high());
    }
    return new Column(of, symbol(of), low, high, numbers.shown(low, 2), numbers.shown(high, 2));
  }

  private static String symbol(LayerReading.Of of) {
    return switch (of) {
      case Z -> "$z$";
      case A -> "$a$";
      case DELTA -> "$\u03b4$";
      case GRADIENT -> "\u2207$W$";
      case WEIGHTS -> "$W$";
    };
  }

  private Row row(LayerSpread layer) {
    List<Cell> cells = new ArrayList<>();
    for (LayerReading.Of of : spec.columns()) {
      Spread now = LayersModel.of(layer, of);
      List<Spread> past = new ArrayList<>();
      for (LayerHistory.Past moment : history.orElseThrow().past()) {
        if (moment.layers().size() >= layer.layer()) {
          past.add(LayersModel.of(moment.layers().get(layer.layer() - 1), of));
        }
      }
      cells.add(new Cell(now, past, numbers.shown(now.deviation(), 3)));
    }
    return new Row(
        layer.layer(),
        words.layer(layer.layer()),
        numbers.whole(layer.layer()),
        share(layer.saturated()),
        share(layer.dead()),
        cells);
  }

  /** Whether there are net inputs whose slope is exactly 0 for ever. */
  private boolean canDie(LayerSpec layer) {
    return Activation.derivative(layer.activation(), -1) == 0;
  }

  private String share(double share) {
    return share == 0 ? "" : share < 0.01 ? messages.text("layers.little") : percent(share);
  }

  private String percent(double share) {
    return messages.text("layers.percent", Map.of("share", numbers.fixed(100 * share, 0)));
  }

  private String spoken(List<Row> rows) {
    if (rows.isEmpty()) {
      return messages.text("layers.empty");
    }
    StringJoiner sentences = new StringJoiner(" ");
    sentences.add(messages.text("layers.spoken"));
    for (Row row : rows) {
      StringJoiner parts = new StringJoiner(", ");
      for (int c = 0; c < row.cells().size(); c++) {
        parts.add(
            messages.text(
                "layers.spoken.deviation",
                Map.of(
                    "of", symbol(spec.columns().get(c)), "value", row.cells().get(c).deviation())));
      }
      sentences.add(
          messages.text(
              "layers.spoken.row",
              Map.of(
                  "layer",
                  row.name(),
                  "deviations",
                  parts.toString(),
                  "saturated",
                  row.saturated().isEmpty() ? percent(0) : row.saturated(),
                  "dead",
                  row.dead().isEmpty() ? percent(0) : row.dead())));
    }
    sentences.add(messages.text("layers.keys"));
    return RichText.parse(sentences.toString()).plain();
  }
}
