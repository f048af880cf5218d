package org.ladera.present.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ladera.lesson.model.ViewRef;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** Reads the options of a view, which the lesson reader has already checked. */
public final class Options {
  private Options() {}

  public static boolean on(ViewRef ref, String name, boolean otherwise) {
    return Boolean.parseBoolean(ref.option(name, String.valueOf(otherwise)));
  }

  /** The items of a list whose separator is a comma outside brackets: {@code W[1][1,1],J}. */
  public static List<String> list(ViewRef ref, String name, String otherwise) {
    return Arrays.stream(ref.option(name, otherwise).split(",(?![^\\[]*])"))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * The further runs named by the option {@code runs} that this frame has, without the view's own.
   */
  public static List<RunFrame> runs(Frame frame, ViewRef ref) {
    List<RunFrame> runs = new ArrayList<>();
    RunFrame own = frame.run(ref.run());
    for (String id : list(ref, "runs", "")) {
      for (RunFrame run : frame.runs()) {
        if (run != own && run.id().equals(id)) {
          runs.add(run);
        }
      }
    }
    return runs;
  }
}
