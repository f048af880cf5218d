package org.ladera.ui.window.lab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ladera.engine.spec.LayerKind;

/** The kinds of layers that a person chooses from. */
enum LayerForm {
  DENSE("dense"),
  CONVOLUTION("convolution"),
  MAX_POOL("max-pool"),
  AVERAGE_POOL("average-pool"),
  FLATTEN("flatten");

  private static final int FILTERS = 8;
  private static final int KERNEL = 3;
  private static final int POOL = 2;
  private static final int UNITS = 16;

  private final String word;

  LayerForm(String word) {
    this.word = word;
  }

  /** As it stands in a document. */
  String word() {
    return word;
  }

  static LayerForm of(LayerKind kind) {
    return switch (kind) {
      case LayerKind.Convolution c -> CONVOLUTION;
      case LayerKind.Pool p ->
          switch (p.reduction()) {
            case MAX -> MAX_POOL;
            case AVERAGE -> AVERAGE_POOL;
          };
      case LayerKind.Flatten f -> FLATTEN;
      case LayerKind.Dense d -> DENSE;
      case LayerKind.Function f -> DENSE;
    };
  }

  /** Kinds for what enters: only pictures can be looked at in windows. */
  static List<LayerForm> offered(boolean pictures) {
    return pictures ? List.of(values()) : List.of(DENSE);
  }

  /** A layer to begin with. */
  Map<String, Object> begun() {
    Map<String, Object> layer = new LinkedHashMap<>();
    if (this != DENSE) {
      layer.put("kind", word);
    }
    switch (this) {
      case DENSE -> {
        layer.put("units", UNITS);
        layer.put("activation", "relu");
      }
      case CONVOLUTION -> {
        layer.put("filters", FILTERS);
        layer.put("kernel", KERNEL);
        layer.put("activation", "relu");
      }
      case MAX_POOL, AVERAGE_POOL -> layer.put("size", POOL);
      case FLATTEN -> {}
    }
    return layer;
  }
}
