package org.ladera.present.runs;

import java.util.Map;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.shared.ParameterSymbols;
import org.ladera.session.reading.HeldOutReading;
import org.ladera.session.reading.JacobianReading;
import org.ladera.session.reading.LayerReading;
import org.ladera.session.reading.LossReading;
import org.ladera.session.reading.MemoryReading;
import org.ladera.session.reading.ParameterReading;
import org.ladera.session.reading.Reading;
import org.ladera.session.reading.SampleLoss;
import org.ladera.session.reading.SampleReading;
import org.ladera.session.reading.Scalar;
import org.ladera.session.reading.SecantReading;
import org.ladera.session.reading.UnitReading;
import org.ladera.text.Messages;

/** What a reading is called at the head of a column; symbols stand between dollar signs. */
public record ReadingWords(NetworkSpec network, Messages messages) {
  /** The name of a reading in the letters of the notation. */
  public String of(Reading reading) {
    return switch (reading) {
      case Scalar scalar -> messages.text("runs.reading." + scalar.text());
      case LossReading loss -> loss(loss);
      case ParameterReading parameter -> parameter(parameter);
      case SampleReading sample -> sample(sample);
      case SampleLoss(int example) ->
          messages.text("runs.reading.loss", Map.of("example", example));
      case UnitReading unit -> unit(unit);
      case JacobianReading(int layer, int example, int unit, int by) ->
          "∂" + entry("a", layer, example, unit) + "/∂" + entry("z", layer, example, by);
      case SecantReading(boolean error, int layer, int from, int to, int unit) ->
          messages.text(
              error ? "runs.reading.secant-error" : "runs.reading.secant",
              Map.of("from", entry("z", layer, from, unit), "to", entry("z", layer, to, unit)));
      case MemoryReading(String what, ParameterRef of) ->
          messages.text(
              "runs.reading.memory." + what,
              Map.of("name", ParameterSymbols.of(of, network, messages.letters())));
      case LayerReading layer -> layer(layer);
      case HeldOutReading held -> messages.text("runs.reading." + held.text().replace(':', '.'));
    };
  }

  private String loss(LossReading loss) {
    String name = messages.text(loss.squares() ? "runs.reading.sse" : "runs.reading.J");
    return switch (loss.at()) {
      case NOW -> name;
      case START -> messages.text("runs.reading.start", Map.of("name", name));
      case OPTIMUM -> messages.text("runs.reading.optimum", Map.of("name", name));
    };
  }

  private String parameter(ParameterReading parameter) {
    String symbol = ParameterSymbols.of(parameter.of(), network, messages.letters());
    Map<String, String> named = Map.of("name", symbol);
    return switch (parameter.form()) {
      case NOW -> symbol;
      case START -> messages.text("runs.reading.start", named);
      case OPTIMUM -> messages.text("runs.reading.optimum", named);
      case SOURCE -> messages.text("runs.reading.raw", named);
      case GRADIENT -> messages.text("runs.reading.gradient", named);
      case NEXT -> messages.text("runs.reading.next", named);
      case SEQUENTIAL -> messages.text("runs.reading.sequential", named);
    };
  }

  private String sample(SampleReading of) {
    String letter =
        switch (of.what()) {
          case INPUT -> "x";
          case TARGET -> "y";
          case PREDICTION -> "\u0177";
          case RESIDUAL -> "r";
        };
    boolean only =
        of.column() == 1
            && (of.what() == SampleReading.What.INPUT
                ? network.inputs() == 1
                : network.outputs() == 1);
    return only
        ? "$" + letter + "_(" + of.example() + ")$"
        : messages.letters().entry(letter, of.example(), of.column());
  }

  private String unit(UnitReading of) {
    String z = entry("z", of.layer(), of.example(), of.unit());
    return switch (of.what()) {
      case Z -> z;
      case A -> entry("a", of.layer(), of.example(), of.unit());
      case DELTA -> entry("\u03b4", of.layer(), of.example(), of.unit());
      case NORMALISED -> entry("\u1e91", of.layer(), of.example(), of.unit());
      case SLOPE -> "$f$\u2032(" + z + ")";
      case EXPONENTIAL -> "exp(" + z + ")";
      case THROUGH -> "∂" + messages.letters().entry("\u0177", of.example(), 1) + "/∂" + z;
    };
  }

  private String layer(LayerReading of) {
    Map<String, Object> named =
        Map.of(
            "layer",
            of.layer(),
            "of",
            of(of.of()) + "$" + symbol(of.of()) + messages.letters().layer(of.layer()) + "$");
    return messages.text("runs.reading." + of.what().word(), named);
  }

  private static String symbol(LayerReading.Of of) {
    return switch (of) {
      case Z -> "z";
      case A -> "a";
      case DELTA -> "\u03b4";
      case WEIGHTS, GRADIENT -> "W";
    };
  }

  private static String of(LayerReading.Of of) {
    return of == LayerReading.Of.GRADIENT ? "\u2207" : "";
  }

  private String entry(String letter, int layer, int example, int unit) {
    return messages.letters().entry(letter, layer, example, unit);
  }
}
