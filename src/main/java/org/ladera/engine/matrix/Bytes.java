package org.ladera.engine.matrix;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Unsigned bytes that are never modified; some are made only when they are first asked for. */
final class Bytes {
  private final int count;
  private @Nullable Supplier<byte[]> maker;
  private volatile byte @Nullable [] values;

  Bytes(byte[] values) {
    count = values.length;
    this.values = values;
  }

  /**
   * @param maker gives {@code count} bytes, the same ones whenever it is asked
   */
  Bytes(int count, Supplier<byte[]> maker) {
    this.count = count;
    this.maker = maker;
  }

  int count() {
    return count;
  }

  byte[] values() {
    byte[] known = values;
    return known == null ? made() : known;
  }

  private synchronized byte[] made() {
    byte[] known = values;
    if (known == null) {
      known = Objects.requireNonNull(maker).get();
      if (known.length != count) {
        throw new IllegalStateException("expected " + count + " bytes, found " + known.length);
      }
      maker = null;
      values = known;
    }
    return known;
  }
}
