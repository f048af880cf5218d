package org.ladera.engine.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of all parameters of a network in one vector: layer by layer W (row-major, in a dense
 * layer inputs × units, else as its {@link LayerKind} says), then b, then γ, then β, each only
 * where the layer has it.
 */
public final class ParameterLayout {
  /** A block of one kind: its first position, and its shape. */
  public record Block(ParameterRef.Kind kind, int layer, int offset, int rows, int columns) {
    public int size() {
      return rows * columns;
    }
  }

  private final List<Block> blocks;
  private final int count;

  public ParameterLayout(NetworkSpec network) {
    List<Block> list = new ArrayList<>();
    int offset = 0;
    for (int l = 0; l < network.layers().size(); l++) {
      LayerSpec layer = network.layers().get(l);
      int units = layer.units();
      int columns = layer.kind().weightColumns();
      if (columns > 0) {
        int rows = layer.kind().weightRows(network.inputsOf(l));
        offset = add(list, ParameterRef.Kind.WEIGHT, l + 1, offset, rows, columns);
      }
      if (layer.bias()) {
        offset = add(list, ParameterRef.Kind.BIAS, l + 1, offset, 1, columns);
      }
      if (layer.batchNorm()) {
        offset = add(list, ParameterRef.Kind.GAMMA, l + 1, offset, 1, units);
        offset = add(list, ParameterRef.Kind.BETA, l + 1, offset, 1, units);
      }
    }
    blocks = List.copyOf(list);
    count = offset;
  }

  private static int add(
      List<Block> list, ParameterRef.Kind kind, int layer, int offset, int rows, int columns) {
    list.add(new Block(kind, layer, offset, rows, columns));
    return offset + rows * columns;
  }

  public List<Block> blocks() {
    return blocks;
  }

  /** The number of parameters. */
  public int count() {
    return count;
  }

  /** The block of one kind in one layer (1 = first); empty where the layer has none. */
  public Optional<Block> block(ParameterRef.Kind kind, int layer) {
    return blocks.stream().filter(b -> b.kind() == kind && b.layer() == layer).findFirst();
  }

  /** Whether the network has this parameter. */
  public boolean has(ParameterRef ref) {
    return find(ref) >= 0;
  }

  /**
   * The position of {@code ref} in the vector.
   *
   * @throws IllegalArgumentException when the network has no such parameter
   */
  public int indexOf(ParameterRef ref) {
    int index = find(ref);
    if (index < 0) {
      throw new IllegalArgumentException("no parameter " + ref);
    }
    return index;
  }

  private int find(ParameterRef ref) {
    for (Block block : blocks) {
      if (block.kind() == ref.kind()
          && block.layer() == ref.layer()
          && ref.row() >= 1
          && ref.row() <= block.rows()
          && ref.column() >= 1
          && ref.column() <= block.columns()) {
        return block.offset() + (ref.row() - 1) * block.columns() + ref.column() - 1;
      }
    }
    return -1;
  }

  /** The parameter at position {@code index}. */
  public ParameterRef refAt(int index) {
    for (Block block : blocks) {
      int inside = index - block.offset();
      if (inside >= 0 && inside < block.size()) {
        return new ParameterRef(
            block.kind(),
            block.layer(),
            inside / block.columns() + 1,
            inside % block.columns() + 1);
      }
    }
    throw new IndexOutOfBoundsException("parameter " + index + " of " + count);
  }
}
