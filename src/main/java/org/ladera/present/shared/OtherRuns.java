package org.ladera.present.shared;

import java.util.ArrayList;
import java.util.List;
import org.ladera.session.Frame;
import org.ladera.session.RunFrame;

/** The runs that a view shows beside its own. */
public final class OtherRuns {
  private OtherRuns() {}

  /** Those of {@code ids} that this frame has, in their order, without the view's own. */
  public static List<RunFrame> of(Frame frame, String own, List<String> ids) {
    List<RunFrame> runs = new ArrayList<>();
    RunFrame without = frame.run(own);
    for (String id : ids) {
      for (RunFrame run : frame.runs()) {
        if (run != without && run.id().equals(id)) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  /** The view's own run, then the others. */
  public static List<RunFrame> withOwn(Frame frame, String own, List<String> ids) {
    List<RunFrame> runs = of(frame, own, ids);
    runs.addFirst(frame.run(own));
    return runs;
  }

  /** The index of the look of a run, the same in all views: its place among the compared ones. */
  public static int look(Frame frame, RunFrame run) {
    for (int i = 0; i < frame.runs().size(); i++) {
      if (frame.runs().get(i).id().equals(run.id())) {
        return i - 1;
      }
    }
    return -1;
  }
}
