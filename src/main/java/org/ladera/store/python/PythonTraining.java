package org.ladera.store.python;

import java.util.ArrayList;
import java.util.List;
import org.ladera.engine.spec.Experiment;
import org.ladera.engine.spec.LayerSpec;
import org.ladera.engine.spec.ScheduleSpec;

/** The loop over epochs and updates, and what is printed on the way. */
final class PythonTraining {
  private PythonTraining() {}

  /**
   * @param zeros an array of zeros as large as the parameter p
   * @param gradients what goes before the lines that change the parameters
   */
  static String of(Experiment e, long epochs, String zeros, String gradients) throws Unexportable {
    StringBuilder out = new StringBuilder(PythonSchedule.of(e.schedule()));
    boolean falls = !(e.schedule() instanceof ScheduleSpec.Constant);
    List<String> frozen = frozen(e.network().layers());
    for (String name : PythonParts.memory(e.optimizer())) {
      out.append(name).append(" = [").append(zeros).append(" for p in w]\n");
    }
    int size = e.batch().size();
    out.append(falls ? "base = " : "eta = ")
        .append(PythonParts.number(e.optimizer().rate()))
        .append('\n');
    out.append("EPOCHS = ").append(epochs).append('\n');
    if (!frozen.isEmpty()) {
      out.append("frozen = ").append(PythonText.list(frozen)).append('\n');
    }
    out.append("marks = {0, EPOCHS} | {10 ** i for i in range(12)}\n");
    out.append("t = 0\nfor epoch in range(EPOCHS):\n");
    out.append("    if epoch in marks:\n        print('epoch', epoch, 'J', repr(loss(X, Y)))\n");
    out.append(falls ? "    eta = base * factor(epoch)\n" : "");
    out.append("    rows = order(epoch)\n");
    out.append("    size = ").append(size == 0 ? "len(rows)" : size).append('\n');
    out.append("    for first in range(0, len(rows), size):\n");
    out.append("        batch = rows[first : first + size]\n");
    out.append("        gradients = gradient(X[batch], Y[batch], t)\n        t += 1\n");
    out.append(gradients);
    out.append("        for i, g in enumerate(gradients):\n");
    if (!frozen.isEmpty()) {
      out.append("            if i in frozen:\n                continue\n");
    }
    for (String line : PythonParts.update(e.optimizer())) {
      out.append("            ").append(line).append('\n');
    }
    out.append("print('epoch', EPOCHS, 'J', repr(loss(X, Y)))\n");
    boolean all = e.network().layers().stream().allMatch(l -> l.kind().weightColumns() > 0);
    out.append("for l in range(len(W)):\n");
    out.append(all ? "    " : "    if W[l] is not None:\n        ");
    out.append("print('W', l + 1, w[W[l]].tolist())\n");
    out.append("    if b[l] is not None:\n");
    out.append("        print('b', l + 1, w[b[l]].tolist()[0])\n");
    if (PythonNorm.isIn(e.network().layers())) {
      out.append(PythonNorm.printed());
    }
    return out.toString();
  }

  /** The places in w of what stays as it began. */
  private static List<String> frozen(List<LayerSpec> layers) {
    List<String> places = new ArrayList<>();
    int at = 0;
    for (LayerSpec layer : layers) {
      for (int i = 0; i < PythonParts.blocks(layer); i++) {
        if (!layer.trainable()) {
          places.add(Integer.toString(at));
        }
        at++;
      }
    }
    return places;
  }
}
