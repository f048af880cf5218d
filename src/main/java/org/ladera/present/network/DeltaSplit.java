package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.explain.Explainer;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.text.Messages;

/** Takes one delta apart: what comes in, by which weights, and the slope of the activation. */
final class DeltaSplit {
  private static final int MOST_TERMS = 5;

  private final StepTrace step;
  private final Messages messages;
  private final Words words;
  private final Arithmetic arithmetic;
  private final List<Tip.Line> lines = new ArrayList<>();

  DeltaSplit(StepTrace step, Messages messages, Words words) {
    this.step = step;
    this.messages = messages;
    this.words = words;
    arithmetic = new Arithmetic(messages.numbers());
  }

  /** Layer, row of the batch and unit from 1. */
  Tip tip(int layer, int row, int unit, String sample) {
    Quantity q = new Quantity(Quantity.Kind.DELTA, step.update(), layer, row, unit);
    var explanation = Explainer.of(step).explain(q);
    line("deltas.tip.title", Tone.TITLE, Map.of("unit", words.unit(layer, unit), "sample", sample));
    if (explanation.expression() instanceof Expression.Product product && hasSlope(layer)) {
      Expression incoming = product.factors().getFirst();
      Expression slope = product.factors().getLast();
      incoming(layer, incoming);
      line(
          "deltas.split.slope",
          Tone.TEXT,
          Map.of("numbers", arithmetic.text(slope), "value", number(slope.value())));
      line(
          "deltas.split.product",
          Tone.DELTA,
          Map.of(
              "incoming", signed(incoming.value()),
              "slope", number(slope.value()),
              "value", signed(explanation.value())));
    } else if (explanation.expression() instanceof Expression.Sum && !isLast(layer)) {
      incoming(layer, explanation.expression());
    } else {
      line(
          "deltas.split.whole",
          Tone.DELTA,
          Map.of(
              "numbers", arithmetic.text(explanation.expression()),
              "value", signed(explanation.value())));
    }
    line(
        "deltas.tip.exact",
        Tone.TEXT,
        Map.of("value", messages.numbers().exact(explanation.value())));
    return new Tip(lines);
  }

  /** Whether δ is what comes in times the slope of the activation at this unit alone. */
  private boolean hasSlope(int layer) {
    LayerTrace l = step.layers().get(layer - 1);
    ActivationSpec.Kind kind = l.spec().activation().kind();
    boolean simple = kind.hasSlope() && l.batchNorm().isEmpty();
    boolean matched = isLast(layer) && step.experiment().loss().kind().matches(kind);
    return simple && !matched;
  }

  private boolean isLast(int layer) {
    return layer == step.layers().size();
  }

  private void incoming(int layer, Expression incoming) {
    String total = signed(incoming.value());
    if (isLast(layer) || !(incoming instanceof Expression.Sum sum)) {
      line(
          isLast(layer) ? "deltas.split.loss" : "deltas.split.back",
          Tone.TEXT,
          Map.of("numbers", arithmetic.text(incoming), "value", total));
      return;
    }
    for (int k = 0; k < Math.min(MOST_TERMS, sum.terms().size()); k++) {
      Expression term = sum.terms().get(k);
      line(
          "deltas.split.term",
          Tone.TEXT,
          Map.of(
              "unit", words.unit(layer + 1, k + 1),
              "numbers", arithmetic.text(term),
              "value", signed(term.value())));
    }
    int left = sum.terms().size() - MOST_TERMS;
    if (left > 0) {
      line("deltas.split.more", Tone.TEXT, Map.of("count", messages.numbers().whole(left)));
    }
    line("deltas.split.sum", Tone.TEXT, Map.of("value", total));
  }

  private String signed(double v) {
    return words.withSign(v, number(v));
  }

  private String number(double v) {
    return messages.numbers().shown(v, 3);
  }

  private void line(String key, Tone tone, Map<String, ?> values) {
    lines.add(new Tip.Line(messages.text(key, values), tone));
  }
}
