package org.ladera.present.step;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.LayerKind;
import org.ladera.explain.Expression;
import org.ladera.explain.Quantity;
import org.ladera.explain.Quantity.Kind;
import org.ladera.present.network.Words;
import org.ladera.text.Messages;

/** One sentence for each part of a breakdown: what the number says. Empty where there is none. */
final class Sentences {
  private final OpenUpdate update;
  private final Messages messages;

  Sentences(OpenUpdate update, Messages messages) {
    this.update = update;
    this.messages = messages;
  }

  /** A factor or a term. */
  String part(Phase phase, Expression e) {
    return switch (e) {
      case Expression.Operand o -> operand(phase, o.quantity(), o.value());
      case Expression.Constant c -> constant(c);
      case Expression.Sum s ->
          phase.kind() == Phase.Kind.DELTA ? say("step.say.blame.", sign(e.value())) : "";
      case Expression.Literal _,
          Expression.Difference _,
          Expression.Product _,
          Expression.Quotient _,
          Expression.Power _,
          Expression.Apply _ ->
          "";
    };
  }

  private String operand(Phase phase, Quantity q, double value) {
    String sign = sign(value);
    return switch (q.kind().role()) {
      case DATA -> data(phase, q.kind(), value);
      case PARAMETER -> parameter(phase, q.kind(), sign);
      case DELTA -> delta(q, value);
      case GRADIENT -> q.kind().parameter().isPresent() ? say(slope(), sign) : "";
      case MEMORY -> messages.text("step.say.memory");
      case CHANGED_MEMORY -> messages.text("step.say.memory.now");
      case SETTING ->
          q.kind() == Kind.MASK ? say("step.say.mask.", value == 0 ? "zero" : "some") : "";
      case NET, LOSS, CHANGED -> "";
    };
  }

  private String data(Phase phase, Kind kind, double value) {
    return kind != Kind.A
        ? messages.text(kind == Kind.X ? "step.say.x" : "step.say.y")
        : phase.kind() == Phase.Kind.GRADIENT
            ? say("step.say.a.gradient.", value == 0 ? "zero" : "some")
            : messages.text("step.say.a");
  }

  private String parameter(Phase phase, Kind kind, String sign) {
    return switch (kind.parameter().orElseThrow()) {
      case WEIGHT -> weight(phase, sign);
      case BIAS ->
          phase.kind() == Phase.Kind.UPDATE
              ? messages.text("step.say.w.now")
              : say("step.say.b.", sign);
      case GAMMA, BETA -> "";
    };
  }

  private String weight(Phase phase, String sign) {
    if (isFunction()) {
      return messages.text("step.say.w.now");
    }
    return switch (phase.kind()) {
      case DELTA -> say("step.say.w.back.", sign);
      case UPDATE -> messages.text("step.say.w.now");
      case SAMPLES, NET_INPUT, NORMALISATION, ACTIVATION, LOSS, GRADIENT, PENALTY, MEMORY ->
          say("step.say.w.forward.", sign);
    };
  }

  /** The output's own error is told with what it gave and what it should have given. */
  private String delta(Quantity q, double value) {
    boolean last = q.layer() == update.trace().layers().size();
    if (!last || q.kind() == Kind.NORM_DELTA) {
      return say("step.say.delta.", sign(value));
    }
    double given = update.trace().layers().getLast().a().get(q.row() - 1, q.column() - 1);
    double wanted = update.trace().y().get(q.row() - 1, q.column() - 1);
    return messages.text(
        "step.say.delta.output." + sign(given - wanted),
        Map.of(
            "given", messages.numbers().shown(given, 3),
            "wanted", messages.numbers().shown(wanted, 3)));
  }

  private String constant(Expression.Constant c) {
    return switch (c.symbol()) {
      case "eta" -> messages.text("step.say.rate");
      case "factor" -> messages.text("step.say.factor");
      case "gamma", "beta", "beta1", "beta2", "rho" -> messages.text("step.say.keep");
      case "l1", "l2", "lambda" -> messages.text("step.say.decay");
      default -> "";
    };
  }

  /** The slope of an activation at its input. */
  String slope(ActivationSpec activation, Optional<Double> at, double value) {
    if (at.isEmpty()) {
      return "";
    }
    String z = messages.numbers().shown(at.get(), 4);
    ActivationSpec.Kind kind = activation.kind();
    if (!kind.hasSlope()) {
      return "";
    }
    if (kind.steepest() == 0) {
      return messages.text("step.say.slope.none");
    }
    return kind.hasCorner()
        ? messages.text(
            at.get() > 0 ? "step.say.slope.open" : "step.say.slope.closed", Map.of("z", z))
        : share("step.say.slope.share", z, value / kind.steepest());
  }

  /** What one sample says in a gradient, or one place of it where a kernel serves many. */
  String share(Quantity delta, double share) {
    var words = new Words(messages, update.trace().experiment().network());
    int index = update.trace().rows().get(delta.row() - 1);
    String sample = words.sample(update.trace().experiment().data(), index);
    String percent = messages.numbers().shown(100 * share, 2);
    LayerKind kind = update.trace().layers().get(delta.layer() - 1).spec().kind();
    if (kind instanceof LayerKind.Convolution c) {
      int place = (delta.column() - 1) % c.places();
      return messages.text(
          "step.say.place",
          Map.of(
              "sample",
              sample,
              "row",
              place / c.output().columns() + 1,
              "column",
              place % c.output().columns() + 1,
              "share",
              percent));
    }
    return messages.text("step.say.sample", Map.of("sample", sample, "share", percent));
  }

  private String share(String key, String z, double part) {
    return messages.text(key, Map.of("z", z, "share", messages.numbers().shown(100 * part, 2)));
  }

  /** The number at the end of a breakdown. */
  String result(Optional<Quantity> q, double value) {
    if (q.isEmpty()) {
      return "";
    }
    String sign = sign(value);
    Kind kind = q.get().kind();
    return switch (kind.role()) {
      case NET -> kind == Kind.Z ? say("step.say.z.", sign) : "";
      case DATA ->
          kind != Kind.A
              ? ""
              : messages.text(
                  q.get().layer() == update.trace().layers().size()
                      ? "step.say.output"
                      : "step.say.a");
      case DELTA -> say("step.say.delta.", sign);
      case GRADIENT -> kind.parameter().isPresent() ? say(slope(), sign) : "";
      case CHANGED -> moved(q.get(), value);
      case LOSS ->
          kind == Kind.PENALTY
              ? ""
              : messages.text(isFunction() ? "step.say.value" : "step.say.loss");
      case PARAMETER, MEMORY, CHANGED_MEMORY, SETTING -> "";
    };
  }

  private String moved(Quantity q, double value) {
    Kind before = q.kind().before();
    double old =
        update
            .find(new Quantity(before, q.update(), q.layer(), q.row(), q.column()))
            .map(place -> update.expression(place).value())
            .orElse(value);
    String key = isFunction() ? "step.say.moved.variable." : "step.say.moved.";
    return say(key, sign(value - old));
  }

  private boolean isFunction() {
    return update.trace().experiment().function().isPresent();
  }

  private String slope() {
    return isFunction() ? "step.say.gradient.variable." : "step.say.gradient.";
  }

  private String say(String key, String variant) {
    return messages.text(key + variant);
  }

  private static String sign(double value) {
    return value > 0 ? "up" : value < 0 ? "down" : "zero";
  }
}
