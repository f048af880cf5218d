package org.ladera.engine.kernel;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** What this machine is good at. Decides about speed only, never about results. */
final class Machine {
  /**
   * Whether {@link Math#fma} is an instruction here. On processors of Intel and AMD from before
   * AVX2, and where somebody has switched it off, Java takes decimal numbers for it. Java that does
   * not say so is believed to have it.
   */
  static final boolean FUSES = fuses();

  /**
   * Whether the vector module is there and an optimising compiler will turn it into vector
   * instructions; interpreted or with the quick compiler alone it is far slower than plain loops.
   */
  static final boolean HAS_VECTORS = FUSES && hasVectors();

  private Machine() {}

  private static boolean fuses() {
    HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return machine == null || Boolean.parseBoolean(machine.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException unknown) {
      return true;
    }
  }

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
