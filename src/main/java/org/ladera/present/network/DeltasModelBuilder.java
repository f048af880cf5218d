package org.ladera.present.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;
import org.ladera.lesson.model.ViewSpec;
import org.ladera.present.network.DeltasModel.LayerNorms;
import org.ladera.present.network.DeltasModel.Range;
import org.ladera.present.network.DeltasModel.Row;
import org.ladera.present.network.DeltasModel.Sample;
import org.ladera.present.plot.PlotAxis;
import org.ladera.present.plot.Scale;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Tip;
import org.ladera.present.shared.Tip.Tone;
import org.ladera.session.Plan;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;
import org.ladera.text.RichText;
import org.ladera.timeline.Norms;

/** Works out a {@link DeltasModel}. */
final class DeltasModelBuilder {
  /** Numbers of a layer have three decimals while one of its deltas is at least this. */
  private static final double DECIMALS = 0.005;

  /** A layer whose deltas are this many times smaller would be blank: each has its own colours. */
  private static final double TOO_FAR = 50;

  private static final int MOST_DECADES = 16;
  private static final int MOST_SPOKEN = 40;

  private final long planned;
  private final RunFrame run;
  private final StepTrace step;
  private final ViewSpec.Deltas spec;
  private final Highlight highlight;
  private final Messages messages;
  private final NetworkSpec network;
  private final Words words;

  /**
   * @param planned epochs of the scene
   */
  DeltasModelBuilder(
      RunFrame run, long planned, ViewSpec.Deltas spec, Highlight highlight, Messages messages) {
    this.run = run;
    this.planned = planned;
    this.spec = spec;
    this.highlight = highlight;
    this.messages = messages;
    step = run.next();
    network = run.experiment().network();
    words = new Words(messages, network);
  }

  DeltasModel model() {
    List<Sample> samples = new ArrayList<>();
    for (int index : step.rows()) {
      samples.add(
          new Sample(
              index,
              words.sample(run.experiment().data(), index),
              messages.numbers().whole(index + 1)));
    }
    List<Row> rows = new ArrayList<>();
    step.layers().forEach(layer -> rows(layer, rows));
    double[] sizes = sizes(rows);
    double largest = Arrays.stream(sizes).max().orElse(0);
    boolean apart = run.plan().isPresent() ? isApart(norms()) : isApart(sizes);
    DeltasModel.Course course = course();
    // Alone in its layer each would have the full colour: there the power of ten is the colour.
    boolean alone = apart && samples.size() == 1 && rows.size() == sizes.length;
    int chosen = SampleChoice.of(run, spec.sample(), highlight).row();
    int lit = lit(rows);
    return new DeltasModel(
        messages.text("deltas.title"),
        messages.text(
            alone ? "deltas.reading.powers" : apart ? "deltas.reading.layers" : "deltas.reading"),
        spoken(samples, rows, course.layers()),
        samples,
        rows,
        Arrays.stream(sizes)
            .map(size -> alone ? size / course.delta().strength(size) : apart ? size : largest)
            .map(s -> s > 0 ? s : 1)
            .toArray(),
        course,
        chosen,
        lit,
        new DeltasModel.Tips(step, messages, words, Tip.explain(run, messages)));
  }

  /** How large deltas and gradients were along the run. */
  DeltasModel.Course course() {
    Norms norms = norms();
    double[] epochs = new double[norms.count()];
    long[] updates = new long[norms.count()];
    for (int i = 0; i < epochs.length; i++) {
      updates[i] = norms.update(i);
      epochs[i] = (double) updates[i] / run.updatesPerEpoch();
    }
    List<LayerNorms> layers = layers(norms);
    return new DeltasModel.Course(
        layers,
        epochs,
        updates,
        PlotAxis.of(
            messages.text("curve.epoch"),
            Scale.linear(0, Math.max(1, lastEpoch(norms))),
            messages.numbers()),
        (double) run.update() / run.updatesPerEpoch(),
        run.reachedEpoch(),
        range("deltas.norm.delta", "\u2016\u03b4\u2016", layers, true),
        range("deltas.norm.gradient", "\u2016\u2207W\u2016", layers, false));
  }

  /** Of all that the run will do, where that is known: the strips stand still then. */
  private Norms norms() {
    return run.plan()
        .map(Plan::norms)
        .filter(ahead -> ahead.count() > 0 && last(ahead) >= last(run.norms()))
        .orElse(run.norms());
  }

  private static boolean isApart(double[] sizes) {
    double least = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (double size : sizes) {
      least = Math.min(least, size);
      largest = Math.max(largest, size);
    }
    return least * TOO_FAR < largest;
  }

  /** Whether that is so for most of the run. */
  private boolean isApart(Norms norms) {
    double[] sizes = new double[network.layers().size()];
    int apart = 0;
    for (int i = 0; i < norms.count(); i++) {
      for (int l = 0; l < sizes.length; l++) {
        sizes[l] = norms.delta(i, l + 1);
      }
      apart += isApart(sizes) ? 1 : 0;
    }
    return 2 * apart > norms.count();
  }

  private static long last(Norms norms) {
    return norms.count() == 0 ? -1 : norms.update(norms.count() - 1);
  }

  private double lastEpoch(Norms norms) {
    double known = (last(norms) + 1.0) / run.updatesPerEpoch();
    boolean stops = run.plan().map(Plan::diverges).orElse(false);
    return Math.max(Math.max(run.reachedEpoch(), known), stops ? 0 : planned);
  }

  /** The greatest delta of each layer. */
  private double[] sizes(List<Row> rows) {
    double[] sizes = new double[network.layers().size()];
    for (Row row : rows) {
      int l = row.layer() - 1;
      for (double d : row.deltas()) {
        sizes[l] = Double.isFinite(d) ? Math.max(sizes[l], Math.abs(d)) : sizes[l];
      }
    }
    return sizes;
  }

  private void rows(LayerTrace layer, List<Row> rows) {
    int samples = layer.delta().rows();
    double largest = 0;
    for (int i = 0; i < layer.delta().size(); i++) {
      largest = Math.max(largest, Math.abs(layer.delta().get(i)));
    }
    for (int u : DeltaPlaces.of(network, layer)) {
      double[] deltas = new double[samples];
      String[] shown = new String[isReadable() ? samples : 0];
      for (int i = 0; i < samples; i++) {
        deltas[i] = layer.delta().get(i, u);
        if (i < shown.length) {
          shown[i] = number(deltas[i], largest);
        }
      }
      rows.add(
          new Row(
              layer.index(),
              u + 1,
              words.unit(layer.index(), u + 1),
              words.layer(layer.index()),
              deltas,
              shown));
    }
  }

  private boolean isReadable() {
    int units = step.layers().stream().mapToInt(l -> DeltaPlaces.of(network, l).length).sum();
    return units * step.rows().size() <= DeltasModel.MOST_NUMBERS;
  }

  private String number(double delta, double largest) {
    boolean seen = Math.abs(delta) >= 5e-4;
    boolean decimals = largest >= DECIMALS && largest < 100 && seen;
    return words.withSign(
        delta,
        decimals || !Double.isFinite(delta)
            ? messages.numbers().fixed(delta, 3)
            : messages.numbers().shown(delta, 2));
  }

  private List<LayerNorms> layers(Norms norms) {
    List<LayerNorms> layers = new ArrayList<>();
    for (int l = 1; l <= network.layers().size(); l++) {
      double[] deltas = new double[norms.count()];
      double[] gradients = new double[norms.count()];
      for (int i = 0; i < deltas.length; i++) {
        deltas[i] = norms.delta(i, l);
        gradients[i] = norms.gradient(i, l);
      }
      layers.add(new LayerNorms(l, words.layer(l), deltas, gradients));
    }
    return layers;
  }

  private Range range(String key, String word, List<LayerNorms> layers, boolean deltas) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (LayerNorms layer : layers) {
      for (double v : deltas ? layer.deltas() : layer.gradients()) {
        if (v > 0 && Double.isFinite(v)) {
          least = Math.min(least, v);
          most = Math.max(most, v);
        }
      }
    }
    int highest = most > 0 ? (int) Math.ceil(StrictMath.log10(most) - 1e-9) : 0;
    int lowest = most > 0 ? (int) Math.floor(StrictMath.log10(least) + 1e-9) : -3;
    lowest = Math.clamp(lowest, highest - MOST_DECADES, highest - 1);
    return Range.of(messages.text(key), word, lowest, highest, messages.numbers());
  }

  private int lit(List<Row> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (highlight.unit() > 0
          && rows.get(i).layer() == highlight.layer()
          && rows.get(i).unit() == highlight.unit()) {
        return i;
      }
    }
    return -1;
  }

  private String spoken(List<Sample> samples, List<Row> rows, List<LayerNorms> layers) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        messages.text(
            "deltas.spoken",
            Map.of(
                "epoch", messages.numbers().whole(run.epoch()),
                "units", messages.numbers().whole(rows.size()),
                "samples", messages.numbers().whole(samples.size()))));
    if (rows.size() * samples.size() <= MOST_SPOKEN) {
      for (Row row : rows) {
        sentences.add(
            messages.text(
                "deltas.spoken.row",
                Map.of("unit", row.name(), "values", String.join("; ", row.shown()))));
      }
    }
    for (LayerNorms layer : layers) {
      double norm = norm(step.layers().get(layer.layer() - 1));
      sentences.add(
          messages.text(
              "deltas.spoken.norm",
              Map.of("layer", layer.name(), "value", messages.numbers().shown(norm, 3))));
    }
    sentences.add(messages.text("deltas.keys"));
    return RichText.parse(String.join(" ", sentences)).plain();
  }

  private static double norm(LayerTrace layer) {
    double sum = 0;
    for (int i = 0; i < layer.delta().size(); i++) {
      sum += layer.delta().get(i) * layer.delta().get(i);
    }
    return Math.sqrt(sum);
  }

  static Tip tip(DeltasModel model, int row, int column) {
    Row at = model.rows().get(row);
    Messages messages = model.tips().messages();
    double delta = at.deltas()[column];
    return new Tip(
            List.of(
                new Tip.Line(
                    messages.text(
                        "deltas.tip.title",
                        Map.of("unit", at.name(), "sample", model.samples().get(column).name())),
                    Tone.TITLE),
                new Tip.Line(
                    messages.text(
                        "deltas.tip.value",
                        Map.of(
                            "value",
                            model.tips().words().withSign(delta, messages.numbers().shown(delta)))),
                    Tone.DELTA),
                new Tip.Line(
                    messages.text(
                        "deltas.tip.exact", Map.of("value", messages.numbers().exact(delta))),
                    Tone.TEXT),
                new Tip.Line(messages.text("deltas.tip.keys"), Tone.KEYS)))
        .with(model.tips().keys());
  }

  static Optional<Tip> normTip(DeltasModel model, int layer, double epoch) {
    int point = model.pointAt(epoch);
    if (point < 0) {
      return Optional.empty();
    }
    Messages messages = model.tips().messages();
    LayerNorms of = model.layers().get(layer - 1);
    String when = messages.numbers().shown(model.epochs()[point]);
    return Optional.of(
        new Tip(
            List.of(
                new Tip.Line(
                    messages.text(
                        "deltas.norm.tip.title", Map.of("layer", of.name(), "epoch", when)),
                    Tone.TITLE),
                new Tip.Line(
                    messages.text(
                        "deltas.norm.tip.delta",
                        Map.of("value", messages.numbers().shown(of.deltas()[point]))),
                    Tone.DELTA),
                new Tip.Line(
                    messages.text(
                        "deltas.norm.tip.gradient",
                        Map.of("value", messages.numbers().shown(of.gradients()[point]))),
                    Tone.TEXT),
                new Tip.Line(messages.text("curve.tip.keys"), Tone.KEYS))));
  }
}
