package org.ladera.store.python;

import java.util.List;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.spec.ActivationSpec;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.LossSpec;
import org.ladera.engine.spec.ParameterLayout;
import org.ladera.engine.train.Trainer;

/** A program for Python with PyTorch that does a run again; its gradients are autograd's. */
public final class TorchProgram {
  private final Experiment e;
  private final long epochs;
  private final List<LayerSpec> layers;

  private TorchProgram(Experiment e, long epochs) {
    this.e = e;
    this.epochs = epochs;
    layers = e.network().layers();
  }

  /**
   * @param title of the run, one line
   * @throws Unexportable when a part of the run cannot be said in PyTorch yet
   */
  public static String of(Experiment experiment, long epochs, String title) throws Unexportable {
    PythonParts.check(experiment);
    return new TorchProgram(experiment, epochs).text(title);
  }

  private String text(String title) throws Unexportable {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(title.replaceAll("\\s+", " ")).append('\n');
    out.append(
        """
        # The very run, as Ladera computed it: the same data, start, order and updates.
        # Rows are samples: z = a @ W + b. Needs Python 3 and PyTorch; float64 throughout.
        import torch
        from torch import sqrt

        torch.set_default_dtype(torch.float64)
        torch.set_grad_enabled(False)

        """);
    out.append("X = torch.tensor(").append(PythonText.matrix(e.data().x())).append(")\n");
    out.append("Y = torch.tensor(").append(PythonText.matrix(e.data().y())).append(")\n\n");
    parameters(out);
    if (PythonParts.drawsNumbers(e)) {
      out.append(PythonParts.RANDOM);
    }
    out.append("f = ")
        .append(PythonText.list(layers.stream().map(l -> function(l.activation())).toList()))
        .append("\n\n\n");
    if (!e.network().isDense()) {
      out.append(PythonLayers.torch(layers));
    }
    if (PythonNorm.isIn(layers)) {
      out.append(PythonNorm.torch(layers));
    }
    out.append(PythonParts.order(e.batch(), e.seed()));
    forward(out);
    loss(out);
    out.append(
        """
        def gradient(x, y, update):
            with torch.enable_grad():
                return torch.autograd.grad(loss_of(x, y, update), w)


        def loss(x, y):
            return loss_of(x, y).item()


        """);
    out.append(PythonTraining.of(e, epochs, "torch.zeros_like(p)", ""));
    return out.toString();
  }

  private void parameters(StringBuilder out) {
    Trainer trainer = new Trainer(e);
    ParameterLayout layout = trainer.layout();
    double[] theta = new double[layout.count()];
    trainer.copyParameters(theta);
    out.append("# Weights and biases at the start: W of layer 1, its b, W of layer 2 ...\nw = [\n");
    for (ParameterLayout.Block block : layout.blocks()) {
      double[] values = new double[block.size()];
      System.arraycopy(theta, block.offset(), values, 0, values.length);
      out.append("    torch.tensor(")
          .append(PythonText.matrix(MatrixView.of(block.rows(), block.columns(), values)))
          .append(", requires_grad=True),\n");
    }
    out.append("]\n\n").append(PythonParts.places(layers));
  }

  private static String function(ActivationSpec activation) {
    String p = PythonParts.number(activation.parameter());
    return switch (activation.kind()) {
      case IDENTITY -> "lambda z: z";
      case STEP -> "lambda z: 0 * z + (z >= 0)";
      case SIGMOID -> "torch.sigmoid";
      case TANH -> "torch.tanh";
      case RELU -> "torch.relu";
      case LEAKY_RELU -> "lambda z: torch.where(z > 0, z, " + p + " * z)";
      case ELU -> "lambda z: torch.where(z > 0, z, " + p + " * torch.expm1(torch.clamp(z, max=0)))";
      case SOFTPLUS -> "lambda z: torch.logaddexp(z, torch.zeros_like(z))";
      case SOFTMAX -> "lambda z: torch.softmax(z, 1)";
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
              kept = torch.tensor([0.0 if draw < dropout[l] else 1.0 for draw in draws])
              return kept.reshape(shape) / (1 - dropout[l])


          """
              .replace("SEED", Long.toString(e.seed())));
    }
    out.append(
        """
        def forward(x, update=None):
            a = x
            for l in range(len(f)):
                z = NET
        NORM        a = f[l](z)
        """
            .replace(
                "NET",
                e.network().isDense()
                    ? "a @ w[W[l]] + (0 if b[l] is None else w[b[l]])"
                    : "net[l](a, of(W[l]), of(b[l]))")
            .replace("NORM", PythonNorm.isIn(layers) ? PythonNorm.applied("z") : ""));
    if (dropout) {
      out.append("        if update is not None and dropout[l] > 0:\n");
      out.append("            a = a * mask(update, l, z.shape)\n");
    }
    out.append("    return z, a\n\n\n");
  }

  private void loss(StringBuilder out) {
    LossSpec loss = e.loss();
    boolean whole = loss.kind().matches(layers.getLast().activation().kind());
    out.append("def loss_of(x, y, update=None):\n    z, a = forward(x, update)\n");
    out.append("    m, k = y.shape\n    total = (").append(sum(whole)).append(").sum()\n");
    String factor = PythonParts.factor(loss.factor());
    out.append(
        loss.kind() == LossSpec.Kind.ROOT_SQUARED
            ? "    J = sqrt((" + factor + ") * total)\n"
            : "    J = (" + factor + ") * total\n");
    if (e.regularisation().l1() != 0 || e.regularisation().l2() != 0) {
      out.append("    for l in ")
          .append(PythonParts.weights(layers))
          .append(":\n        J = J + ")
          .append(PythonParts.number(e.regularisation().l1()))
          .append(" * w[l].abs().sum() + ")
          .append(PythonParts.number(e.regularisation().l2()))
          .append(" * (w[l] ** 2).sum()\n");
    }
    out.append("    return J\n\n\n");
  }

  private String sum(boolean whole) {
    return switch (e.loss().kind()) {
      case SQUARED, ROOT_SQUARED -> "(a - y) ** 2";
      case ABSOLUTE -> "(a - y).abs()";
      case HUBER -> "torch.where((a - y).abs() <= 1, (a - y) ** 2 / 2, (a - y).abs() - 0.5)";
      case SQUARED_LOG -> "(torch.log1p(a) - torch.log1p(y)) ** 2";
      case BINARY_CROSS_ENTROPY ->
          whole
              ? "torch.logaddexp(z, torch.zeros_like(z)) - z * y"
              : "-torch.xlogy(y, a) - torch.xlogy(1 - y, 1 - a)";
      case CATEGORICAL_CROSS_ENTROPY ->
          whole ? "y * (torch.logsumexp(z, 1, keepdim=True) - z)" : "-torch.xlogy(y, a)";
      case NEGATIVE_LOG_LIKELIHOOD -> "-y * a";
      case OUTPUT -> "a";
    };
  }
}
