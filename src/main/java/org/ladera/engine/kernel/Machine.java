package org.ladera.engine.kernel;

/** What this virtual machine is good at. Decides about speed only, never about results. */
final class Machine {
  /**
   * Whether the vector module is there and an optimising compiler will turn it into vector
   * instructions; interpreted or with the quick compiler alone it is far slower than plain loops.
   */
  static final boolean HAS_VECTORS = hasVectors();

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
}
