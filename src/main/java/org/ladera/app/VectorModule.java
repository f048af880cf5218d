package org.ladera.app;

/**
 * The Java machine's vector instructions, which the engine uses where they are there. Asking for
 * the module on the command line prints a warning at every start and switches off the cache that
 * halves the time to the first window; adding it once the program runs does neither.
 */
final class VectorModule {
  private VectorModule() {}

  /**
   * Adds the module if this Java has it. Without it the same numbers take longer. Not at the
   * beginning of the run that the start cache is made from: Java cannot write down classes that
   * need a module which was added later, and then makes no cache at all.
   */
  static void load() {
    if (!isRehearsal()) {
      add();
    }
  }

  /**
   * Adds it at the end of the run that the start cache is made from, when the engine has begun
   * without it, so that the cache knows how a module is added.
   */
  static void rehearse() {
    if (isRehearsal()) {
      add();
    }
  }

  private static boolean isRehearsal() {
    return "rehearsal".equals(System.getProperty("ladera.measure"));
  }

  private static void add() {
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, "jdk.incubator.vector");
    } catch (ReflectiveOperationException e) {
      System.getLogger(VectorModule.class.getName())
          .log(System.Logger.Level.INFO, "no vector instructions in this Java", e);
    }
  }
}
