package org.ladera.store.cases;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.Divergence;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.OutsideDomain;
import org.ladera.engine.trace.StepTrace;

/** Writes runs of cases as JSON; doubles are the shortest decimals that read back as themselves. */
final class CaseJson implements AutoCloseable {
  static final List<String> NETWORK_FIELDS =
      List.of(
          "loss_data",
          "loss_total",
          "z",
          "a",
          "delta",
          "dW_data",
          "dW_total",
          "db",
          "W_after",
          "b_after",
          "bn_output",
          "dgamma",
          "dbeta",
          "gamma_after",
          "beta_after");

  static final List<String> FUNCTION_FIELDS = List.of("w", "f", "grad", "w_after", "state_after");

  private final JsonGenerator json;
  private final Set<String> only;

  /**
   * @param only the fields to write; empty for all
   */
  CaseJson(Writer out, Set<String> only) throws IOException {
    this.only = only;
    json = new JsonFactory().createGenerator(out);
    // Whoever opened the stream closes it: it may be the terminal.
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeArrayFieldStart("steps");
  }

  private boolean wants(String field) {
    return only.isEmpty() || only.contains(field);
  }

  void step(int step, StepTrace trace) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", step);
    number("loss_data", trace.dataLoss());
    number("loss_total", trace.totalLoss());
    values("z", trace, LayerTrace::z);
    layers("a", trace, l -> nested(l.a(), l.spec()));
    values("delta", trace, LayerTrace::delta);
    weights("dW_data", trace, l -> l.w().dataGradient());
    weights("dW_total", trace, l -> l.w().gradient());
    layers("db", trace, l -> vectorOf(l.spec().bias() ? l.b().gradient() : null));
    weights("W_after", trace, l -> l.w().after());
    layers("b_after", trace, l -> vectorOf(hasWeights(l) ? l.b().after() : null));
    List<LayerTrace> normalised =
        trace.layers().stream().filter(l -> l.batchNorm().isPresent()).toList();
    if (!normalised.isEmpty()) {
      norms(normalised);
    }
    json.writeEndObject();
  }

  private void norms(List<LayerTrace> normalised) throws IOException {
    if (wants("bn_output")) {
      json.writeArrayFieldStart("bn_output");
      for (LayerTrace layer : normalised) {
        matrix(layer.batchNorm().orElseThrow().output());
      }
      json.writeEndArray();
    }
    rows("dgamma", normalised, l -> l.parameters(ParameterRef.Kind.GAMMA).gradient());
    rows("dbeta", normalised, l -> l.parameters(ParameterRef.Kind.BETA).gradient());
    rows("gamma_after", normalised, l -> l.parameters(ParameterRef.Kind.GAMMA).after());
    rows("beta_after", normalised, l -> l.parameters(ParameterRef.Kind.BETA).after());
  }

  private void number(String field, double value) throws IOException {
    if (wants(field)) {
      json.writeFieldName(field);
      number(value);
    }
  }

  private void number(double value) throws IOException {
    json.writeNumber(Double.toString(value));
  }

  /** What is written of one layer. */
  private interface Part {
    void write() throws IOException;
  }

  private void layers(String field, StepTrace trace, Function<LayerTrace, Part> part)
      throws IOException {
    if (wants(field)) {
      json.writeArrayFieldStart(field);
      for (LayerTrace layer : trace.layers()) {
        part.apply(layer).write();
      }
      json.writeEndArray();
    }
  }

  /** Of the layers that compute something of their own; null for those that pass on or gather. */
  private void values(String field, StepTrace trace, Function<LayerTrace, MatrixView> part)
      throws IOException {
    layers(field, trace, l -> hasWeights(l) ? nested(part.apply(l), l.spec()) : json::writeNull);
  }

  private void weights(String field, StepTrace trace, Function<LayerTrace, MatrixView> part)
      throws IOException {
    layers(field, trace, l -> weightsOf(part.apply(l), l.spec().kind()));
  }

  private static boolean hasWeights(LayerTrace layer) {
    return layer.w().before().size() > 0;
  }

  private Part vectorOf(@Nullable MatrixView row) {
    return row == null ? json::writeNull : () -> vector(row.toArray());
  }

  /** One row for each sample, nested as the layer's output is. */
  private Part nested(MatrixView values, LayerSpec spec) {
    return switch (spec.kind()) {
      case LayerKind.Convolution c -> tensor(values, values.rows(), c.output());
      case LayerKind.Pool p -> tensor(values, values.rows(), p.output());
      case LayerKind.Dense dense -> () -> matrix(values);
      case LayerKind.Flatten flatten -> () -> matrix(values);
      case LayerKind.Function function -> () -> matrix(values);
    };
  }

  private Part tensor(MatrixView values, int samples, Shape shape) {
    double[] all = values.toArray();
    return () -> tensor(all, 0, samples, shape.channels(), shape.rows(), shape.columns());
  }

  private Part weightsOf(MatrixView w, LayerKind kind) {
    if (w.size() == 0) {
      return json::writeNull;
    }
    return switch (kind) {
      case LayerKind.Convolution c -> {
        double[] byFilter = new double[w.size()];
        for (int i = 0; i < w.size(); i++) {
          byFilter[i % c.filters() * w.rows() + i / c.filters()] = w.get(i);
        }
        yield () -> tensor(byFilter, 0, c.filters(), c.input().channels(), c.rows(), c.columns());
      }
      case LayerKind.Dense dense -> () -> matrix(w);
      case LayerKind.Pool pool -> json::writeNull;
      case LayerKind.Flatten flatten -> json::writeNull;
      case LayerKind.Function function -> () -> matrix(w);
    };
  }

  /** Arrays nested in the shape given; returns the index after the last number written. */
  private int tensor(double[] values, int at, int... shape) throws IOException {
    json.writeStartArray();
    int next = at;
    for (int i = 0; i < shape[0]; i++) {
      if (shape.length == 1) {
        number(values[next++]);
      } else {
        next = tensor(values, next, Arrays.copyOfRange(shape, 1, shape.length));
      }
    }
    json.writeEndArray();
    return next;
  }

  private void rows(String field, List<LayerTrace> layers, Function<LayerTrace, MatrixView> part)
      throws IOException {
    if (wants(field)) {
      json.writeArrayFieldStart(field);
      for (LayerTrace layer : layers) {
        vector(part.apply(layer).toArray());
      }
      json.writeEndArray();
    }
  }

  private void matrix(MatrixView matrix) throws IOException {
    json.writeStartArray();
    for (int r = 0; r < matrix.rows(); r++) {
      json.writeStartArray();
      for (int c = 0; c < matrix.columns(); c++) {
        number(matrix.get(r, c));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void vector(double[] values) throws IOException {
    json.writeStartArray();
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
  }

  void functionStep(int step, StepTrace done, Map<String, double[]> state) throws IOException {
    json.writeStartObject();
    json.writeNumberField("step", step);
    LayerTrace descent = done.layers().getFirst();
    vector("w", descent.w().before().toArray());
    number("f", done.dataLoss());
    vector("grad", descent.w().gradient().toArray());
    vector("w_after", descent.w().after().toArray());
    if (wants("state_after")) {
      json.writeObjectFieldStart("state_after");
      for (Map.Entry<String, double[]> memory : state.entrySet()) {
        json.writeFieldName(memory.getKey());
        vector(memory.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void vector(String field, double[] values) throws IOException {
    if (wants(field)) {
      json.writeFieldName(field);
      vector(values);
    }
  }

  /** Closes the steps; a run that stopped says where and why. */
  void end(Optional<Divergence> divergence, Optional<OutsideDomain> outside) throws IOException {
    json.writeEndArray();
    if (divergence.isPresent()) {
      Divergence d = divergence.get();
      json.writeObjectFieldStart("status");
      json.writeObjectFieldStart("diverged");
      json.writeNumberField("step", d.update());
      json.writeNumberField("layer", outside.map(OutsideDomain::layer).orElse(d.layer()));
      json.writeNumberField("unit", outside.map(OutsideDomain::unit).orElse(d.unit()));
      json.writeStringField("quantity", d.quantity().name().toLowerCase(Locale.ROOT));
      if (outside.isPresent()) {
        json.writeNumberField("example", outside.get().example());
        json.writeFieldName("z");
        number(outside.get().z());
        json.writeFieldName("a");
        number(outside.get().a());
        json.writeFieldName("y");
        number(outside.get().y());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
