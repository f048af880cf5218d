package org.ladera.present.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.NetworkSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.lesson.model.PictureView;
import org.ladera.present.network.Words;
import org.ladera.present.shared.CardModel;
import org.ladera.present.shared.Highlight;
import org.ladera.present.shared.Labels;
import org.ladera.present.shared.Subject;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;
import org.ladera.text.Messages;

/**
 * One convolution and one picture, with all kernels that can be laid on it.
 *
 * @param empty why there is nothing to see; empty where there is something
 * @param layer of the convolution, from 1
 * @param entering what enters it (1 × inputs)
 * @param picture the example itself
 * @param kernels those of the run, then those that are known
 * @param first the kernel that is shown first
 * @param way deltas of the example, where the next update has them
 */
public record KernelModel(
    String title,
    String reading,
    String spoken,
    String empty,
    NetworkSpec network,
    int layer,
    MatrixView entering,
    MatrixView picture,
    List<Kernel> kernels,
    int first,
    Optional<Way> way,
    int example,
    Messages messages)
    implements CardModel {
  private static final int WINDOW = 3;

  /**
   * The way back.
   *
   * @param delta (batch × units) ∂J/∂z of the convolution
   * @param next (batch × units) ∂J/∂z of the layer after it
   * @param row of the example in the batch
   */
  public record Way(MatrixView delta, MatrixView next, int row) {}

  public KernelModel {
    kernels = List.copyOf(kernels);
  }

  /** The view of {@code spec} of this frame. */
  public static KernelModel of(
      Frame frame, PictureView.Kernel spec, Highlight highlight, Messages messages, Labels labels) {
    RunFrame run = frame.run(spec.run());
    NetworkSpec network = run.experiment().network();
    int layer = layer(network, spec.layer().orElse(0));
    Subject subject = Subject.of(run, spec.sample(), highlight, messages);
    MatrixView x = subject.answer().x();
    String title = labels.title(messages.text("kernel.title"), spec, messages);
    if (layer == 0) {
      String why = messages.text("kernel.none");
      return new KernelModel(
          title,
          "",
          title + ". " + why,
          why,
          network,
          0,
          x,
          x,
          List.of(),
          0,
          Optional.empty(),
          -1,
          messages);
    }
    List<Kernel> kernels = kernels(run, layer, messages);
    Words words = new Words(messages, network);
    String reading =
        messages.text(
            "kernel.reading", Map.of("layer", words.layer(layer), "picture", subject.name()));
    int first = Math.clamp(spec.filter().orElse(1), 1, Math.max(1, filters(network, layer))) - 1;
    MatrixView entering = layer == 1 ? x : subject.answer().a().get(layer - 2);
    return new KernelModel(
        title,
        reading,
        title + ". " + reading + ". " + messages.text("kernel.keys"),
        "",
        network,
        layer,
        entering,
        x,
        kernels,
        first,
        way(run, layer, subject.sample()),
        subject.sample(),
        messages);
  }

  /** The wanted layer if it is a convolution, else the first that is; 0 when there is none. */
  private static int layer(NetworkSpec network, int wanted) {
    int found = 0;
    for (int l = network.layers().size(); l >= 1; l--) {
      if (network.layers().get(l - 1).kind() instanceof LayerKind.Convolution) {
        if (l == wanted) {
          return l;
        }
        found = l;
      }
    }
    return found;
  }

  private static int filters(NetworkSpec network, int layer) {
    return network.layers().get(layer - 1).kind().weightColumns();
  }

  private static List<Kernel> kernels(RunFrame run, int layer, Messages messages) {
    NetworkSpec network = run.experiment().network();
    LayerKind.Convolution c = (LayerKind.Convolution) network.layers().get(layer - 1).kind();
    ParameterLayout layout = new ParameterLayout(network);
    ParameterLayout.Block w = layout.block(ParameterRef.Kind.WEIGHT, layer).orElseThrow();
    Shape shape = new Shape(c.input().channels(), c.rows(), c.columns());
    List<Kernel> kernels = new ArrayList<>();
    for (int f = 0; f < c.filters(); f++) {
      double[] cells = new double[w.rows()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = run.parameters().get(w.offset() + i * w.columns() + f);
      }
      int filter = f;
      double bias =
          layout
              .block(ParameterRef.Kind.BIAS, layer)
              .map(b -> run.parameters().get(b.offset() + filter))
              .orElse(0.0);
      String name = messages.text("kernel.own", Map.of("filter", messages.numbers().whole(f + 1L)));
      kernels.add(new Kernel(name, f + 1, shape, cells, bias));
    }
    if (c.rows() == WINDOW && c.columns() == WINDOW) {
      for (Kernel.Known known : Kernel.Known.values()) {
        String key = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
        kernels.add(known.on(shape.channels(), messages.text("kernel.known." + key)));
      }
    }
    return kernels;
  }

  private static Optional<Way> way(RunFrame run, int layer, int example) {
    int row = run.next().rows().indexOf(example);
    List<LayerTrace> layers = run.next().layers();
    return row < 0 || layer >= layers.size()
        ? Optional.empty()
        : Optional.of(new Way(layers.get(layer - 1).delta(), layers.get(layer).delta(), row));
  }

  public LayerKind.Convolution window() {
    return (LayerKind.Convolution) network.layers().get(layer - 1).kind();
  }

  /** The pool that follows, if one does. */
  public Optional<LayerKind.Pool> pool() {
    return layer < network.layers().size()
            && network.layers().get(layer).kind() instanceof LayerKind.Pool pool
        ? Optional.of(pool)
        : Optional.empty();
  }

  /** What comes of a kernel. */
  public KernelMaps maps(Kernel kernel) {
    return KernelMaps.of(this, kernel);
  }
}
