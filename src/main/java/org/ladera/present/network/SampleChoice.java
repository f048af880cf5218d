package org.ladera.present.network;

import java.util.List;
import java.util.OptionalInt;
import org.ladera.present.shared.Highlight;
import org.ladera.session.RunFrame;

/**
 * The one sample whose numbers stand at the units: the brushed one, else the lesson's, else the
 * first of the next batch.
 *
 * @param index of the example in the data, from 0
 * @param row in the next batch, or −1 when it is not in it
 */
record SampleChoice(int index, int row) {
  static SampleChoice of(RunFrame run, OptionalInt ofLesson, Highlight highlight) {
    List<Integer> rows = run.next().rows();
    int size = run.experiment().data().size();
    int wanted = highlight.sample() >= 0 ? highlight.sample() : ofLesson.orElse(0) - 1;
    boolean there = wanted >= 0 && wanted < size;
    // Outside its batch a normalised unit has no value that training would meet.
    boolean normalised = run.experiment().network().layers().stream().anyMatch(l -> l.batchNorm());
    if (!there || (normalised && !rows.contains(wanted))) {
      return new SampleChoice(rows.getFirst(), 0);
    }
    return new SampleChoice(wanted, rows.indexOf(wanted));
  }
}
