package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ladera.engine.matrix.MatrixView;
import org.ladera.engine.trace.LayerTrace;
import org.ladera.engine.trace.StepTrace;

/**
 * One update as a program with empty functions, to be written by a person: the numbers that it
 * begins with, the functions of the two workshops, and a script that prints what is compared.
 */
public final class WorkshopProgram {
  private final StepTrace update;
  private final UnaryOperator<String> words;
  private final StringBuilder out = new StringBuilder();
  private final int depth;

  private WorkshopProgram(StepTrace update, UnaryOperator<String> words) {
    this.update = update;
    this.words = words;
    depth = update.layers().size();
  }

  /**
   * @param words of the comments, by the end of their key {@code program.template.<name>}
   * @throws Unexportable where layers are of another kind than the workshops'
   */
  public static String of(StepTrace update, UnaryOperator<String> words) throws Unexportable {
    for (LayerTrace layer : update.layers()) {
      if (!layer.spec().isDense() || update.experiment().function().isPresent()) {
        throw new Unexportable("function");
      }
      if (layer.spec().batchNorm()) {
        throw new Unexportable("batchNorm");
      }
    }
    return new WorkshopProgram(update, words).write();
  }

  private String write() {
    line("import sys");
    line("import numpy as np");
    line("");
    line("np.set_printoptions(precision=17, threshold=sys.maxsize)");
    line("");
    comment("data");
    array("X", update.x());
    array("y", update.y());
    for (LayerTrace layer : update.layers()) {
      array("w" + layer.index(), layer.w().before());
      if (layer.spec().bias()) {
        array("b" + layer.index(), layer.b().before());
      }
    }
    line("lr = " + PythonText.number(update.rate()));
    function("feedForward(X, " + parameters() + ")", "forward", forward());
    function("costoGlobal(y_est, y)", "cost", "J");
    function("backProp(X, y, " + parameters() + ", " + activations() + ")", "backward", backward());
    function("entrenarRed(epocas, lr, X, y, " + parameters() + ")", "train", parameters());
    line("");
    line("");
    comment("print");
    line(forward() + " = feedForward(X, " + parameters() + ")");
    line("J = costoGlobal(a" + depth + ", y)");
    line(backward() + " = backProp(X, y, " + parameters() + ", " + activations() + ")");
    line(after() + " = entrenarRed(1, lr, X, y, " + parameters() + ")");
    for (String name : (forward() + ", J, " + backward() + ", " + after()).split(", ")) {
      line("print(\"" + name + " =\", np.asarray(" + name + "))");
    }
    return out.toString();
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private void comment(String key) {
    words.apply(key).lines().forEach(text -> line("# " + text));
  }

  private void array(String name, MatrixView values) {
    line(name + " = np.array(" + PythonText.matrix(values) + ")");
  }

  private void function(String signature, String key, String returned) {
    line("");
    line("");
    line("def " + signature + ":");
    line("    \"\"\"" + words.apply(key) + "\"\"\"");
    line("    raise NotImplementedError");
    line("    return " + returned);
  }

  private String parameters() {
    List<String> names = new ArrayList<>(each("w"));
    names.addAll(biases(""));
    return String.join(", ", names);
  }

  private List<String> each(String letter) {
    return update.layers().stream().map(layer -> letter + layer.index()).toList();
  }

  private List<String> biases(String ending) {
    return update.layers().stream()
        .filter(layer -> layer.spec().bias())
        .map(layer -> "b" + layer.index() + ending)
        .toList();
  }

  private String after() {
    List<String> names = new ArrayList<>(each("w").stream().map(name -> name + "_new").toList());
    names.addAll(biases("_new"));
    return String.join(", ", names);
  }

  private String activations() {
    return String.join(", ", each("a").reversed());
  }

  private String forward() {
    List<String> names = new ArrayList<>();
    for (LayerTrace layer : update.layers()) {
      names.add("z" + layer.index());
      names.add("a" + layer.index());
    }
    return String.join(", ", names);
  }

  private String backward() {
    List<String> names = new ArrayList<>();
    for (LayerTrace layer : update.layers().reversed()) {
      names.add("d" + layer.index());
      names.add("dw" + layer.index());
      if (layer.spec().bias()) {
        names.add("db" + layer.index());
      }
    }
    return String.join(", ", names);
  }
}
