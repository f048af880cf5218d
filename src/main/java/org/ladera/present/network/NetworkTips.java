package org.ladera.present.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.explain.Quantity.Kind;
import org.ladera.present.network.NetworkModel.Target;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.Numbers;

/** Reads units and weights: the reading first, the exact number below, then the keys. */
public final class NetworkTips {
  private final RunFrame run;
  private final UnitValues values;
  private final Messages messages;
  private final Numbers numbers;
  private final Words words;
  private final NetworkSpec network;
  private final ParameterLayout layout;
  private final MapColumns maps;

  NetworkTips(RunFrame run, UnitValues values, Messages messages, Words words) {
    this.run = run;
    this.values = values;
    this.messages = messages;
    this.words = words;
    numbers = messages.numbers();
    network = run.experiment().network();
    layout = new ParameterLayout(network);
    maps = new MapColumns(network);
  }

  /** The present value of a parameter; empty where the network has none such. */
  public OptionalDouble value(ParameterRef ref) {
    return layout.has(ref)
        ? OptionalDouble.of(run.parameters().get(layout.indexOf(ref)))
        : OptionalDouble.empty();
  }

  /** Where a unit's or a parameter's number comes from. */
  public Asked asked(Target target) {
    return switch (target) {
      case Target.Unit(int layer, int unit) ->
          new Asked.Unit(
              layer == 0 ? Kind.X : Kind.A,
              layer,
              maps.strongest(layer, unit, values),
              values.sample());
      case Target.Parameter(ParameterRef ref) -> new Asked.Derivative(ref);
    };
  }

  Optional<Tip> tip(Target target) {
    return switch (target) {
      case Target.Unit unit ->
          unit(unit).map(t -> values.hasDeltas() ? t.with(Tip.explain(run, messages)) : t);
      case Target.Parameter parameter ->
          parameter(parameter.ref()).map(t -> t.with(Tip.explain(run, messages)));
    };
  }

  private Optional<Tip> unit(Target.Unit of) {
    int l = of.layer();
    int units = l == 0 ? network.inputs() : l > network.layers().size() ? 0 : layerUnits(l);
    if (of.unit() > units) {
      return Optional.empty();
    }
    Target.Unit at = new Target.Unit(l, maps.strongest(l, of.unit(), values));
    List<Tip.Line> lines = new ArrayList<>();
    lines.add(new Tip.Line(words.unit(l, at.unit()), Tone.TITLE));
    String index = words.index(l, at.unit());
    if (l == 0) {
      lines.add(equation("$x" + index + "$", values.a(0, at.unit()), Tone.TEXT));
      return Optional.of(new Tip(lines));
    }
    double z = values.z(l, at.unit());
    double a = values.a(l, at.unit());
    double delta = values.delta(l, at.unit());
    lines.add(equation("$z" + index + "$", z, Tone.TEXT));
    lines.add(equation(words.symbol(l, at.unit()), a, Tone.TEXT));
    if (!Double.isNaN(delta) || values.hasDeltas()) {
      lines.add(equation("$\u03b4" + index + "$", delta, Tone.DELTA));
    } else {
      lines.add(new Tip.Line(messages.text("network.tip.outside"), Tone.TEXT));
    }
    lines.add(exact("$z$", z));
    lines.add(exact("$a$", a));
    if (values.hasDeltas()) {
      lines.add(exact("$\u03b4$", delta));
    }
    return Optional.of(new Tip(lines));
  }

  private int layerUnits(int layer) {
    return network.layers().get(layer - 1).units();
  }

  private Optional<Tip> parameter(ParameterRef ref) {
    OptionalDouble value = value(ref);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    double gradient = run.now().gradient().get(layout.indexOf(ref));
    String symbol = ParameterSymbols.of(ref, network, messages.letters());
    String slope = messages.text("network.tip.gradient", Map.of("parameter", symbol));
    return Optional.of(
        new Tip(
            List.of(
                new Tip.Line(route(ref), Tone.TITLE),
                equation(symbol, value.getAsDouble(), Tone.TEXT),
                equation(slope, gradient, Tone.TEXT),
                exact(symbol, value.getAsDouble()),
                exact(slope, gradient),
                new Tip.Line(messages.text("network.tip.keys"), Tone.KEYS))));
  }

  /** Which units a parameter joins, in words. */
  public String route(ParameterRef ref) {
    if (network.layers().get(ref.layer() - 1).kind() instanceof LayerKind.Convolution c) {
      return ofKernel(c, ref);
    }
    String to = words.unit(ref.layer(), ref.column());
    return ref.kind() == ParameterRef.Kind.WEIGHT
        ? messages.text(
            "network.tip.weight", Map.of("from", words.unit(ref.layer() - 1, ref.row()), "to", to))
        : messages.text("network.tip.bias", Map.of("to", to));
  }

  private String ofKernel(LayerKind.Convolution c, ParameterRef ref) {
    int cell = ref.row() - 1;
    return ref.kind() == ParameterRef.Kind.WEIGHT
        ? messages.text(
            "network.tip.kernel",
            Map.of(
                "row", cell / c.columns() % c.rows() + 1,
                "column", cell % c.columns() + 1,
                "map", cell / (c.rows() * c.columns()) + 1,
                "filter", ref.column()))
        : messages.text("network.tip.kernel.bias", Map.of("filter", ref.column()));
  }

  private Tip.Line equation(String symbol, double value, Tone tone) {
    return new Tip.Line(
        messages.text("network.equation", Map.of("symbol", symbol, "value", numbers.shown(value))),
        tone);
  }

  private Tip.Line exact(String symbol, double value) {
    return new Tip.Line(
        messages.text("network.tip.exact", Map.of("symbol", symbol, "value", numbers.exact(value))),
        Tone.TEXT);
  }
}
