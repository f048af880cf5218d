package org.ladera;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ladera.app.Main;

/** The walls of the house, each with its reason. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

  /** From the ground up: a part imports only parts of the rows below its own. */
  private static final List<Set<String>> STOREYS =
      List.of(
          Set.of("engine", "text"),
          Set.of("landscape", "explain", "timeline"),
          Set.of("session"),
          Set.of("lesson"),
          Set.of("present", "store"),
          Set.of("ui"),
          Set.of("cli"),
          Set.of("app"));

  /** The parts that run where no JavaFX is installed. */
  private static final String[] NO_WINDOW =
      parts("engine", "landscape", "explain", "timeline", "lesson", "session", "present", "text");

  /** The parts whose numbers must be equal on every machine, today and in ten years. */
  private static final String[] PURE = parts("engine", "landscape", "explain", "timeline");

  @Test
  void theRulesSeeTheWholeProgram() {
    assertTrue(CLASSES.size() > 150, "only " + CLASSES.size() + " classes were found");
    for (Set<String> storey : STOREYS) {
      for (String part : storey) {
        assertTrue(
            CLASSES.that(JavaClass.Predicates.resideInAnyPackage(parts(part))).iterator().hasNext(),
            "no class in org.ladera." + part);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theWallsStand() {
    List<ArchRule> rules = new ArrayList<>();
    rules.addAll(downwards());
    rules.addAll(libraries());
    rules.addAll(determinism());
    rules.addAll(window());
    rules.addAll(house());
    return rules.stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
  }

  /** One file, one reason to change. */
  @Test
  void noSourceFileIsLong() throws IOException {
    assertNoneBeyond(350, SourceScan.lines(), "lines");
  }

  /** A kind that is added is found by the compiler in every switch over its like. */
  @Test
  void noSwitchOverKindsHasADefault() throws IOException {
    assertNoneBeyond(0, SourceScan.defaults(), "switches");
  }

  private static void assertNoneBeyond(int most, Map<String, Integer> found, String unit) {
    List<String> beyond = new ArrayList<>();
    found.forEach(
        (file, count) -> {
          if (count > most) {
            beyond.add(file + ": " + count + " " + unit + ", allowed are " + most);
          }
        });
    assertEquals(List.of(), beyond);
  }

  /** A newcomer who reads a name somewhere finds the one class that has it. */
  @Test
  void noSimpleNameTwice() {
    Map<String, Long> times =
        CLASSES.stream()
            .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
    assertEquals(
        List.of(), times.keySet().stream().filter(name -> times.get(name) > 1).sorted().toList());
  }

  private static List<ArchRule> downwards() {
    List<ArchRule> rules = new ArrayList<>();
    List<String> above = new ArrayList<>();
    for (Set<String> storey : STOREYS.reversed()) {
      for (String part : storey) {
        List<String> forbidden = new ArrayList<>(above);
        storey.stream().filter(other -> !other.equals(part)).forEach(forbidden::add);
        if (!forbidden.isEmpty()) {
          rules.add(
              noClasses()
                  .that()
                  .resideInAnyPackage(parts(part))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(parts(forbidden.toArray(String[]::new)))
                  .because("imports run downwards only: a part is understood without those above"));
        }
      }
      above.addAll(storey);
    }
    rules.add(
        slices()
            .matching("org.ladera.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package"));
    return rules;
  }

  private static List<ArchRule> libraries() {
    return List.of(
        noClasses()
            .that()
            .resideInAnyPackage(NO_WINDOW)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "atlantafx..", "org.kordamp..")
            .because("what computes and what is shown are tested without a window"),
        noClasses()
            .that()
            .resideOutsideOfPackages(parts("ui"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
            .because("everything that needs the toolkit is in one place"),
        only("org.scilab..", "ui.formula"),
        only("org.jfree.chart..", "ui.plot.chart"),
        only("org.jfree.data..", "ui.plot.chart"),
        only("org.jfree.fx..", "ui.plot.chart", "ui.formula"),
        only("org.snakeyaml..", "store.lesson"),
        only("com.fasterxml..", "store", "cli"),
        only("de.siegmar..", "store"),
        only("com.google.zxing..", "store.image"),
        only("org.commonmark..", "lesson.markup"),
        only("picocli..", "cli"),
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "org.ladera.ui.formula..", "org.ladera.ui.plot.chart..", "org.ladera.store.image..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt..")
            .because("two toolkits do not mix; only formulas, charts and image files need AWT"),
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene.web..", "javafx.fxml..")
            .because("a browser is no place for a lesson, and a window is built by constructors"));
  }

  private static List<ArchRule> determinism() {
    Set<String> inexact =
        Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
            "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");
    return List.of(
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethodWhere(
                calls(
                    "Math functions that differ between machines",
                    c -> isMethod(c, Math.class, inexact::contains)))
            .because("the same run has the same bits everywhere: StrictMath or own functions"),
        noClasses()
            .should()
            .callMethodWhere(calls("Math.random", c -> isMethod(c, Math.class, "random"::equals)))
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("every random number comes from a seed that is part of the recipe"),
        noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.io..",
                "java.nio.file..",
                "java.net..",
                "java.time..",
                "java.util.logging..",
                "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .callMethodWhere(
                calls(
                    "a clock",
                    c ->
                        isMethod(
                            c, System.class, Set.of("nanoTime", "currentTimeMillis")::contains)))
            .because("numbers do not depend on files, threads or the time of day"),
        noClasses()
            .should()
            .callMethodWhere(
                calls(
                    "a function that depends on the person's country",
                    ArchitectureTest::usesTheDefaultLocale))
            .because("a file and a number look the same wherever they are written"));
  }

  private static List<ArchRule> window() {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.ladera.ui.fx..")
            .should()
            .callMethodWhere(calls("runLater", c -> c.getName().equals("runLater")))
            .because("a queue of pictures makes a click wait; views sample the newest frame"),
        noClasses()
            .that()
            .resideOutsideOfPackages("org.ladera.ui.theme..")
            .should()
            .callMethodWhere(
                calls(
                    "colours by number",
                    c ->
                        c.getName().equals("setStyle")
                            || isMethod(
                                c,
                                "javafx.scene.paint.Color",
                                Set.of("web", "rgb", "color", "valueOf", "hsb")::contains)))
            .because("a symbol has one colour in formula, plot and table, in all three profiles"),
        noClasses()
            .that()
            .resideOutsideOfPackages("org.ladera.ui.fx..")
            .and()
            .areNotAssignableTo("javafx.scene.control.ScrollPane")
            .should()
            .callConstructorWhere(
                new DescribedPredicate<JavaConstructorCall>("of a ScrollPane") {
                  @Override
                  public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner()
                        .isEquivalentTo(javafx.scene.control.ScrollPane.class);
                  }
                })
            .because("the picture it keeps of itself is not given back; ui.fx.Viewport makes one"),
        noClasses()
            .that()
            .resideInAnyPackage(parts("ui"))
            .and()
            .resideOutsideOfPackage("org.ladera.ui.fx..")
            .should()
            .callMethodWhere(calls("a wait", ArchitectureTest::waits))
            .because("the thread that draws never waits"));
  }

  private static List<ArchRule> house() {
    return List.of(
        noClasses()
            .that()
            .resideOutsideOfPackages(parts("cli", "app"))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what is printed on standard error is a fault, and only commands print"),
        noFields()
            .that()
            .areStatic()
            .and()
            .areNotFinal()
            .should(
                com.tngtech.archunit.lang.conditions.ArchConditions.have(
                    new DescribedPredicate<JavaMember>("been written by a person") {
                      @Override
                      public boolean test(JavaMember field) {
                        return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                      }
                    }))
            .allowEmptyShould(true)
            .because("two sessions in one process must not see each other"),
        classes()
            .should()
            .haveNameNotMatching(".*(Manager|Utils?|Helper|Impl)(\\$.*)?")
            .because("a name says what the thing is"));
  }

  private static ArchRule only(String library, String... users) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(parts(users))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("a library can be exchanged when few know it (docs/dependencies.md)");
  }

  private static String[] parts(String... names) {
    return Stream.of(names).map(name -> "org.ladera." + name + "..").toArray(String[]::new);
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String what, java.util.function.Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe(what, test);
  }

  private static boolean isMethod(
      JavaCall<?> call, Class<?> owner, java.util.function.Predicate<String> name) {
    return isMethod(call, owner.getName(), name);
  }

  private static boolean isMethod(
      JavaCall<?> call, String owner, java.util.function.Predicate<String> name) {
    return call.getTargetOwner().getFullName().equals(owner) && name.test(call.getName());
  }

  private static boolean usesTheDefaultLocale(JavaCall<?> call) {
    boolean takesLocale =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Locale.class));
    return !takesLocale
        && isMethod(
            call,
            String.class,
            Set.of("format", "formatted", "toLowerCase", "toUpperCase")::contains);
  }

  private static boolean waits(JavaCall<?> call) {
    return switch (call.getName()) {
      case "sleep", "join" -> call.getTargetOwner().isAssignableTo(Thread.class);
      case "await", "get" ->
          call.getTargetOwner().getPackageName().startsWith("java.util.concurrent")
              && !call.getTargetOwner().getPackageName().endsWith("atomic")
              && !call.getTargetOwner().isAssignableTo(java.util.Map.class);
      case "wait" -> call.getTarget().getRawParameterTypes().size() < 3;
      default -> false;
    };
  }
}
