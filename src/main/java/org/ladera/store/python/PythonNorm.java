package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.net.BatchNorm;
import org.ladera.engine.spec.LayerSpec;

/**
 * Batch normalisation: where its parameters stand in w, and what it does (see {@link BatchNorm}). A
 * bias before it has no effect and a gradient of rounding noise, which rules like Adam enlarge:
 * that bias alone is not the same number elsewhere.
 */
final class PythonNorm {
  private PythonNorm() {}

  static boolean isIn(List<LayerSpec> layers) {
    return layers.stream().anyMatch(LayerSpec::batchNorm);
  }

  /** Gradients by hand. */
  static String numpy(List<LayerSpec> layers) {
    return figures(layers, "np.zeros", "np.ones")
        + """


        def normalise(l, z, training):
            if training:
                mu, v, m = z.mean(axis=0, keepdims=True), z.var(axis=0, keepdims=True), len(z)
                mean[l] = (1 - MOMENTUM) * mean[l] + MOMENTUM * mu
                variance[l] = (1 - MOMENTUM) * variance[l] + MOMENTUM * (m / max(m - 1, 1) * v)
            else:
                mu, v = mean[l], variance[l]
            x[l], root[l] = (z - mu) / sqrt(v + epsilon[l]), sqrt(v + epsilon[l])
            return w[gamma[l]] * x[l] + w[beta[l]]


        def normalised_back(l, d, g):
            g[gamma[l]] = (d * x[l]).sum(axis=0, keepdims=True)
            g[beta[l]] = d.sum(axis=0, keepdims=True)
            d = d - g[beta[l]] / len(d) - x[l] * g[gamma[l]] / len(d)
            return w[gamma[l]] / root[l] * d


        """
            .replace("MOMENTUM", PythonText.number(BatchNorm.MOMENTUM));
  }

  /** Gradients are PyTorch's. */
  static String torch(List<LayerSpec> layers) {
    return figures(layers, "torch.zeros", "torch.ones")
        + """


        def normalise(l, z, training):
            if training:
                mu, m = z.mean(0, keepdim=True), len(z)
                v = ((z - mu) ** 2).mean(0, keepdim=True)
                mean[l] = (1 - MOMENTUM) * mean[l] + MOMENTUM * mu.detach()
                variance[l] = (1 - MOMENTUM) * variance[l] + MOMENTUM * (m / max(m - 1, 1) * v.detach())
            else:
                mu, v = mean[l], variance[l]
            return w[gamma[l]] * (z - mu) / sqrt(v + epsilon[l]) + w[beta[l]]


        """
            .replace("MOMENTUM", PythonText.number(BatchNorm.MOMENTUM));
  }

  /**
   * The lines within the loop over layers that normalise.
   *
   * @param z the name of what goes into the activation
   */
  static String applied(String z) {
    return """
            if gamma[l] is not None:
                Z = normalise(l, Z, update is not None)
    """
        .replace("Z", z);
  }

  /** How the parameters are printed, as the last lines of the loop over layers. */
  static String printed() {
    return """
        if gamma[l] is not None:
            print('gamma', l + 1, w[gamma[l]].tolist()[0])
            print('beta', l + 1, w[beta[l]].tolist()[0])
    """;
  }

  private static String figures(List<LayerSpec> layers, String zeros, String ones) {
    List<String> gammas = new ArrayList<>();
    List<String> betas = new ArrayList<>();
    List<String> epsilons = new ArrayList<>();
    List<String> means = new ArrayList<>();
    List<String> variances = new ArrayList<>();
    int at = 0;
    for (LayerSpec layer : layers) {
      boolean norm = layer.batchNorm();
      int first = at + PythonParts.blocks(layer) - 2;
      at += PythonParts.blocks(layer);
      gammas.add(norm ? Integer.toString(first) : "None");
      betas.add(norm ? Integer.toString(first + 1) : "None");
      epsilons.add(norm ? PythonText.number(layer.batchNormEpsilon()) : "None");
      means.add(norm ? zeros + "((1, " + layer.units() + "))" : "None");
      variances.add(norm ? ones + "((1, " + layer.units() + "))" : "None");
    }
    String none = "[None] * " + layers.size();
    return "# Batch normalisation: scale and shift in w, and the running figures.\n"
        + ("gamma = " + PythonText.list(gammas) + "\n")
        + ("beta = " + PythonText.list(betas) + "\n")
        + ("epsilon = " + PythonText.list(epsilons) + "\n")
        + ("mean = " + PythonText.list(means) + "\n")
        + ("variance = " + PythonText.list(variances) + "\n")
        + ("x, root = " + none + ", " + none + "\n");
  }
}
