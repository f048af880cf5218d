package org.ladera.engine.kernel;

import jdk.incubator.vector.VectorShape;

/** What this machine is good at. Decides about speed only, never about results. */
final class Machine {
  /**
   * Whether the processor multiplies and adds in one: all of 64 bits but those of Intel and AMD
   * without AVX2, whose registers are shorter. Where Java does not say how long they are, it is
   * believed.
   */
  static final boolean FUSES =
      !System.getProperty("os.arch", "").matches("amd64|x86_64") || !hasModule() || Registers.LONG;

  /**
   * Whether the vector module is there and an optimising compiler will turn it into vector
   * instructions; interpreted or with the quick compiler alone it is far slower than plain loops.
   */
  static final boolean HAS_VECTORS = FUSES && hasVectors();

  private Machine() {}

  private static boolean hasVectors() {
    String mode = System.getProperty("java.vm.info", "");
    return hasModule() && mode.contains("mixed mode") && !mode.contains("emulated-client");
  }

  /** The module may be in the boot layer or have been added by the program at its start. */
  private static boolean hasModule() {
    try {
      Class.forName("jdk.incubator.vector.DoubleVector", false, Machine.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Linked only where there is the module. */
  private static final class Registers {
    static final boolean LONG = VectorShape.preferredShape().vectorBitSize() >= 256;
  }
}
