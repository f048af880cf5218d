package org.ladera.ui.view;

import java.util.Map;
import java.util.Optional;
import org.ladera.engine.data.Dataset;
import org.ladera.engine.spec.OptimizerSpec;
import org.ladera.engine.spec.ParameterRef;
import org.ladera.present.shared.Asked;
import org.ladera.present.shared.Highlight;
import org.ladera.session.sweep.Sweep;

/** What a gesture in a view asks for. The window turns it into commands; views never do. */
public sealed interface Intent {
  /** A new start of the run: these parameters change, the others stay. */
  record PutStart(Map<ParameterRef, Double> values) implements Intent {}

  /** The parameters themselves, by hand, at the present moment. */
  record SetParameters(Map<ParameterRef, Double> values) implements Intent {}

  /**
   * Another rule, in the reader's numbers: the run goes again from its start to where it stands.
   */
  record SetRule(OptimizerSpec rule) implements Intent {}

  /** Look at the moment after this many updates. */
  record SeekUpdate(long update) implements Intent {}

  /** Light up something everywhere; {@link Highlight#NONE} ends it. */
  record Light(Highlight highlight) implements Intent {}

  /** Look at a picture in every view; nothing looks at one from now on when empty. */
  record Look(Optional<Highlight.Looked> picture) implements Intent {}

  /** Other examples, changed by hand; training goes on with them. */
  record SetData(Dataset data) implements Intent {}

  /** This view with another value of one of its options, as a lesson would write it. */
  record Choose(ParameterRef parameter) implements Intent {}

  /**
   * Where does this number of the main run come from? It opens its update at the place where the
   * number is computed.
   */
  record Explain(Asked number) implements Intent {}

  /** What is asked for in the view of a sweep. */
  sealed interface OfSweep extends Intent {}

  /** Begin a sweep, or go on with it. */
  record StartSweep(Sweep sweep) implements OfSweep {}

  /** Stop the sweep that runs. */
  record StopSweep() implements OfSweep {}

  /** Put a run of a sweep on stage and play it to its end. */
  record OpenRun(Sweep sweep, Sweep.Case of) implements OfSweep {}

  /** This view asks to fill the stage, or to come back. */
  record ToggleExpand() implements Intent {}
}
