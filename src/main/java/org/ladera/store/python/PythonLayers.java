package org.ladera.store.python;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ladera.engine.matrix.Shape;
import org.ladera.engine.spec.LayerKind;
import org.ladera.engine.spec.LayerSpec;

/**
 * The layers of a network that are not all dense, as programs say them: how the net inputs come
 * about and, in NumPy, how derivatives go back. Pictures lie flat in a row, channel by channel.
 */
final class PythonLayers {
  private static final String OF =
      """
      def of(index):
          return None if index is None else w[index]


      """;

  private static final String DENSE =
      """
      class Dense:
          def forward(self, a, w, b):
              return a @ w + (0 if b is None else b)

          def backward(self, a, d, w):
              return a.T @ d, d.sum(axis=0, keepdims=True), d @ w.T


      """;

  private static final String FLATTEN =
      """
      class Flatten:
          def forward(self, a, w, b):
              return a

          def backward(self, a, d, w):
              return None, None, d


      """;

  private static final String WINDOWS =
      """
      class Windows:
          # source: for every place of the window and every cell in it, which input lies there
          def __init__(self, shape, size, stride, padding=0):
              c, h, v = shape
              rows = (h + 2 * padding - size[0]) // stride + 1
              columns = (v + 2 * padding - size[1]) // stride + 1
              self.inputs = c * h * v
              index = np.full((c, h + 2 * padding, v + 2 * padding), self.inputs)
              inside = np.arange(self.inputs).reshape(shape)
              index[:, padding : padding + h, padding : padding + v] = inside
              self.source = np.array(
                  [
                      index[:, i * stride : i * stride + size[0], j * stride : j * stride + size[1]]
                      for i in range(rows)
                      for j in range(columns)
                  ]
              )

          def gather(self, a):
              padded = np.concatenate([a, np.zeros((len(a), 1))], axis=1)
              return padded[:, self.source]

          def scatter(self, d):
              back = np.zeros((len(d), self.inputs + 1))
              for i in range(len(d)):
                  np.add.at(back[i], self.source, d[i])
              return back[:, : self.inputs]


      """;

  private static final String CONVOLUTION =
      """
      class Convolution:
          # W has a row for each cell of the kernel, channel by channel, and a column for each filter
          def __init__(self, shape, size, stride, padding):
              self.windows = Windows(shape, size, stride, padding)

          def patches(self, a):
              seen = self.windows.gather(a)
              return seen.reshape(len(a), seen.shape[1], -1)

          def forward(self, a, w, b):
              z = self.patches(a) @ w + (0 if b is None else b)
              return z.transpose(0, 2, 1).reshape(len(a), -1)

          def backward(self, a, d, w):
              maps = d.reshape(len(a), w.shape[1], -1).transpose(0, 2, 1)
              dw = np.einsum("mpk,mpf->kf", self.patches(a), maps)
              back = (maps @ w.T).reshape((len(a),) + self.windows.source.shape)
              return dw, maps.sum(axis=(0, 1)).reshape(1, -1), self.windows.scatter(back)


      """;

  private static final String POOL =
      """
      class Pool:
          def __init__(self, shape, size, stride):
              self.windows = Windows(shape, (size, size), stride)

          def cells(self, a):
              seen = self.windows.gather(a)
              places, channels = seen.shape[1:3]
              return seen.reshape(len(a), places, channels, -1)

          def shares(self, a):
              raise NotImplementedError

          def forward(self, a, w, b):
              z = (self.cells(a) * self.shares(a)).sum(axis=3)
              return z.transpose(0, 2, 1).reshape(len(a), -1)

          def backward(self, a, d, w):
              shares = self.shares(a)
              maps = d.reshape(len(a), shares.shape[2], -1).transpose(0, 2, 1)
              back = (maps[..., None] * shares).reshape((len(a),) + self.windows.source.shape)
              return None, None, self.windows.scatter(back)


      """;

  private static final String MAXIMA =
      """
      class MaxPool(Pool):
          # of equal values the first counts
          def shares(self, a):
              cells = self.cells(a)
              return np.eye(cells.shape[3])[cells.argmax(axis=3)]


      """;

  private static final String MEANS =
      """
      class AveragePool(Pool):
          def shares(self, a):
              cells = self.cells(a)
              return np.full_like(cells, 1 / cells.shape[3])


      """;

  private PythonLayers() {}

  static String numpy(List<LayerSpec> layers) {
    return DENSE
        + FLATTEN
        + WINDOWS
        + CONVOLUTION
        + POOL
        + MAXIMA
        + MEANS
        + OF
        + list(layers, PythonLayers::numpy);
  }

  private static String numpy(LayerKind kind) {
    return switch (kind) {
      case LayerKind.Dense _ -> "Dense()";
      case LayerKind.Flatten _ -> "Flatten()";
      case LayerKind.Convolution c ->
          String.format(
              Locale.ROOT,
              "Convolution(%s, (%d, %d), %d, %d)",
              tuple(c.input()),
              c.rows(),
              c.columns(),
              c.stride(),
              c.padding());
      case LayerKind.Pool pool ->
          switch (pool.reduction()) {
                case MAX -> "MaxPool";
                case AVERAGE -> "AveragePool";
              }
              + String.format(
                  Locale.ROOT, "(%s, %d, %d)", tuple(pool.input()), pool.size(), pool.stride());
      case LayerKind.Function f -> throw new IllegalArgumentException("not a network: " + f);
    };
  }

  static String torch(List<LayerSpec> layers) {
    return """
    import torch.nn.functional as F


    """
        + OF
        + list(layers, PythonLayers::torch);
  }

  private static String torch(LayerKind kind) {
    String head = "lambda a, w, b: ";
    return switch (kind) {
      case LayerKind.Dense _ -> head + "a @ w + (0 if b is None else b)";
      case LayerKind.Flatten _ -> head + "a";
      case LayerKind.Convolution c ->
          head
              + String.format(
                  Locale.ROOT,
                  "F.conv2d(%s, w.T.reshape(%d, %d, %d, %d), None if b is None else b[0], %d,"
                      + " %d).flatten(1)",
                  pictures(c.input()),
                  c.filters(),
                  c.input().channels(),
                  c.rows(),
                  c.columns(),
                  c.stride(),
                  c.padding());
      case LayerKind.Pool pool ->
          head
              + String.format(
                  Locale.ROOT,
                  "F.%s_pool2d(%s, %d, %d).flatten(1)",
                  switch (pool.reduction()) {
                    case MAX -> "max";
                    case AVERAGE -> "avg";
                  },
                  pictures(pool.input()),
                  pool.size(),
                  pool.stride());
      case LayerKind.Function f -> throw new IllegalArgumentException("not a network: " + f);
    };
  }

  private static String list(List<LayerSpec> layers, Function<LayerKind, String> each) {
    return layers.stream()
        .map(layer -> "    " + each.apply(layer.kind()) + ",\n")
        .collect(Collectors.joining("", "net = [\n", "]\n\n\n"));
  }

  private static String tuple(Shape shape) {
    return String.format(
        Locale.ROOT, "(%d, %d, %d)", shape.channels(), shape.rows(), shape.columns());
  }

  private static String pictures(Shape shape) {
    return String.format(
        Locale.ROOT, "a.reshape(-1, %d, %d, %d)", shape.channels(), shape.rows(), shape.columns());
  }
}
