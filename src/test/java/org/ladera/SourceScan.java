package org.ladera;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the sources of the program for rules that its classes no longer show. */
final class SourceScan {
  private static final Path MAIN = Path.of("src/main/java");

  private SourceScan() {}

  /** How many lines each source file has, by its name. */
  static Map<String, Integer> lines() throws IOException {
    Map<String, Integer> lines = new TreeMap<>();
    for (Path source : sources()) {
      try (Stream<String> all = Files.lines(source)) {
        lines.put(name(source), Math.toIntExact(all.count()));
      }
    }
    return lines;
  }

  /**
   * How many switches of each file have a default although they are over an enum or a sealed type
   * of the program, so that the compiler would not lead to them when a kind is added.
   */
  static Map<String, Integer> defaults() throws IOException {
    List<Path> suspects = new ArrayList<>();
    for (Path source : sources()) {
      if (Files.readString(source).contains("default")) {
        suspects.add(source);
      }
    }
    Map<String, Integer> found = new TreeMap<>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-proc:none", "-Xlint:none", "--add-modules", "jdk.incubator.vector");
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, d -> {}, options, null, files.getJavaFileObjectsFromPaths(suspects));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      Switches switches = new Switches(Trees.instance(task));
      for (CompilationUnitTree unit : units) {
        switches.count = 0;
        switches.scan(unit, null);
        if (switches.count > 0) {
          found.put(name(Path.of(unit.getSourceFile().getName())), switches.count);
        }
      }
    }
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** From the packages on; all files called package-info are told apart so. */
  private static String name(Path source) {
    String file = source.getFileName().toString();
    return file.equals("package-info.java") ? source.toString() : file;
  }

  private static final class Switches extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private int count;

    private Switches(Trees trees) {
      this.trees = trees;
    }

    @Override
    public Void visitSwitch(SwitchTree node, Void none) {
      look(node.getExpression(), node.getCases());
      return super.visitSwitch(node, none);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree node, Void none) {
      look(node.getExpression(), node.getCases());
      return super.visitSwitchExpression(node, none);
    }

    private void look(ExpressionTree selector, List<? extends CaseTree> cases) {
      boolean open =
          cases.stream()
              .flatMap(c -> c.getLabels().stream())
              .anyMatch(DefaultCaseLabelTree.class::isInstance);
      ExpressionTree of = selector instanceof ParenthesizedTree p ? p.getExpression() : selector;
      if (open && isClosed(trees.getTypeMirror(new TreePath(getCurrentPath(), of)))) {
        count++;
      }
    }

    /** Whether all kinds of a type are known where the program is compiled. */
    private static boolean isClosed(TypeMirror type) {
      return type instanceof DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && element.getQualifiedName().toString().startsWith("org.ladera.")
          && (element.getKind() == ElementKind.ENUM
              || element.getModifiers().contains(Modifier.SEALED));
    }
  }
}
