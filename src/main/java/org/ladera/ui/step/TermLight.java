package org.ladera.ui.step;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ladera.present.step.Accumulation.Term;
import org.ladera.present.step.StepModel;

/**
 * What of the chosen element is lit at one moment.
 *
 * @param term the one on its way, or put in last; empty where the element stands as a whole
 * @param share of its way, from 0 to 1
 * @param reached what stands in the element's cell; empty while nothing has landed there
 */
record TermLight(Optional<Term> term, double share, OptionalDouble reached) {
  /** While nothing is shown yet. */
  static final TermLight NOTHING = new TermLight(Optional.empty(), 1, OptionalDouble.empty());

  /** Of a place where nothing moves. */
  static TermLight standing(StepModel model) {
    double whole = model.breakdown().value();
    return new TermLight(
        model.term(), 1, OptionalDouble.of(model.term().map(Term::reached).orElse(whole)));
  }

  /** Before the terms of the place have moved: what had been reached before them. */
  static TermLight waiting(StepModel model) {
    List<Term> all = model.accumulation().terms();
    int before = Math.min(model.place().terms(), all.size()) - 1;
    return new TermLight(
        Optional.of(all.get(Math.max(0, before))),
        0,
        before > 0 ? OptionalDouble.of(all.get(before - 1).reached()) : OptionalDouble.empty());
  }

  TermLight at(Term other, double way) {
    return new TermLight(Optional.of(other), way, reached);
  }

  /** Whether the same is lit, however far the term has come. */
  boolean isAlike(TermLight other) {
    return term.equals(other.term) && reached.equals(other.reached);
  }
}
