package org.ladera.store.python;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Trainer;

/** A program for Python with NumPy that does a run again and prints its numbers. */
public final class NumpyProgram {
  private final Experiment e;
  private final long epochs;
  private final List<LayerSpec> layers;

  private NumpyProgram(Experiment e, long epochs) {
    this.e = e;
    this.epochs = epochs;
    layers = e.network().layers();
  }

  /**
   * @param title of the run, one line
   * @throws Unexportable when a part of the run cannot be said in NumPy yet
   */
  public static String of(Experiment experiment, long epochs, String title) throws Unexportable {
    PythonParts.check(experiment);
    return new NumpyProgram(experiment, epochs).text(title);
  }

  private String text(String title) throws Unexportable {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(title.replaceAll("\\s+", " ")).append('\n');
    out.append(
        """
        # The very run, as Ladera computed it: the same data, start, order and updates.
        # Rows are samples: z = a @ W + b. Needs Python 3 and NumPy.
        import numpy as np
        from numpy import exp, log, log1p, sqrt

        """);
    out.append("X = np.array(").append(PythonText.matrix(e.data().x())).append(")\n");
    out.append("Y = np.array(").append(PythonText.matrix(e.data().y())).append(")\n\n");
    parameters(out);
    if (PythonParts.drawsNumbers(e)) {
      out.append(PythonParts.RANDOM);
    }
    activations(out);
    if (!e.network().isDense()) {
      out.append(PythonLayers.numpy(layers));
    }
    if (PythonNorm.isIn(layers)) {
      out.append(PythonNorm.numpy(layers));
    }
    out.append(PythonParts.order(e.batch(), e.seed()));
    forward(out);
    loss(out);
    backward(out);
    training(out);
    return out.toString();
  }

  /** One list w of all weights and biases, in the order of Ladera. */
  private void parameters(StringBuilder out) {
    Trainer trainer = new Trainer(e);
    ParameterLayout layout = trainer.layout();
    double[] theta = new double[layout.count()];
    trainer.copyParameters(theta);
    out.append("# Weights and biases at the start: W of layer 1, its b, W of layer 2 ...\n");
    out.append("w = [\n");
    for (ParameterLayout.Block block : layout.blocks()) {
      double[] values = new double[block.size()];
      System.arraycopy(theta, block.offset(), values, 0, values.length);
      out.append("    np.array(")
          .append(
              PythonText.matrix(
                  org.ladera.engine.matrix.MatrixView.of(block.rows(), block.columns(), values)))
          .append("),\n");
    }
    out.append("]\n\n");
    out.append(PythonParts.places(layers)).append('\n');
  }

  private void activations(StringBuilder out) {
    Set<ActivationSpec> used = new LinkedHashSet<>();
    layers.forEach(layer -> used.add(layer.activation()));
    for (ActivationSpec activation : used) {
      String name = name(activation);
      out.append("def ").append(name).append("(z):\n").append(value(activation)).append("\n\n");
      out.append("def slope_of_")
          .append(name)
          .append("(z, a, d):\n")
          .append(slope(activation))
          .append("\n\n");
    }
    List<String> names = layers.stream().map(layer -> name(layer.activation())).toList();
    out.append("f = ").append(PythonText.list(names)).append('\n');
    out.append("back = ")
        .append(PythonText.list(names.stream().map(name -> "slope_of_" + name).toList()))
        .append("\n\n\n");
  }

  private String name(ActivationSpec activation) {
    long same =
        layers.stream()
            .map(LayerSpec::activation)
            .filter(a -> a.kind() == activation.kind())
            .distinct()
            .count();
    String name = PythonParts.name(activation);
    return same == 1
        ? name
        : name + "_" + Double.toString(activation.parameter()).replace('.', '_');
  }

  private static String value(ActivationSpec activation) {
    String p = PythonParts.number(activation.parameter());
    return switch (activation.kind()) {
      case IDENTITY -> "    return z\n";
      case STEP -> "    return np.where(z >= 0, 1.0, 0.0)\n";
      case SIGMOID ->
          "    e = exp(-np.abs(z))\n    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))\n";
      case TANH -> "    return np.tanh(z)\n";
      case RELU -> "    return np.maximum(z, 0)\n";
      case LEAKY_RELU -> "    return np.where(z > 0, z, " + p + " * z)\n";
      case ELU -> "    return np.where(z > 0, z, " + p + " * np.expm1(np.minimum(z, 0)))\n";
      case SOFTPLUS -> "    return np.maximum(z, 0) + log1p(exp(-np.abs(z)))\n";
      case SOFTMAX ->
          """
              e = exp(z - z.max(axis=1, keepdims=True))
              return e / e.sum(axis=1, keepdims=True)
          """;
    };
  }

  private static String slope(ActivationSpec activation) {
    String p = PythonParts.number(activation.parameter());
    return switch (activation.kind()) {
      case IDENTITY -> "    return d\n";
      case STEP -> "    return 0 * d\n";
      case SIGMOID -> "    return d * a * (1 - a)\n";
      case TANH -> "    return d * (1 - a * a)\n";
      case RELU -> "    return d * (z > 0)\n";
      case LEAKY_RELU -> "    return d * np.where(z > 0, 1, " + p + ")\n";
      case ELU -> "    return d * np.where(z > 0, 1, a + " + p + ")\n";
      case SOFTPLUS ->
          "    e = exp(-np.abs(z))\n    return d * np.where(z >= 0, 1 / (1 + e), e / (1 + e))\n";
      case SOFTMAX -> "    return a * (d - (d * a).sum(axis=1, keepdims=True))\n";
    };
  }

  private void forward(StringBuilder out) {
    boolean dropout = layers.stream().anyMatch(layer -> layer.dropout() > 0);
    if (dropout) {
      out.append("dropout = ")
          .append(
              PythonText.list(
                  layers.stream().map(layer -> PythonParts.number(layer.dropout())).toList()))
          .append("\n\n\n");
      out.append(
          """
          def mask(update, l, shape):
              stream = Stream(SEED, 3, update, l + 1)
              draws = [stream.uniform() for _ in range(shape[0] * shape[1])]
              return np.where(np.array(draws) < dropout[l], 0.0, 1.0).reshape(shape) / (1 - dropout[l])


          """
              .replace("SEED", Long.toString(e.seed())));
    }
    out.append(
        """
        def forward(x, update=None):
            z, a, masks = [], [x], []
            for l in range(len(f)):
                z.append(NET)
        NORM        a.append(f[l](z[l]))
        """
            .replace(
                "NET",
                e.network().isDense()
                    ? "a[l] @ w[W[l]] + (0 if b[l] is None else w[b[l]])"
                    : "net[l].forward(a[l], of(W[l]), of(b[l]))")
            .replace("NORM", PythonNorm.isIn(layers) ? PythonNorm.applied("z[l]") : ""));
    out.append(
        dropout
            ? """
                    masks.append(1.0 if update is None or dropout[l] == 0 else mask(update, l, z[l].shape))
                    a[-1] = a[-1] * masks[l]
                return z, a, masks


            """
            : """
                    masks.append(1.0)
                return z, a, masks


            """);
  }

  private void loss(StringBuilder out) {
    LossSpec loss = e.loss();
    boolean whole = loss.kind().matches(layers.getLast().activation().kind());
    out.append("def loss(x, y):\n    z, a, _ = forward(x)\n    z, a = z[-1], a[-1]\n");
    out.append("    m, k = y.shape\n    total = (").append(sum(whole)).append(").sum()\n");
    String factor = PythonParts.factor(loss.factor());
    out.append(
        loss.kind() == LossSpec.Kind.ROOT_SQUARED
            ? "    J = sqrt((" + factor + ") * total)\n"
            : "    J = (" + factor + ") * total\n");
    if (e.regularisation().l1() != 0 || e.regularisation().l2() != 0) {
      out.append("    for l in ")
          .append(PythonParts.weights(layers))
          .append(":\n        J += ")
          .append(PythonParts.number(e.regularisation().l1()))
          .append(" * np.abs(w[l]).sum() + ")
          .append(PythonParts.number(e.regularisation().l2()))
          .append(" * (w[l] ** 2).sum()\n");
    }
    out.append("    return float(J)\n\n\n");
  }

  private String sum(boolean whole) {
    return switch (e.loss().kind()) {
      case SQUARED, ROOT_SQUARED -> "(a - y) ** 2";
      case ABSOLUTE -> "np.abs(a - y)";
      case HUBER -> "np.where(np.abs(a - y) <= 1, (a - y) ** 2 / 2, np.abs(a - y) - 0.5)";
      case SQUARED_LOG -> "(log1p(a) - log1p(y)) ** 2";
      case BINARY_CROSS_ENTROPY ->
          whole
              ? "np.maximum(z, 0) - z * y + log1p(exp(-np.abs(z)))"
              : "-np.where(y == 0, 0, y * log(np.where(y == 0, 1, a)))"
                  + " - np.where(y == 1, 0, (1 - y) * log(np.where(y == 1, 1, 1 - a)))";
      case CATEGORICAL_CROSS_ENTROPY ->
          whole
              ? "y * (log(exp(z - z.max(axis=1, keepdims=True)).sum(axis=1, keepdims=True))"
                  + " + z.max(axis=1, keepdims=True) - z)"
              : "-np.where(y == 0, 0, y * log(np.where(y == 0, 1, a)))";
      case NEGATIVE_LOG_LIKELIHOOD -> "-y * a";
      case OUTPUT -> "a";
    };
  }

  private void backward(StringBuilder out) {
    boolean whole = e.loss().kind().matches(layers.getLast().activation().kind());
    out.append("def gradient(x, y, update):\n    z, a, masks = forward(x, update)\n");
    out.append("    m, k = y.shape\n    factor = ")
        .append(PythonParts.factor(e.loss().factor()))
        .append("\n");
    out.append("    d = ").append(derivative(whole)).append('\n');
    out.append("    g = [None] * len(w)\n    for l in reversed(range(len(f))):\n");
    out.append(
        whole
            ? """
                    if l < len(f) - 1:
                        d = back[l](z[l], f[l](z[l]), d * masks[l])
            """
            : """
                    d = back[l](z[l], f[l](z[l]), d * masks[l])
            """);
    if (PythonNorm.isIn(layers)) {
      out.append("        if gamma[l] is not None:\n");
      out.append("            d = normalised_back(l, d, g)\n");
    }
    if (e.network().isDense()) {
      out.append("        g[W[l]] = a[l].T @ d").append(penalty()).append('\n');
      out.append("        if b[l] is not None:\n");
      out.append("            g[b[l]] = d.sum(axis=0, keepdims=True)\n");
      out.append("        d = d @ w[W[l]].T\n");
    } else {
      out.append("        dw, db, d = net[l].backward(a[l], d, of(W[l]))\n");
      out.append("        if W[l] is not None:\n");
      out.append("            g[W[l]] = dw").append(penalty()).append('\n');
      out.append("        if b[l] is not None:\n            g[b[l]] = db\n");
    }
    out.append("    return g\n\n\n");
  }

  private String penalty() {
    double l1 = e.regularisation().l1();
    double l2 = e.regularisation().l2();
    return (l1 == 0 ? "" : " + " + PythonParts.number(l1) + " * np.sign(w[W[l]])")
        + (l2 == 0 ? "" : " + " + PythonParts.number(2 * l2) + " * w[W[l]]");
  }

  private String derivative(boolean whole) {
    return switch (e.loss().kind()) {
      case SQUARED -> "2 * factor * (a[-1] - y)";
      case ROOT_SQUARED ->
          "factor * (a[-1] - y) / max(sqrt(factor * ((a[-1] - y) ** 2).sum()), 1e-300)";
      case ABSOLUTE -> "factor * np.sign(a[-1] - y)";
      case HUBER -> "factor * np.clip(a[-1] - y, -1, 1)";
      case SQUARED_LOG -> "2 * factor * (log1p(a[-1]) - log1p(y)) / (1 + a[-1])";
      case BINARY_CROSS_ENTROPY ->
          whole
              ? "factor * (a[-1] - y)"
              : "factor * (np.where(y == 1, 0, (1 - y) / np.where(y == 1, 1, 1 - a[-1]))"
                  + " - np.where(y == 0, 0, y / np.where(y == 0, 1, a[-1])))";
      case CATEGORICAL_CROSS_ENTROPY ->
          whole
              ? "factor * (a[-1] * y.sum(axis=1, keepdims=True) - y)"
              : "-factor * np.where(y == 0, 0, y / np.where(y == 0, 1, a[-1]))";
      case NEGATIVE_LOG_LIKELIHOOD -> "-factor * y";
      case OUTPUT -> "factor * np.ones_like(y)";
    };
  }

  private void training(StringBuilder out) throws Unexportable {
    out.append(PythonTraining.of(e, epochs, "np.zeros_like(p)", ""));
  }
}
