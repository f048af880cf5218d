package org.ladera.ui.lesson;

import org.ladera.lesson.model.Check;
import org.ladera.lesson.model.Verdict;
import org.ladera.session.Frame;

/** Judges answers; the lesson package has the one that is used. */
@FunctionalInterface
public interface Grader {
  Verdict grade(Check check, String answer, Frame frame);
}
